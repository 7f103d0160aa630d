import { apportion } from "@makegood/domain/money/apportion";
import { returnDeadlines } from "@makegood/domain/return/return-deadlines";
import { returnMachine } from "@makegood/domain/return/return-machine";
import {
  type ReturnRejectionReason,
  rejectionEvidence,
} from "@makegood/domain/return/return-reasons";
import { countedAt } from "#modules/order/exports/counted-at.js";
import { attachPhotos } from "#modules/photo/exports/attach-photos.js";
import type { PhotoPurpose } from "#modules/photo/exports/photo.entity.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { approveReturnAs } from "./approve-return.js";
import { advanceReturn } from "./exports/advance-return.js";
import { type LockedReturn, lockReturn } from "./exports/lock-return.js";
import type { ReturnEntity } from "./exports/return.entity.js";
import { netMinor } from "./exports/return-unit.entity.js";
import { closeUnits, settleReturn } from "./exports/settle-return.js";

type Answered = Outcome<{ returnId: string }>;

/** Locks a return for a command of its machine; refuses where there is none, or not in this state. */
export async function withReturn(
  unit: UnitOfWork,
  caller: Caller,
  returnId: string,
  command: string,
  work: (given: LockedReturn) => Promise<Answered | undefined>,
): Promise<Answered> {
  const given = await lockReturn(unit, caller, returnId);
  if (!given) return refuse({ kind: "NotFound", what: "return" });
  const refusal = refuseTransition(returnMachine, given.request.status, command);
  if (refusal) return refuse(refusal);
  return (await work(given)) ?? done({ returnId }, given.request);
}

const told = ({ id: returnId, orderId }: ReturnEntity) => ({ returnId, orderId });

/** The seller, or an agent for them, approves. */
export const approveReturn = (unit: UnitOfWork, caller: Caller, returnId: string) =>
  withReturn(unit, caller, returnId, "approve", async (given) => {
    await approveReturnAs(unit, given, "return.approved");
    return undefined;
  });

async function attach(
  unit: UnitOfWork,
  request: ReturnEntity,
  photoIds: readonly string[],
  purpose: PhotoPurpose,
): Promise<Answered | undefined> {
  const { id: subjectId, orderId } = request;
  const refusal = await attachPhotos(unit, photoIds, { orderId, subjectId, purpose });
  return refusal ? refuse(refusal) : undefined;
}

/** The seller rejects with the evidence their reason needs; the buyer can bring it to support. */
export const rejectReturn = (
  unit: UnitOfWork,
  caller: Caller,
  input: {
    returnId: string;
    reason: ReturnRejectionReason;
    note: string | null;
    photoIds: readonly string[];
  },
) =>
  withReturn(unit, caller, input.returnId, "reject", async ({ request, policy, locked }) => {
    const { reason, note, photoIds } = input;
    const evidence = rejectionEvidence[reason];
    if (evidence === "PHOTO" && photoIds.length === 0) {
      return refuse({ kind: "EvidenceRequired", reasonCode: reason, photosNeeded: 1 });
    }
    if (evidence === "NOTE" && note === null) {
      return refuse({ kind: "NoteRequired", reasonCode: reason });
    }
    const refused = await attach(unit, request, photoIds, "REJECTION");
    if (refused) return refused;
    await advanceReturn(unit, request, "reject", {
      rejectionReason: reason,
      rejectionNote: note,
      decidedAt: unit.now,
      decidedBy: unit.actor.kind,
      dueAt: returnDeadlines.appealBy(
        policy.rules,
        countedAt(locked.order, marketplaceOf(unit.manager)),
        unit.now,
      ),
    });
    await recordEvent(unit, { ...told(request), kind: "return.rejected", reason: note ?? reason });
    return undefined;
  });

/** The buyer takes it back, as long as nothing was sent. */
export const cancelReturn = (unit: UnitOfWork, caller: Caller, returnId: string) =>
  withReturn(unit, caller, returnId, "cancel", async (given) => {
    await advanceReturn(unit, given.request, "cancel");
    await closeUnits(unit, given, "RELEASED");
    await recordEvent(unit, { ...told(given.request), kind: "return.canceled" });
    return undefined;
  });

