import { type Room, roomBeside } from "@makegood/domain/chargeback/bank-share";
import {
  type Allocation,
  methodsOf,
  type PaymentMethod,
} from "@makegood/domain/refund/allocate-refund";
import { promiseRefund } from "@makegood/domain/refund/promise";
import { splitRefund } from "@makegood/domain/refund/split-refund";
import type { EntityManager } from "typeorm";
import { type AtBank, readAtBank } from "#modules/chargeback/exports/at-bank.js";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentFacts } from "#modules/order/exports/payment-facts.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { keptOfReturns } from "#modules/return/exports/kept-of-returns.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { createRefund, type NewRefund } from "./create-refund.js";
import type { RefundEntity } from "./refund.entity.js";

export interface DueRefund
  extends Omit<NewRefund, "allocations" | "waits" | "promisedBy" | "goodwill" | "approveBy"> {
  /** By when what is sent at once is promised. */
  promisedBy: (methods: readonly PaymentMethod[]) => Date;
  /** How it was quoted, or which payment it is to go to first: followed where it still fits. */
  wanted?: readonly Allocation[];
  /** The purchase's payments, and what banks have of them, where that was read under their locks. */
  read?: { payments: PaymentEntity[]; atBank: AtBank };
}

/**
 * Owes what is due of an order, beside what banks have of it: the rest is sent at once, what a bank
 * argues about is a refund of its own that waits, and of what the buyer has from their bank nothing is
 * made. Null where that is all of it.
 */
export async function createDueRefund(
  unit: UnitOfWork,
  order: OrderEntity,
  due: DueRefund,
): Promise<RefundEntity | null> {
  const { promisedBy, wanted, read, ...rest } = due;
  const { manager } = unit;
  const payments = read?.payments ?? (await lockPayments(manager, order.purchaseId));
  const atBank = read?.atBank ?? (await readAtBank(manager, order));
  const facts = paymentFacts(order, payments, atBank.ofPayments);
  const room =
    atBank.ofPayments.size === 0
      ? { nowMinor: due.amountMinor, waitsMinor: 0 }
      : await roomOfOrder(manager, order, atBank);
  const split = splitRefund(due.amountMinor, room, facts, order.allocationStrategy);
  const { waits, goneMinor } = split;
  if (goneMinor > 0) await tellOfGone(unit, order, due, goneMinor);
  const now = wanted && fits(wanted, split.now, facts) ? wanted : split.now;
  if (now.length + waits.length === 0) return null;
  const rules = waits.length > 0 ? (await policyOf(unit.manager, order)).rules : null;
  const until = atBank.decidesBy;
  const methods = methodsOf(now.length > 0 ? now : waits, facts);
  return createRefund(unit, order, {
    ...rest,
    amountMinor: due.amountMinor - goneMinor,
    allocations: now,
    promisedBy: promisedBy(methods),
    ...(rules && until
      ? {
          waits: {
            allocations: waits,
            until,
            promisedBy: promiseRefund(rules, until, methodsOf(waits, facts)),
          },
        }
      : {}),
  });
}

/** Why less comes back than was asked for: the rest the buyer has from their bank. */
function tellOfGone(
  unit: UnitOfWork,
  { id: orderId, currency }: OrderEntity,
  { cancellationId, returnId = null }: DueRefund,
  amountMinor: number,
): Promise<void> {
  return recordEvent(unit, {
    orderId,
    kind: "refund.closedAsPaidByBank",
    actor: systemActor,
    cancellationId,
    returnId,
    data: { amountMinor, currency },
  });
}

/** What of an order can still be owed, once the shop has what it kept of settled returns. */
async function roomOfOrder(
  manager: EntityManager,
  { id, capturedMinor, exchangedMinor, refundReservedMinor }: OrderEntity,
  { ofOrder }: AtBank,
): Promise<Room> {
  const keptMinor = await keptOfReturns(manager, id);
  return roomBeside(capturedMinor - exchangedMinor - refundReservedMinor - keptMinor, ofOrder);
}

/** Whether what was wanted is just as much, and no payment has too little left for it. */
function fits(
  wanted: readonly Allocation[],
  split: readonly Allocation[],
  facts: ReturnType<typeof paymentFacts>,
): boolean {
  const total = (parts: readonly Allocation[]) =>
    parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return (
    total(wanted) === total(split) &&
    wanted.every(({ paymentId, amountMinor }) => {
      const payment = facts.find((each) => each.paymentId === paymentId);
      if (!payment) return false;
      const left = payment.capturedMinor - payment.reservedMinor;
      return amountMinor <= roomBeside(left, payment.atBank).nowMinor;
    })
  );
}
