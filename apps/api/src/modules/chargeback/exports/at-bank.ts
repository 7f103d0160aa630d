import { type BankShare, nothingAtBank } from "@makegood/domain/chargeback/bank-share";
import { atBankOf, decidedBy, isArgued } from "@makegood/domain/chargeback/mirror-chargeback";
import { type EntityManager, In } from "typeorm";
import { ChargebackEntity } from "./chargeback.entity.js";
import { ChargebackShareEntity } from "./chargeback-share.entity.js";

/** What banks have of an order's money and of its purchase's payments. */
export interface AtBank {
  ofOrder: BankShare;
  ofPayments: ReadonlyMap<string, BankShare>;
  /** By when the last of those that still argue has decided; null where none does. */
  decidesBy: Date | null;
}

/** Refunds' parts that are asked about themselves: what they wait for is not another's. */
export interface OwnParts {
  refundId: string;
  paymentIds: ReadonlySet<string>;
}

export const nothingTaken: AtBank = {
  ofOrder: nothingAtBank,
  ofPayments: new Map(),
  decidesBy: null,
};

/** Reads it, under the payments' locks where something is decided by it. */
export async function readAtBank(
  manager: EntityManager,
  order: { id: string; purchaseId: string },
  own: OwnParts | null = null,
): Promise<AtBank> {
  const all = await manager
    .createQueryBuilder(ChargebackEntity, "c")
    .innerJoin("payments", "p", "p.id = c.paymentId")
    .where("p.purchase_id = :purchaseId", { purchaseId: order.purchaseId })
    .getMany();
  if (all.length === 0) return nothingTaken;
  const shares = await manager.findBy(ChargebackShareEntity, {
    chargebackId: In(all.map(({ id }) => id)),
    orderId: order.id,
  });
  const waiting = (await partsThatWait(manager, order.purchaseId)).filter(
    ({ refundId, paymentId }) => refundId !== own?.refundId || !own.paymentIds.has(paymentId),
  );
  const sum = (rows: readonly { amountMinor: number }[]) =>
    rows.reduce((total, { amountMinor }) => total + amountMinor, 0);
  const ofOrder = shares.flatMap(({ chargebackId, amountMinor }) => {
    const chargeback = all.find(({ id }) => id === chargebackId);
    return chargeback ? [{ ...chargeback, amountMinor }] : [];
  });
  const ofPayments = new Map<string, BankShare>();
  for (const { paymentId } of all) {
    const of = <R extends { paymentId: string }>(rows: R[]) =>
      rows.filter((row) => row.paymentId === paymentId);
    ofPayments.set(paymentId, { ...atBankOf(of(all)), waitingMinor: sum(of(waiting)) });
  }
  const dates = all.filter(isArgued).map(({ openedAt }) => decidedBy(openedAt).getTime());
  return {
    ofOrder: {
      ...atBankOf(ofOrder),
      waitingMinor: sum(waiting.filter(({ orderId }) => orderId === order.id)),
    },
    ofPayments,
    decidesBy: dates.length > 0 ? new Date(Math.max(...dates)) : null,
  };
}

interface WaitingPart {
  refundId: string;
  orderId: string;
  paymentId: string;
  amountMinor: number;
}

/** The parts of a purchase's refunds that are reserved and wait for a bank. */
async function partsThatWait(manager: EntityManager, purchaseId: string): Promise<WaitingPart[]> {
  const rows: (Omit<WaitingPart, "amountMinor"> & { minor: string })[] = await manager.query(
    `SELECT a.refund_id AS "refundId", a.order_id AS "orderId", a.payment_id AS "paymentId",
       a.amount_minor AS minor
     FROM refund_allocations a JOIN refunds r ON r.id = a.refund_id
     JOIN payments p ON p.id = a.payment_id
     WHERE p.purchase_id = $1 AND a.status = 'PENDING'
       AND r.pending_reason IN ('chargeback_open', 'chargeback_lost')`,
    [purchaseId],
  );
  return rows.map(({ minor, ...row }) => ({ ...row, amountMinor: Number(minor) }));
}
