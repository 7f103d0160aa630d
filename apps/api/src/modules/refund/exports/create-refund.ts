import type { LedgerEntry } from "@makegood/domain/ledger/account";
import { goodwillEntries } from "@makegood/domain/ledger/goodwill-entries";
import { lateRefundEntries } from "@makegood/domain/ledger/late-capture";
import { type RefundParts, refundEntries } from "@makegood/domain/ledger/refund-entries";
import { termsInVain } from "@makegood/domain/ledger/terms-in-vain";
import type { Allocation } from "@makegood/domain/refund/allocate-refund";
import type { CostBearer, GoodwillReason } from "@makegood/domain/refund/goodwill";
import { orderBooks } from "#modules/ledger/exports/order-books.js";
import { post } from "#modules/ledger/exports/post.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { askApproval } from "./ask-approval.js";
import { RefundEntity, type RefundOrigin } from "./refund.entity.js";
import { RefundAllocationEntity } from "./refund-allocation.entity.js";

export interface NewRefund {
  cancellationId: string | null;
  returnId?: string | null;
  origin: RefundOrigin;
  /** The decision it rests on. */
  decisionId: string | null;
  amountMinor: number;
  allocations: readonly Allocation[];
  /** Computed once, from the approval; the database never lets it move. */
  promisedBy: Date;
  reason: string | null;
  /** What it is made of, as quoted; in proportion to what is left of each where left out. */
  parts?: RefundParts;
  /** What was posted for a late payment, where it is just this one that goes back. */
  undoes?: readonly LedgerEntry[];
  /** Left out where it is the order's own money that comes back. */
  goodwill?: { reason: GoodwillReason; borneBy: CostBearer };
  /** Until when a second person has to agree; null where the actor may give it alone. */
  approveBy?: Date | null;
}

/** The job that sends a refund to the provider. */
export const submitTask = "refund.submit";

/**
 * Owes a buyer money: reserved on order and payments, posted, told, and queued to be sent, all in
 * the transaction of the command that decided it. Above its actor's limit it waits, reserved and
 * posted all the same, for a second person.
 */
export async function createRefund(
  unit: UnitOfWork,
  order: OrderEntity,
  wanted: NewRefund,
): Promise<RefundEntity> {
  const { manager, now } = unit;
  const refund: RefundEntity = {
    id: newId("refund"),
    orderId: order.id,
    shopId: order.shopId,
    buyerId: order.buyerId,
    cancellationId: wanted.cancellationId,
    returnId: wanted.returnId ?? null,
    origin: wanted.origin,
    decisionId: wanted.decisionId,
    status: wanted.approveBy ? "PENDING_APPROVAL" : "APPROVED",
    amountMinor: wanted.amountMinor,
    currency: order.currency,
    createdAt: now,
    createdBy: unit.actor.kind,
    createdById: unit.actor.id,
    reason: wanted.reason,
    goodwillReason: wanted.goodwill?.reason ?? null,
    borneBy: wanted.goodwill?.borneBy ?? "SHOP",
    approvedAt: wanted.approveBy ? null : now,
    waitsUntil: wanted.approveBy ?? null,
    promisedBy: wanted.promisedBy,
    newlyExpectedBy: null,
    actionBy: null,
    submittedAt: null,
    succeededAt: null,
    expectedAtBankBy: null,
    pendingReason: null,
    failureReason: null,
  };
  await manager.insert(RefundEntity, refund);
  await manager.insert(
    RefundAllocationEntity,
    wanted.allocations.map(({ paymentId, amountMinor }) => ({
      id: newId("refundAllocation"),
      refundId: refund.id,
      orderId: order.id,
      paymentId,
      amountMinor,
      status: "PENDING" as const,
      payoutId: null,
      traceType: null,
      traceValue: null,
    })),
  );
  await postOwed(unit, refund, wanted);
  if (wanted.approveBy) {
    await askApproval(unit, refund, wanted.approveBy);
    return refund;
  }
  await recordEvent(unit, {
    orderId: order.id,
    kind: "refund.created",
    // What somebody gave is theirs; what follows from a cancellation or return is ours.
    actor: ["ON_BEHALF", "GOODWILL"].includes(wanted.origin) ? unit.actor : systemActor,
    refundId: refund.id,
    cancellationId: wanted.cancellationId,
    returnId: wanted.returnId ?? null,
    reason: wanted.reason,
    data: {
      amountMinor: refund.amountMinor,
      currency: refund.currency,
      promisedBy: refund.promisedBy.toISOString(),
    },
  });
  await enqueue(manager, submitTask, { id: refund.id }, { key: `${submitTask}:${refund.id}` });
  return refund;
}

/** Who gives the money back, component by component, as the order's capture was split. */
async function postOwed(unit: UnitOfWork, refund: RefundEntity, wanted: NewRefund): Promise<void> {
  const { manager, now } = unit;
  const { amountMinor, currency, orderId, shopId } = refund;
  const { sums, terms: agreed } = await orderBooks(manager, orderId);
  const terms = refund.origin === "LATE_PAYMENT" ? termsInVain(agreed) : agreed;
  const goodwillBorneBy = wanted.goodwill?.borneBy;
  await post(manager, {
    kind: goodwillBorneBy ? "GOODWILL_OWED" : "REFUND_OWED",
    reference: refund.id,
    shopId,
    orderId,
    refundId: refund.id,
    currency,
    entries: goodwillBorneBy
      ? goodwillEntries(amountMinor, goodwillBorneBy)
      : wanted.undoes
        ? lateRefundEntries(wanted.undoes, terms)
        : refundEntries(sums, amountMinor, terms, wanted.parts),
    at: now,
  });
}
