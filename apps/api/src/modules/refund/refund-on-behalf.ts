import { allocateRefund } from "@makegood/domain/refund/allocate-refund";
import { promiseRefund } from "@makegood/domain/refund/promise";
import { lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import { createRefund } from "./exports/create-refund.js";
import type { RefundEntity } from "./exports/refund.entity.js";

/**
 * An agent pays back an amount that no policy provides for: at most what is left of the order's
 * money once open cancellations and returns have had theirs.
 */
export async function refundOnBehalf(
  unit: UnitOfWork,
  caller: Caller,
  input: { orderId: string; amountMinor: number; reason: string },
): Promise<Outcome<{ refundId: string }>> {
  const { manager } = unit;
  const locked = await lockOrder(manager, caller, input.orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { order } = locked;
  const payments = await lockPayments(manager, order.purchaseId);
  const heldMinor = await heldFor(unit, order.id);
  const refundableMinor = order.capturedMinor - order.refundReservedMinor - heldMinor;
  const { amountMinor, reason } = input;
  const allocations = allocateRefund(
    amountMinor,
    payments.map(({ id, method, capturedMinor, refundReservedMinor }) => ({
      paymentId: id,
      method,
      capturedMinor,
      reservedMinor: refundReservedMinor,
    })),
  );
  if (amountMinor > refundableMinor || allocations === null) {
    const { currency } = order;
    const askedMinor = amountMinor;
    return refuse({ kind: "AmountAboveRefundable", askedMinor, refundableMinor, currency });
  }
  const { rules } = await policyOf(manager, order);
  const refund: RefundEntity = await createRefund(unit, order, {
    cancellationId: null,
    origin: "ON_BEHALF",
    amountMinor,
    allocations,
    promisedBy: promiseRefund(rules, unit.now),
    reason,
  });
  return done({ refundId: refund.id }, refund);
}

async function heldFor(unit: UnitOfWork, orderId: string): Promise<number> {
  const [row] = await unit.manager.query(
    `SELECT COALESCE((SELECT SUM(u.amount_minor) FROM cancellation_units u
         JOIN cancellations c ON c.id = u.cancellation_id
         WHERE c.order_id = $1 AND u.state = 'HELD'), 0)
       + COALESCE((SELECT SUM(u.gross_minor) FROM return_units u
         JOIN returns r ON r.id = u.return_id
         WHERE r.order_id = $1 AND u.state = 'OPEN'), 0) AS held`,
    [orderId],
  );
  return Number(row.held);
}
