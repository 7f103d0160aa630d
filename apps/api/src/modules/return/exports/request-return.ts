import { remindAt } from "@makegood/domain/calendar/remind-at";
import type { ReturnQuote } from "@makegood/domain/return/quote-return";
import type { ReturnKind } from "@makegood/domain/return/return-kind";
import { returnReason } from "@makegood/domain/return/return-reasons";
import { keepQuote } from "#modules/cancellation/exports/keep-quote.js";
import { QuoteEntity } from "#modules/cancellation/exports/quote.entity.js";
import { quoteBody } from "#modules/cancellation/exports/quote-view.js";
import { staleness } from "#modules/cancellation/exports/staleness.js";
import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { keepDecision, namedDecision } from "#modules/decision/exports/store-decision.js";
import { attachPhotos } from "#modules/photo/exports/attach-photos.js";
import type { DecisionView } from "#platform/commands/decision-view.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { callerId } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { approveReturnAs } from "../approve-return.js";
import { type DecidedReturn, decideForReturn, returnQuoteFor } from "../decide-for-return.js";
import { returnDue, returnReminder } from "./advance-return.js";
import { ReturnEntity, type ReturnMethod } from "./return.entity.js";
import { ReturnUnitEntity } from "./return-unit.entity.js";

export interface ReturnRequest {
  orderId: string;
  units: { lineId: string; quantity: number }[] | null;
  reasonCode: string | null;
  note: string | null;
  photoIds: readonly string[];
  method: ReturnMethod;
  /** The money when left out. */
  kind?: ReturnKind;
  wish?: string | null;
  quoteId: string | null;
  /** Declared by right of law rather than asked for. */
  statutory?: boolean;
}

/**
 * Asks to return units, or has them approved at once: decided under the order's lock by the version
 * it was bought under, and later settled as quoted. A refusal keeps the decision that explains it.
 */
export async function requestReturn(
  unit: UnitOfWork,
  caller: Caller,
  carrier: ReturnCarrier,
  wanted: ReturnRequest,
): Promise<Outcome<{ returnId: string }>> {
  const { orderId, units, reasonCode, note, photoIds, kind = "REFUND", wish = null } = wanted;
  const statutory = wanted.statutory ?? false;
  const ask = { units, reasonCode, note, photos: photoIds.length, statutory, kind, wish };
  const decided = await decideForReturn(unit, caller, orderId, ask);
  if (!decided) return refuse({ kind: "NotFound", what: "order" });
  const { decision, locked } = decided;
  const view = namedDecision(orderId, decision, decided.question);
  if (decision.refusal) {
    unit.keepIfRefused((manager) => keepDecision(manager, view, callerId(caller), unit.now));
    return refuse(decision.refusal, view);
  }
  await keepDecision(unit.manager, view, callerId(caller), unit.now);
  const quoted = await quotedReturn(unit, caller, carrier, { decided, wanted, view });
  if (!quoted.ok) return quoted;

  const { row, quote } = quoted.answer;
  const request = newReturn(unit, wanted, decided, { quote, quoteId: row.id, view });
  await unit.manager.insert(ReturnEntity, request);
  const refusal = await attachPhotos(unit, photoIds, {
    orderId,
    subjectId: request.id,
    purpose: "REQUEST",
  });
  if (refusal) return refuse(refusal);
  const made = await insertUnits(unit, request.id, quote);
  await recordEvent(unit, {
    orderId,
    kind: "return.requested",
    returnId: request.id,
    reason: decision.reasons.find(({ code }) => code === reasonCode)?.label.en ?? note,
    data: { units: made.length },
  });
  if (decision.outcome === "AUTO_APPROVED") {
    const given = { locked, request, units: made, policy: decided.policy };
    await approveReturnAs(unit, given, "return.approvedAtOnce", { rule: decision.rule });
  } else if (request.dueAt) {
    await setDeadline(unit.manager, returnDue, request.id, request.dueAt, { binds: orderId });
    const reminder = remindAt(unit.now, request.dueAt);
    if (reminder) await setDeadline(unit.manager, returnReminder, request.id, reminder);
  }
  return done({ returnId: request.id }, { quote: row, decision: view });
}

