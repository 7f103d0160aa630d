import { roomBeside } from "@makegood/domain/chargeback/bank-share";
import { sendableParts } from "@makegood/domain/refund/hold-back";
import type { EntityManager } from "typeorm";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { readAtBank } from "./at-bank.js";

export interface ChargebackHold {
  reason: "chargeback_open" | "chargeback_lost";
  /** When the bank has decided; null once it has. */
  until: Date | null;
  /** How much of it can be sent all the same. Minor units. */
  freeMinor: number;
}

/** The parts of a refund that are asked about, all reserved already. */
export interface WantedParts {
  refundId: string;
  /** Minor units by payment. */
  wantedMinor: ReadonlyMap<string, number>;
  /** The order that it is of, where its own part of what banks have bounds it, too. */
  order?: OrderEntity;
}

/**
 * Why these payments can't give all of the amounts back now, by payment. What a bank argues about
 * waits, what it has decided is gone, and the rest goes back. Read under the payments' locks.
 */
export async function heldByChargeback(
  manager: EntityManager,
  payments: readonly PaymentEntity[],
  { refundId, wantedMinor, order }: WantedParts,
): Promise<Map<string, ChargebackHold>> {
  const holds = new Map<string, ChargebackHold>();
  const own = payments.filter(({ id }) => wantedMinor.has(id));
  const [first] = own;
  if (!first) return holds;
  const paymentIds = new Set(wantedMinor.keys());
  const asked = { id: order?.id ?? "", purchaseId: first.purchaseId };
  const atBank = await readAtBank(manager, asked, { refundId, paymentIds });
  if (atBank.ofPayments.size === 0) return holds;
  const parts = own.map(({ id, capturedMinor, refundReservedMinor }) => {
    const amountMinor = wantedMinor.get(id) ?? 0;
    const leftMinor = capturedMinor - refundReservedMinor + amountMinor;
    const { nowMinor } = roomBeside(leftMinor, atBank.ofPayments.get(id));
    return { id, amountMinor, freeMinor: nowMinor };
  });
  const total = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const ofOrder = order
    ? roomBeside(
        order.capturedMinor - order.exchangedMinor - order.refundReservedMinor + total,
        atBank.ofOrder,
      ).nowMinor
    : total;
  const sendable = sendableParts(parts, ofOrder);
  for (const [index, { id, amountMinor }] of parts.entries()) {
    const freeMinor = sendable[index] ?? 0;
    if (freeMinor === amountMinor) continue;
    const disputed =
      (atBank.ofPayments.get(id)?.disputedMinor ?? 0) + atBank.ofOrder.disputedMinor > 0;
    const reason = disputed ? "chargeback_open" : "chargeback_lost";
    holds.set(id, { reason, until: disputed ? atBank.decidesBy : null, freeMinor });
  }
  return holds;
}
