export interface Transfer {
  /** The payout's id: the same transfer asked for again is made once. */
  key: string;
  shopId: string;
  amountMinor: number;
  currency: string;
}

export type TransferAnswer =
  | { kind: "SENT"; reference: string }
  | { kind: "REFUSED"; reason: string }
  /** Somebody transfers it by hand and records it (settlePayout). */
  | { kind: "BY_HAND" };

/** By which shops get their money. Throws when it can't be known whether the transfer was made. */
export interface ShopBank {
  transfer(transfer: Transfer): Promise<TransferAnswer>;
}

/** The sandbox moves no money anywhere: it says that it did, under a reference that tells so. */
export const sandboxBank: ShopBank = {
  transfer: ({ key }) =>
    Promise.resolve({ kind: "SENT", reference: `SANDBOX-${key.slice(-8).toUpperCase()}` }),
};

/** Where no bank is connected, payouts wait for an admin who transfers them. */
export const bankByHand: ShopBank = { transfer: () => Promise.resolve({ kind: "BY_HAND" }) };
