import { assert } from "@makegood/domain/assert";
import type { LedgerEntry } from "@makegood/domain/ledger/account";
import { goodwillEntries } from "@makegood/domain/ledger/goodwill-entries";
import { lateRefundEntries } from "@makegood/domain/ledger/late-capture";
import { netted, reversed } from "@makegood/domain/ledger/move";
import { partOf } from "@makegood/domain/ledger/part-of";
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
  /** All of it, with what waits for a bank. */
  amountMinor: number;
  /** What is sent at once; may be empty where all of it waits. */
  allocations: readonly Allocation[];
  /** What a bank still argues about. */
  waits?: WaitingParts;
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

/** Parts of what is due that are sent only once a bank decided. */
export interface WaitingParts {
  allocations: readonly Allocation[];
  /** When it has decided at the latest. */
  until: Date;
  promisedBy: Date;
}

/** The job that sends a refund to the provider. */
export const submitTask = "refund.submit";

/**
 * Owes a buyer money: reserved on order and payments, posted, told, and queued to be sent, all in
 * the transaction of the command that decided it. Above its actor's limit it waits, reserved and
 * posted all the same, for a second person. What waits for a bank is a refund of its own. Returns what
 * is sent at once, or what waits where that is all.
 */
export async function createRefund(
  unit: UnitOfWork,
  order: OrderEntity,
  wanted: NewRefund,
): Promise<RefundEntity> {
  const refund: RefundEntity = {
    id: newId("refund"),
    orderId: order.id,
    shopId: order.shopId,
    buyerId: order.buyerId,
    cancellationId: wanted.cancellationId,
    returnId: wanted.returnId ?? null,
    splitFromId: null,
    origin: wanted.origin,
    decisionId: wanted.decisionId,
    status: wanted.approveBy ? "PENDING_APPROVAL" : "APPROVED",
    amountMinor: wanted.amountMinor,
    currency: order.currency,
    createdAt: unit.now,
    createdBy: unit.actor.kind,
    createdById: unit.actor.id,
    reason: wanted.reason,
    goodwillReason: wanted.goodwill?.reason ?? null,
    borneBy: wanted.goodwill?.borneBy ?? "SHOP",
    approvedAt: wanted.approveBy ? null : unit.now,
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
  const entries = await owedEntries(unit, refund, wanted);
  const { allocations: now, waits = null } = wanted;
  return createParts(unit, refund, { now, waits, entries });
}

/** One posting's worth of owed money, as one refund or two. */
export interface OwedParts {
  now: readonly Allocation[];
  waits: WaitingParts | null;
  /** What owes all of it. */
  entries: readonly LedgerEntry[];
}

/** Creates what is sent at once, and beside it what waits for a bank, each with its part of the posting. */
export async function createParts(
  unit: UnitOfWork,
  refund: RefundEntity,
  { now, waits, entries }: OwedParts,
): Promise<RefundEntity> {
  const nowMinor = totalOf(now);
  const amountMinor = nowMinor + totalOf(waits?.allocations ?? []);
  const ofNow = nowMinor === amountMinor ? entries : partOf(entries, nowMinor, amountMinor);
  const first = { ...refund, amountMinor: nowMinor };
  if (nowMinor > 0) await insertRefund(unit, first, now, ofNow);
  if (!waits || waits.allocations.length === 0) return first;
  const second: RefundEntity = {
    ...refund,
    id: nowMinor > 0 ? newId("refund") : refund.id,
    splitFromId: nowMinor > 0 ? refund.id : refund.splitFromId,
    amountMinor: amountMinor - nowMinor,
    promisedBy: waits.promisedBy,
    pendingReason: "chargeback_open",
    waitsUntil: waits.until,
  };
  const ofWaits = nowMinor === 0 ? entries : netted([...entries, ...reversed(ofNow)]);
  await insertRefund(unit, second, waits.allocations, ofWaits);
  return nowMinor > 0 ? first : second;
}

/** What a refund's posting is called when it is owed. */
export const owedKind = ({ goodwillReason }: RefundEntity): "REFUND_OWED" | "GOODWILL_OWED" =>
  goodwillReason === null ? "REFUND_OWED" : "GOODWILL_OWED";

const totalOf = (parts: readonly Allocation[]): number =>
  parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

async function insertRefund(
  unit: UnitOfWork,
  refund: RefundEntity,
  allocations: readonly Allocation[],
  entries: readonly LedgerEntry[],
): Promise<void> {
  const { manager, now } = unit;
  const { id, orderId, shopId, currency } = refund;
  await manager.insert(RefundEntity, refund);
  await manager.insert(
    RefundAllocationEntity,
    allocations.map(({ paymentId, amountMinor }) => ({
      id: newId("refundAllocation"),
      refundId: id,
      orderId,
      paymentId,
      amountMinor,
      status: "PENDING" as const,
      payoutId: null,
      traceType: null,
      traceValue: null,
    })),
  );
  const posting = { reference: id, shopId, orderId, refundId: id, currency, entries, at: now };
  await post(manager, { kind: owedKind(refund), ...posting });
  if (refund.status === "PENDING_APPROVAL") {
    assert(refund.waitsUntil !== null, "what waits for a second person waits until a day");
    return askApproval(unit, refund, refund.waitsUntil);
  }
  await tell(unit, refund);
  await enqueue(manager, submitTask, { id }, { key: `${submitTask}:${id}` });
}

/** What is sent is told as that; what waits for a bank is told as that. */
function tell(unit: UnitOfWork, refund: RefundEntity): Promise<void> {
  const { orderId, cancellationId, returnId, reason, amountMinor, currency } = refund;
  const waits = refund.pendingReason !== null;
  const by = waits ? refund.waitsUntil : refund.promisedBy;
  return recordEvent(unit, {
    orderId,
    kind: waits ? "refund.heldByChargeback" : "refund.created",
    // What somebody gave is theirs; what follows from a cancellation or return is ours.
    actor: ["ON_BEHALF", "GOODWILL"].includes(refund.origin) && !waits ? unit.actor : systemActor,
    refundId: refund.id,
    cancellationId,
    returnId,
    reason: waits ? null : reason,
    data: { amountMinor, currency, ...(by ? { promisedBy: by.toISOString() } : {}) },
  });
}

/** Who gives the money back, component by component, as the order's capture was split. */
async function owedEntries(
  { manager }: UnitOfWork,
  { amountMinor, orderId, origin }: RefundEntity,
  wanted: NewRefund,
): Promise<readonly LedgerEntry[]> {
  const { sums, terms: agreed } = await orderBooks(manager, orderId);
  const terms = origin === "LATE_PAYMENT" ? termsInVain(agreed) : agreed;
  if (wanted.goodwill) return goodwillEntries(amountMinor, wanted.goodwill.borneBy);
  if (!wanted.undoes) return refundEntries(sums, amountMinor, terms, wanted.parts);
  const late = lateRefundEntries(wanted.undoes, terms);
  const owed = late.find(({ account }) => account === "REFUND_OWED")?.amountMinor ?? 0;
  return partOf(late, amountMinor, 0 - owed);
}
