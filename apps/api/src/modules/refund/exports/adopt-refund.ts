import { promiseRefund } from "@makegood/domain/refund/promise";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { heldByChargeback } from "#modules/chargeback/exports/held-by-chargeback.js";
import { lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { activeStop, holdStops } from "#modules/stop/exports/active-stop.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";
import { advanceRefund } from "../advance-refund.js";
import { createRefund } from "./create-refund.js";
import { RefundAllocationEntity } from "./refund-allocation.entity.js";
import { RefundAttemptEntity } from "./refund-attempt.entity.js";

/**
 * Records a refund that was made at the provider without us as one of ours: reserved and posted like
 * any other, with an attempt that already bears the provider's id. An attempt that does is never
 * sent; the job that would send it asks what became of it.
 */
export async function adoptRefund(
  unit: UnitOfWork,
  made: {
    orderId: string;
    paymentId: string;
    providerRefundId: string;
    amountMinor: number;
    reason: string;
  },
): Promise<Outcome<{ refundId: string }>> {
  const { manager, now } = unit;
  const { orderId, paymentId, amountMinor, providerRefundId, reason } = made;
  const locked = await lockOrder(manager, null, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { order } = locked;
  const payments = await lockPayments(manager, order.purchaseId);
  const payment = payments.find(({ id }) => id === paymentId);
  if (!payment) return refuse({ kind: "NotFound", what: "payment" });
  const left = Math.min(
    order.capturedMinor - order.exchangedMinor - order.refundReservedMinor,
    payment.capturedMinor - payment.refundReservedMinor,
  );
  if (amountMinor > left) {
    const { currency } = order;
    return refuse({
      kind: "AmountAboveRefundable",
      askedMinor: amountMinor,
      refundableMinor: Math.max(0, left),
      currency,
    });
  }
  const hold = await holdOf(unit, order, payments, { paymentId, amountMinor });
  if (hold) return refuse(hold);
  const { rules } = await policyOf(manager, order);
  const refund = await createRefund(unit, order, {
    cancellationId: null,
    origin: "ON_BEHALF",
    decisionId: null,
    amountMinor,
    allocations: [{ paymentId, amountMinor }],
    promisedBy: promiseRefund(rules, now, [payment.method]),
    reason,
  });
  await advanceRefund(manager, refund, "submit", { submittedAt: now });
  const allocation = await manager.findOneByOrFail(RefundAllocationEntity, { refundId: refund.id });
  const id = newId("refundAttempt");
  await manager.insert(RefundAttemptEntity, {
    id,
    allocationId: allocation.id,
    refundId: refund.id,
    number: 1,
    provider: payment.provider,
    providerKey: id,
    providerRefundId,
    status: "OPEN",
    pendingReason: null,
    failureReason: null,
    createdAt: now,
    settledAt: null,
  });
  await manager.update(RefundAllocationEntity, { id: allocation.id }, { status: "PROCESSING" });
  return done({ refundId: refund.id });
}

/** What keeps any attempt at this payment from beginning, also one that is the provider's already. */
async function holdOf(
  { manager }: UnitOfWork,
  { shopId }: OrderEntity,
  payments: readonly PaymentEntity[],
  { paymentId, amountMinor }: { paymentId: string; amountMinor: number },
): Promise<Refusal | null> {
  const [payment] = payments.filter(({ id }) => id === paymentId);
  if (!payment) return null;
  await holdStops(manager);
  const stop = await activeStop(manager, shopId, [payment.provider]);
  if (stop) return { kind: "RefundHeld", why: "STOPPED", until: stop.until };
  const refundReservedMinor = payment.refundReservedMinor + amountMinor;
  const reserved = [{ ...payment, refundReservedMinor }];
  const asked = { refundId: "", wantedMinor: new Map([[paymentId, amountMinor]]) };
  const hold = (await heldByChargeback(manager, reserved, asked)).get(paymentId);
  if (!hold) return null;
  const why = hold.reason === "chargeback_open" ? "CHARGEBACK_OPEN" : "CHARGEBACK_LOST";
  return { kind: "RefundHeld", why, until: hold.until };
}
