import { assert } from "@makegood/domain/assert";
import { cancellationMachine } from "@makegood/domain/cancellation/cancellation-machine";
import { returnDeadlines } from "@makegood/domain/return/return-deadlines";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { countedAt } from "#modules/order/exports/counted-at.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { carryOut } from "../carry-out.js";
import { advanceCancellation } from "./advance-cancellation.js";
import type { CancellationEntity } from "./cancellation.entity.js";
import { lockCancellation } from "./lock-cancellation.js";
import { QuoteEntity } from "./quote.entity.js";
import { quoteBody } from "./quote-view.js";
import { appealDeadline, silenceDeadline } from "./request-cancellation.js";

type Decided = Outcome<{ cancellationId: string }>;

async function approveAs(
  unit: UnitOfWork,
  caller: Caller | null,
  cancellationId: string,
  how: { command: "approve" | "approveBySilence"; event: EventKind },
): Promise<Decided> {
  const found = await lockCancellation(unit, caller, cancellationId);
  if (!found) return refuse({ kind: "NotFound", what: "cancellation" });
  const { locked, cancellation } = found;
  const refusal = refuseTransition(cancellationMachine, cancellation.status, how.command);
  if (refusal) return refuse(refusal);
  const decided = { decidedAt: unit.now, decidedBy: unit.actor.kind };
  await advanceCancellation(unit.manager, cancellation, how.command, decided);
  await settleDeadline(unit.manager, silenceDeadline, cancellation.id, unit.now);
  const quote = await unit.manager.findOneBy(QuoteEntity, { id: cancellation.quoteId });
  assert(quote !== null, "a cancellation has its quote");
  await carryOut(unit, locked, cancellation, quoteBody(quote), how.event);
  return done({ cancellationId });
}

/** The seller, or an agent for them, approves: the units are canceled and the money goes back. */
export const approveCancellation = (unit: UnitOfWork, caller: Caller, cancellationId: string) =>
  approveAs(unit, caller, cancellationId, { command: "approve", event: "cancellation.approved" });

/** The seller did not answer in time. */
export const approveBySilence = (unit: UnitOfWork, cancellationId: string) =>
  approveAs(unit, null, cancellationId, {
    command: "approveBySilence",
    event: "cancellation.approvedBySilence",
  });

/** Ends an open request without effect: its units can be shipped, or asked for, again. */
async function release(
  unit: UnitOfWork,
  caller: Caller,
  cancellationId: string,
  how: {
    command: "reject" | "withdraw";
    event: EventKind;
    also: Partial<CancellationEntity>;
    reason: string | null;
  },
): Promise<Decided> {
  const found = await lockCancellation(unit, caller, cancellationId);
  if (!found) return refuse({ kind: "NotFound", what: "cancellation" });
  const { cancellation, locked } = found;
  const refusal = refuseTransition(cancellationMachine, cancellation.status, how.command);
  if (refusal) return refuse(refusal);
  const { rules } = await policyOf(unit.manager, locked.order);
  const appealBy =
    how.command === "reject"
      ? returnDeadlines.appealBy(
          rules,
          countedAt(locked.order, marketplaceOf(unit.manager)),
          unit.now,
        )
      : null;
  const { orderId } = cancellation;
  if (appealBy)
    await setDeadline(unit.manager, appealDeadline, cancellationId, appealBy, { binds: orderId });
  const decided = { ...how.also, appealBy, decidedAt: unit.now, decidedBy: unit.actor.kind };
  await advanceCancellation(unit.manager, cancellation, how.command, decided);
  await settleDeadline(unit.manager, silenceDeadline, cancellation.id, unit.now);
  await unit.manager.query(
    "UPDATE cancellation_units SET state = 'RELEASED' WHERE cancellation_id = $1 AND state = 'HELD'",
    [cancellationId],
  );
  await recordEvent(unit, { orderId, kind: how.event, cancellationId, reason: how.reason });
  return done({ cancellationId });
}

/** The seller rejects, with a reason the buyer is told. */
export function rejectCancellation(
  unit: UnitOfWork,
  caller: Caller,
  input: { cancellationId: string; reason: string; note: string | null },
): Promise<Decided> {
  return release(unit, caller, input.cancellationId, {
    command: "reject",
    event: "cancellation.rejected",
    also: { rejectionReason: input.reason, rejectionNote: input.note },
    reason: input.note ?? input.reason,
  });
}

/** The buyer takes an open request back. */
export function withdrawCancellation(
  unit: UnitOfWork,
  caller: Caller,
  cancellationId: string,
): Promise<Decided> {
  const how = {
    command: "withdraw",
    event: "cancellation.withdrawn",
    also: {},
    reason: null,
  } as const;
  return release(unit, caller, cancellationId, how);
}

/** Nobody brought the rejection to support in time: it stands. */
export async function closeRejected(unit: UnitOfWork, cancellationId: string): Promise<Decided> {
  const found = await lockCancellation(unit, null, cancellationId);
  if (!found) return refuse({ kind: "NotFound", what: "cancellation" });
  const { cancellation } = found;
  const refusal = refuseTransition(cancellationMachine, cancellation.status, "close");
  if (refusal) return refuse(refusal);
  await advanceCancellation(unit.manager, cancellation, "close");
  const { orderId } = cancellation;
  await recordEvent(unit, { orderId, kind: "cancellation.closed", cancellationId });
  return done({ cancellationId });
}

/** The seller is reminded while there is still time; whoever answered already is left alone. */
export async function remindSeller(unit: UnitOfWork, cancellationId: string): Promise<Decided> {
  const found = await lockCancellation(unit, null, cancellationId);
  if (!found) return refuse({ kind: "NotFound", what: "cancellation" });
  const { status, respondBy, orderId } = found.cancellation;
  if (status !== "PENDING_SELLER" || !respondBy) return done({ cancellationId });
  await recordEvent(unit, {
    orderId,
    kind: "cancellation.reminder",
    cancellationId,
    data: { promisedBy: respondBy.toISOString(), owner: "SELLER" },
  });
  return done({ cancellationId });
}
