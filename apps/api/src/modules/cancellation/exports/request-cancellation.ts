import { remindAt } from "@makegood/domain/calendar/remind-at";
import type { ReasonRule } from "@makegood/domain/policy/policy";
import { keepDecision, namedDecision } from "#modules/decision/exports/store-decision.js";
import { refuseIfChanged } from "#modules/order/exports/refuse-if-changed.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import type { Caller } from "#platform/identity/caller.js";
import { callerId } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { carryOut } from "../carry-out.js";
import { decideFor } from "../decide-for.js";
import { useQuote } from "../use-quote.js";
import { CancellationEntity, type CancellationKind } from "./cancellation.entity.js";
import { CancellationUnitEntity } from "./cancellation-unit.entity.js";
import { quoteBody } from "./quote-view.js";

export interface CancellationRequest {
  orderId: string;
  units: { lineId: string; quantity: number }[] | null;
  reasonCode: string | null;
  note: string | null;
  quoteId: string | null;
  kind: CancellationKind;
  /** The order's newest event that the caller had seen; left out where they don't say. */
  expectedVersion?: number | null;
}

export interface Requested extends Record<string, unknown> {
  cancellationId: string;
  decisionId: string;
  quoteId: string;
}

/** The name of the deadline at which a seller's silence approves. */
export const silenceDeadline = "cancellation.silence";
/** The name of the deadline before it, at which the seller is reminded. */
export const reminderDeadline = "cancellation.reminder";
/** The name of the deadline at which a rejection stands. */
export const appealDeadline = "cancellation.appeal";

/**
 * Cancels, or asks the seller to: decided under the order's lock by the version it was bought
 * under, carried out as quoted. A refusal keeps the decision that explains it.
 */
export async function requestCancellation(
  unit: UnitOfWork,
  /** Null for the system itself. */
  caller: Caller | null,
  request: CancellationRequest,
): Promise<Outcome<Requested>> {
  const by = caller ? callerId(caller) : systemActor.id;
  const { units, reasonCode, note, orderId } = request;
  const decided = await decideFor(unit, caller, orderId, {
    units,
    reasonCode,
    note,
    statutory: request.kind === "STATUTORY_WITHDRAWAL",
  });
  if (!decided) return refuse({ kind: "NotFound", what: "order" });
  const { order } = decided.locked;
  const changed = await refuseIfChanged(unit.manager, order, request.expectedVersion ?? null);
  if (changed) return refuse(changed);
  const { decision } = decided;
  const view = namedDecision(orderId, decision, decided.question);
  if (decision.refusal) {
    unit.keepIfRefused((manager) => keepDecision(manager, view, by, unit.now));
    return refuse(decision.refusal, view);
  }

  await keepDecision(unit.manager, view, by, unit.now);
  const wanted = { quoteId: request.quoteId, units, callerId: by, view };
  const quoted = await useQuote(unit, decided, wanted);
  if (!quoted.ok) return quoted;

  const quote = quoteBody(quoted.answer);
  const reason = decision.reasons.find(({ code }) => code === reasonCode) ?? null;
  const cancellation = await insertCancellation(unit, request, {
    shopId: decided.locked.order.shopId,
    status: decision.outcome === "AUTO_APPROVED" ? "AUTO_APPROVED" : "PENDING_SELLER",
    respondBy: decision.respondBy,
    amountMinor: quote.totalMinor + (quote.waitsMinor ?? 0) + quote.notChargedMinor,
    currency: quote.currency,
    decisionId: view.id ?? "",
    quoteId: quoted.answer.id,
    reason,
  });
  await unit.manager.insert(
    CancellationUnitEntity,
    quote.lines.map(({ lineId, quantity, amountMinor }) => ({
      cancellationId: cancellation.id,
      lineId,
      quantity,
      amountMinor,
      state: "HELD" as const,
    })),
  );
  await recordEvent(unit, {
    orderId,
    kind: request.kind === "SELLER" ? "cancellation.bySeller" : "cancellation.requested",
    cancellationId: cancellation.id,
    reason: reason?.label.en ?? note,
    data: { units: quote.lines.reduce((sum, line) => sum + line.quantity, 0) },
  });
  if (cancellation.status === "AUTO_APPROVED") {
    const { locked, payments, atBank } = decided;
    await carryOut(unit, locked, cancellation, quote, "cancellation.approvedAtOnce", {
      read: { payments, atBank },
      rule: decision.rule,
    });
  } else if (cancellation.respondBy) {
    await setDeadline(unit.manager, silenceDeadline, cancellation.id, cancellation.respondBy, {
      binds: orderId,
    });
    const reminder = remindAt(unit.now, cancellation.respondBy);
    if (reminder) await setDeadline(unit.manager, reminderDeadline, cancellation.id, reminder);
  }
  const ids = { decisionId: cancellation.decisionId, quoteId: cancellation.quoteId };
  return done(
    { cancellationId: cancellation.id, ...ids },
    { quote: quoted.answer, decision: view },
  );
}

async function insertCancellation(
  unit: UnitOfWork,
  request: CancellationRequest,
  made: Pick<
    CancellationEntity,
    "shopId" | "status" | "respondBy" | "amountMinor" | "currency" | "decisionId" | "quoteId"
  > & { reason: ReasonRule | null },
): Promise<CancellationEntity> {
  const { reason, ...columns } = made;
  const atOnce = made.status === "AUTO_APPROVED";
  const row: CancellationEntity = {
    ...columns,
    id: newId("cancellation"),
    orderId: request.orderId,
    kind: request.kind,
    requestedAt: unit.now,
    requestedBy: unit.actor.kind,
    requestedById: unit.actor.id,
    reasonCode: request.reasonCode,
    reasonLabel: reason && { ...reason.label },
    note: request.note,
    decidedAt: atOnce ? unit.now : null,
    decidedBy: atOnce ? "SYSTEM" : null,
    rejectionReason: null,
    rejectionNote: null,
    appealBy: null,
  };
  await unit.manager.insert(CancellationEntity, row);
  return row;
}
