import { partOf } from "@makegood/domain/ledger/part-of";
import type { Allocation } from "@makegood/domain/refund/allocate-refund";
import { promiseRefund } from "@makegood/domain/refund/promise";
import {
  type ChargebackHold,
  heldByChargeback,
} from "#modules/chargeback/exports/held-by-chargeback.js";
import { postedEntries } from "#modules/ledger/exports/posted-entries.js";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { newId } from "#platform/ids.js";
import { completeWhatItWasFor, eventOf } from "./conclude-refund.js";
import { createParts, owedKind, type WaitingParts } from "./exports/create-refund.js";
import type { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import type { LockedRefund } from "./lock-refund.js";
import { releaseRefund } from "./release-refund.js";

const unpaidStatuses = ["PENDING", "FAILED", "REVERSED"];

/** A part that is unpaid and not under way, and how much of it can be sent beside banks. */
interface CutPart {
  part: RefundAllocationEntity;
  freeMinor: number;
  hold: ChargebackHold | undefined;
}

/**
 * A bank holds back a part of what is not sent of a refund: it ends, and what can be sent is one of its
 * own, as is what waits for the bank. Of what the bank has paid the buyer nothing is made. False where
 * it is held back whole or not at all, or something of it is under way.
 */
export async function splitHeld(unit: UnitOfWork, found: LockedRefund): Promise<boolean> {
  const { refund, locked, allocations } = found;
  if (allocations.some(({ status }) => status === "PROCESSING")) return false;
  const unpaid = allocations.filter(({ status }) => unpaidStatuses.includes(status));
  const payments = await lockPayments(unit.manager, locked.order.purchaseId);
  const wantedMinor = new Map(unpaid.map(({ paymentId, amountMinor }) => [paymentId, amountMinor]));
  const asked = { refundId: refund.id, order: locked.order, wantedMinor };
  const holds = await heldByChargeback(unit.manager, payments, asked);
  const cut = unpaid.map((part): CutPart => {
    const hold = holds.get(part.paymentId);
    return { part, hold, freeMinor: hold ? hold.freeMinor : part.amountMinor };
  });
  if (!isToBeSplit(refund.status, cut)) return false;
  const now = cut.flatMap(({ part, freeMinor }) => amountOf(part, freeMinor));
  const blocked = (reason: ChargebackHold["reason"]) =>
    cut.flatMap(({ part, freeMinor, hold }) =>
      hold?.reason === reason ? amountOf(part, part.amountMinor - freeMinor) : [],
    );
  const waits = blocked("chargeback_open");
  await replace(unit, found, { now, waits, gone: blocked("chargeback_lost"), holds });
  return true;
}

const amountOf = ({ paymentId }: RefundAllocationEntity, amountMinor: number): Allocation[] =>
  amountMinor > 0 ? [{ paymentId, amountMinor }] : [];

/** What failed and what was tried goes on as it is where a bank holds back whole parts of it. */
function isToBeSplit(status: LockedRefund["refund"]["status"], cut: readonly CutPart[]): boolean {
  if (!["APPROVED", "PROCESSING", "FAILED", "REVERSED"].includes(status)) return false;
  const sendable = cut.some(({ freeMinor }) => freeMinor > 0);
  const held = cut.some(({ hold }) => hold !== undefined);
  const inOne = cut.some(({ hold }) => hold !== undefined && hold.freeMinor > 0);
  return inOne || (status === "APPROVED" && sendable && held);
}

interface Replacement {
  now: Allocation[];
  waits: Allocation[];
  gone: Allocation[];
  holds: ReadonlyMap<string, ChargebackHold>;
}

async function replace(
  unit: UnitOfWork,
  found: LockedRefund,
  { now, waits, gone, holds }: Replacement,
): Promise<void> {
  const { refund, locked, allocations } = found;
  const { currency } = refund;
  const totalOf = (parts: readonly Allocation[]) =>
    parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const before = { ...refund };
  const owed = await postedEntries(unit.manager, owedKind(refund), refund.id);
  const isPaidInPart = allocations.some(({ status }) => status === "SUCCEEDED");
  await releaseRefund(unit, found, isPaidInPart ? "closeRest" : "close");
  const goneMinor = totalOf(gone);
  if (goneMinor > 0) {
    const data = { amountMinor: goneMinor, currency };
    await recordEvent(unit, { ...eventOf(refund), kind: "refund.closedAsPaidByBank", data });
  }
  const amountMinor = totalOf(now) + totalOf(waits);
  const data = { amountMinor: totalOf(now), currency };
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.split", data });
  await createParts(
    unit,
    {
      ...before,
      id: newId("refund"),
      splitFromId: refund.id,
      status: "APPROVED",
      createdAt: unit.now,
      waitsUntil: null,
      actionBy: null,
      submittedAt: null,
      succeededAt: null,
      expectedAtBankBy: null,
      pendingReason: null,
      failureReason: null,
    },
    {
      now,
      waits: await waitingOf(unit, locked.order, waits, holds),
      entries: partOf(owed, amountMinor, before.amountMinor),
    },
  );
  await completeWhatItWasFor(unit, refund);
}

async function waitingOf(
  unit: UnitOfWork,
  order: LockedRefund["locked"]["order"],
  allocations: Allocation[],
  holds: ReadonlyMap<string, ChargebackHold>,
): Promise<WaitingParts | null> {
  if (allocations.length === 0) return null;
  const dates = [...holds.values()].flatMap(({ until }) => until?.getTime() ?? []);
  const until = new Date(Math.max(unit.now.getTime(), ...dates));
  const { rules } = await policyOf(unit.manager, order);
  return { allocations, until, promisedBy: promiseRefund(rules, until, []) };
}
