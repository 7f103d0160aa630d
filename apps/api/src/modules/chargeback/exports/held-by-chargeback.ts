import {
  decidedBy,
  hasMoneyBack,
  paidTheBuyer,
  refundWaitsFor,
} from "@makegood/domain/chargeback/mirror-chargeback";
import { type EntityManager, In } from "typeorm";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { ChargebackEntity } from "./chargeback.entity.js";

export interface ChargebackHold {
  reason: "chargeback_open" | "chargeback_lost";
  /** When the bank has decided; null once it has. */
  until: Date | null;
}

/**
 * Why these payments can't give the amounts back now, by payment. While the bank has not decided,
 * nothing goes back; once it paid the buyer, only what it left does. Read under the payments' locks.
 */
export async function heldByChargeback(
  manager: EntityManager,
  payments: readonly PaymentEntity[],
  wantedMinor: ReadonlyMap<string, number>,
): Promise<Map<string, ChargebackHold>> {
  const ids = payments.map(({ id }) => id).filter((id) => wantedMinor.has(id));
  const all = ids.length > 0 ? await manager.findBy(ChargebackEntity, { paymentId: In(ids) }) : [];
  const holds = new Map<string, ChargebackHold>();
  for (const payment of payments) {
    const own = all.filter(({ paymentId }) => paymentId === payment.id);
    const reason = refundWaitsFor(own);
    if (reason === null) continue;
    const taken = own
      .filter(({ status }) => paidTheBuyer(status))
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const wanted = wantedMinor.get(payment.id) ?? 0;
    const others = payment.refundReservedMinor - wanted;
    if (reason === "chargeback_lost" && wanted <= payment.capturedMinor - taken - others) continue;
    const open = own.filter(({ status }) => hasMoneyBack(status) && !paidTheBuyer(status));
    const dates = open.map(({ openedAt }) => decidedBy(openedAt).getTime());
    holds.set(payment.id, {
      reason,
      until: dates.length > 0 ? new Date(Math.max(...dates)) : null,
    });
  }
  return holds;
}
