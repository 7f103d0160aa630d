import type { BankShare } from "./bank-share.js";
import { type ChargebackStatus, chargebackMachine } from "./chargeback-machine.js";

/**
 * The commands that lead from what we know to what the provider says, since a webhook in between may
 * have been lost; null where no way leads there: then it is old news, or nonsense.
 */
export function commandsBetween(from: ChargebackStatus, to: ChargebackStatus): string[] | null {
  const ways: { status: ChargebackStatus; commands: string[] }[] = [{ status: from, commands: [] }];
  const seen = new Set<ChargebackStatus>([from]);
  for (const way of ways) {
    if (way.status === to) return way.commands;
    for (const row of chargebackMachine.transitions) {
      if (row.from !== way.status || seen.has(row.to)) continue;
      seen.add(row.to);
      ways.push({ status: row.to, commands: [...way.commands, row.command] });
    }
  }
  return null;
}

/** What tells where a chargeback's money is. */
export interface ChargebackState {
  readonly status: ChargebackStatus;
  /** Whether the provider paid the buyer to prevent it: only of one that is PREVENTED. */
  readonly buyerRepaid: boolean;
}

/** The bank argues about it: what it disputes waits for its decision. */
export const isArgued = ({ status }: Pick<ChargebackState, "status">): boolean =>
  status === "NEEDS_RESPONSE" || status === "UNDER_REVIEW";

/** The buyer has been paid by their bank, or by the provider that prevented the argument. */
export const paidTheBuyer = ({ status, buyerRepaid }: ChargebackState): boolean =>
  status === "LOST" || status === "ACCEPTED" || (status === "PREVENTED" && buyerRepaid);

/** While it is so, the money is not with us; a warning and a won one leave it there. */
export const hasMoneyBack = (chargeback: ChargebackState): boolean =>
  isArgued(chargeback) || paidTheBuyer(chargeback);

/** Nothing more is expected of the bank, though one that was lost may still be reversed. */
export const isDecided = (status: ChargebackStatus): boolean =>
  status === "LOST" || chargebackMachine.final.includes(status);

/** What chargebacks of one payment or order have of it, all in all. */
export function atBankOf(
  chargebacks: readonly (ChargebackState & { readonly amountMinor: number })[],
): Omit<BankShare, "waitingMinor"> {
  const sum = (which: (chargeback: ChargebackState) => boolean) =>
    chargebacks.filter(which).reduce((total, { amountMinor }) => total + amountMinor, 0);
  return { disputedMinor: sum(isArgued), goneMinor: sum(paidTheBuyer) };
}

const dayMs = 86_400_000;
/** How long banks take to decide once the evidence is there. Days; card networks allow 75. */
const reviewDays = 75;

export const decidedBy = (openedAt: Date): Date =>
  new Date(openedAt.getTime() + reviewDays * dayMs);