/** The seller asks something; their own clock stands still meanwhile. */
export const askReturnInfo = (
  unit: UnitOfWork,
  caller: Caller,
  input: { returnId: string; question: string },
) =>
  withReturn(unit, caller, input.returnId, "askInfo", async ({ request, policy, locked }) => {
    const leftMs = request.dueAt ? request.dueAt.getTime() - unit.now.getTime() : 0;
    await advanceReturn(unit, request, "askInfo", {
      question: input.question,
      answer: null,
      pausedMs: Math.max(leftMs, 3_600_000),
      dueAt: returnDeadlines.infoBy(
        policy.rules,
        countedAt(locked.order, marketplaceOf(unit.manager)),
        unit.now,
      ),
    });
    const reason = input.question;
    await recordEvent(unit, { ...told(request), kind: "return.infoAsked", reason });
    return undefined;
  });

/** The buyer answers, and the seller's clock goes on where it stood. */
export const answerReturnInfo = (
  unit: UnitOfWork,
  caller: Caller,
  input: { returnId: string; answer: string; photoIds: readonly string[] },
) =>
  withReturn(unit, caller, input.returnId, "answer", async ({ request }) => {
    const refused = await attach(unit, request, input.photoIds, "INFO");
    if (refused) return refused;
    await advanceReturn(unit, request, "answer", {
      answer: input.answer,
      dueAt: new Date(unit.now.getTime() + (request.pausedMs ?? 0)),
      pausedMs: null,
    });
    const reason = input.answer;
    await recordEvent(unit, { ...told(request), kind: "return.infoGiven", reason });
    return undefined;
  });

/** The seller offers a part of the money for keeping it; the plain return stays the buyer's. */
export const offerPartialRefund = (
  unit: UnitOfWork,
  caller: Caller,
  input: { returnId: string; amountMinor: number; note: string | null },
) =>
  withReturn(unit, caller, input.returnId, "offer", async ({ request, units }) => {
    const most = units.reduce((sum, each) => sum + netMinor(each), 0);
    if (input.amountMinor >= most) {
      const { currency } = request;
      const askedMinor = input.amountMinor;
      const refundableMinor = Math.max(0, most - 1);
      return refuse({ kind: "AmountAboveRefundable", askedMinor, refundableMinor, currency });
    }
    const leftMs = request.dueAt ? request.dueAt.getTime() - unit.now.getTime() : 0;
    await advanceReturn(unit, request, "offer", {
      offerMinor: input.amountMinor,
      offerNote: input.note,
      pausedMs: Math.max(leftMs, 3_600_000),
      dueAt: returnDeadlines.offerBy(unit.now),
    });
    await recordEvent(unit, {
      ...told(request),
      kind: "return.offered",
      reason: input.note,
      data: { amountMinor: input.amountMinor, currency: request.currency },
    });
    return undefined;
  });

/** Takes so much off the units that together they bring back this amount. */
export function bringTo({ units }: Pick<LockedReturn, "units">, amountMinor: number): void {
  const open = units.filter(({ state }) => state === "OPEN");
  const off = open.reduce((sum, each) => sum + netMinor(each), 0) - amountMinor;
  const parts = apportion(off, open.map(netMinor));
  for (const [index, each] of open.entries()) each.deductionMinor += parts[index] ?? 0;
}

/** The buyer keeps it for the part that was offered. */
export const acceptReturnOffer = (unit: UnitOfWork, caller: Caller, returnId: string) =>
  withReturn(unit, caller, returnId, "accept", async (given) => {
    await recordEvent(unit, { ...told(given.request), kind: "return.offerAccepted" });
    bringTo(given, given.request.offerMinor ?? 0);
    await settleReturn(unit, given, "accept");
    return undefined;
  });

/** The buyer would rather send it back: the seller decides about that in the time they had left. */
export async function declineOffer(
  unit: UnitOfWork,
  { request }: LockedReturn,
  kind: "return.offerDeclined" | "return.offerLapsed",
): Promise<void> {
  await advanceReturn(unit, request, "decline", {
    offerMinor: null,
    offerNote: null,
    dueAt: new Date(unit.now.getTime() + (request.pausedMs ?? 0)),
    pausedMs: null,
  });
  await recordEvent(unit, { ...told(request), kind });
}

export const declineReturnOffer = (unit: UnitOfWork, caller: Caller, returnId: string) =>
  withReturn(unit, caller, returnId, "decline", async (given) => {
    await declineOffer(unit, given, "return.offerDeclined");
    return undefined;
  });
