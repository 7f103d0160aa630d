import type { BankShare } from "@makegood/domain/chargeback/bank-share";
import type { PaymentFacts } from "@makegood/domain/refund/allocate-refund";
import type { OrderEntity } from "./order.entity.js";
import type { PaymentEntity } from "./payment.entity.js";

type RefundableOrder = Pick<
  OrderEntity,
  | "id"
  | "authorizedMinor"
  | "exchangeReturnId"
  | "capturedMinor"
  | "exchangedMinor"
  | "refundReservedMinor"
>;

/**
 * The payments that a refund of this order can go back to: those that paid for it. An authorised one
 * is for its own order alone; the others of a purchase are drawn on only where its own don't suffice,
 * as happens where an order sent in exchange drew on them.
 */
export function paymentFacts(
  order: RefundableOrder,
  payments: readonly PaymentEntity[],
  atBank: ReadonlyMap<string, BankShare>,
): PaymentFacts[] {
  const paidBy = order.authorizedMinor > 0 ? order.id : null;
  const own = payments.filter(({ orderId }) => orderId === paidBy);
  const left = own.reduce((sum, one) => sum + one.capturedMinor - one.refundReservedMinor, 0);
  const needed = order.capturedMinor - order.exchangedMinor - order.refundReservedMinor;
  const suffices = order.exchangeReturnId === null && left >= needed;
  return (suffices ? own : payments).map(({ id, method, capturedMinor, refundReservedMinor }) => {
    const share = atBank.get(id);
    const facts = { paymentId: id, method, capturedMinor, reservedMinor: refundReservedMinor };
    return share ? { ...facts, atBank: share } : facts;
  });
}