interface Quoting {
  decided: DecidedReturn;
  wanted: ReturnRequest;
  view: DecisionView;
}

/** The quote that was shown, if it still says what would be quoted now; or a fresh one. */
async function quotedReturn(
  unit: UnitOfWork,
  caller: Caller,
  carrier: ReturnCarrier,
  { decided, wanted, view }: Quoting,
): Promise<Outcome<{ row: QuoteEntity; quote: ReturnQuote }>> {
  const { now, manager } = unit;
  const labelMinor = carrier.labelPriceMinor(decided.facts.currency);
  const fresh = returnQuoteFor(decided, {
    ...wanted,
    kind: wanted.kind ?? "REFUND",
    labelMinor,
    now,
  });
  const made = {
    locked: decided.locked,
    decisionId: view.id ?? "",
    callerId: callerId(caller),
    now,
  };
  if (wanted.quoteId === null) {
    const row = await keepQuote(manager, fresh, { ...made, usedAt: now });
    return done({ row, quote: fresh });
  }
  const shown = await manager.findOneBy(QuoteEntity, {
    id: wanted.quoteId,
    callerId: made.callerId,
    orderId: wanted.orderId,
  });
  const why = staleness(shown, fresh, now);
  if (shown && why === null) {
    await manager.update(QuoteEntity, { id: shown.id }, { usedAt: now });
    return done({ row: shown, quote: quoteBody(shown) as ReturnQuote });
  }
  const newQuoteId = newId("quote");
  const kept = namedDecision(view.orderId, decided.decision, decided.question);
  unit.keepIfRefused(async (later) => {
    await keepDecision(later, kept, made.callerId, now);
    await keepQuote(later, fresh, { ...made, id: newQuoteId, decisionId: kept.id ?? "" });
  });
  return refuse({ kind: "QuoteStale", why: why ?? "UNKNOWN", newQuoteId }, kept);
}

function newReturn(
  unit: UnitOfWork,
  { reasonCode, note, method, kind = "REFUND", wish = null }: ReturnRequest,
  { decision, locked, policy }: DecidedReturn,
  made: { quote: ReturnQuote; quoteId: string; view: DecisionView },
): ReturnEntity {
  const { id: orderId, shopId, buyerId } = locked.order;
  const reason = returnReason(reasonCode, policy.rules.returns.reasons);
  return {
    id: newId("return"),
    orderId,
    shopId,
    buyerId,
    status: "REQUESTED",
    kind,
    wish: kind === "EXCHANGE" ? wish : null,
    requestedAt: unit.now,
    requestedBy: unit.actor.kind,
    requestedById: unit.actor.id,
    reasonCode,
    reasonLabel: reason && { ...reason.label },
    fault: reason?.fault ?? null,
    note,
    method,
    shippingPaidBy: decision.shippingPaidBy,
    returnless: decision.returnless,
    amountMinor: made.quote.totalMinor + (made.quote.waitsMinor ?? 0),
    currency: made.quote.currency,
    promisedBy: made.quote.promisedBy,
    dueAt: decision.respondBy,
    pausedMs: null,
    decidedAt: null,
    decidedBy: null,
    rejectionReason: null,
    rejectionNote: null,
    question: null,
    answer: null,
    offerMinor: null,
    offerNote: null,
    carrier: null,
    trackingNumber: null,
    sentAt: null,
    receivedAt: null,
    inspectedAt: null,
    decisionId: made.view.id ?? "",
    quoteId: made.quoteId,
  };
}

async function insertUnits(
  { manager }: UnitOfWork,
  returnId: string,
  { unitShares }: ReturnQuote,
): Promise<ReturnUnitEntity[]> {
  const units = unitShares.map(
    ({ lineId, grossMinor, keptMinor }, index): ReturnUnitEntity => ({
      id: newId("returnUnit"),
      returnId,
      lineId,
      position: index + 1,
      grossMinor,
      keptMinor,
      deductionMinor: 0,
      state: "OPEN",
      reception: "AWAITING",
      inspection: "PENDING",
      grade: null,
      disposition: null,
      inspectionNote: null,
    }),
  );
  await manager.insert(ReturnUnitEntity, units);
  return units;
}
