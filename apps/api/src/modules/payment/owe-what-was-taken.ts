import { assert } from "@makegood/domain/assert";
import type { LedgerEntry } from "@makegood/domain/ledger/account";
import {
  type Allocation,
  allocateRefund,
  methodsOf,
} from "@makegood/domain/refund/allocate-refund";
import { promiseRefund } from "@makegood/domain/refund/promise";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import { paymentFacts } from "#modules/order/exports/payment-facts.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { createRefund } from "#modules/refund/exports/create-refund.js";
import type { RefundOrigin } from "#modules/refund/exports/refund.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";

interface Owed {
  cancellationId: string | null;
  decisionId: string | null;
  origin: RefundOrigin;
  amountMinor: number;
  /** The payment it goes back to; by the order's strategy where none is named, or has too little. */
  paymentId?: string;
  /** What was posted for the late payment that goes back with it. */
  undoes?: readonly LedgerEntry[];
}

/** Refunds by itself what was taken for a locked order and is not due. */
export async function owe(unit: UnitOfWork, order: OrderEntity, owed: Owed): Promise<void> {
  const { paymentId, ...what } = owed;
  const payments = await lockPayments(unit.manager, order.purchaseId);
  const facts = paymentFacts(order, payments);
  const named = facts.filter((each) => each.paymentId === paymentId);
  const allocate = (to: typeof facts): Allocation[] | null =>
    allocateRefund(owed.amountMinor, to, order.allocationStrategy);
  const allocations = allocate(named) ?? allocate(facts);
  assert(allocations !== null, "what was taken for an order lies on its payments");
  const { rules } = await policyOf(unit.manager, order);
  const promisedBy = promiseRefund(rules, unit.now, methodsOf(allocations, facts));
  await createRefund(unit, order, { ...what, allocations, promisedBy, reason: null });
  order.refundReservedMinor += owed.amountMinor;
}
