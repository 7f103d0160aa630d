import { keepDecision, namedDecision } from "#modules/decision/exports/store-decision.js";
import type { DecisionView } from "#platform/commands/decision-view.js";
import { type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";
import type { Decided } from "./decide-for.js";
import { keepQuote } from "./exports/keep-quote.js";
import { QuoteEntity } from "./exports/quote.entity.js";
import { staleness } from "./exports/staleness.js";
import { quoteFor } from "./make-quote.js";

export interface QuoteWanted {
  quoteId: string | null;
  units: Parameters<typeof quoteFor>[0]["units"];
  callerId: string;
  view: DecisionView;
}

/**
 * The quote to carry out, marked as used: the one that was shown, if it still says what would be
 * quoted now, or a fresh one where none was named. A stale one is answered with a new one.
 */
export async function useQuote(
  unit: UnitOfWork,
  decided: Decided,
  wanted: QuoteWanted,
): Promise<Outcome<QuoteEntity>> {
  const { callerId, view } = wanted;
  const { now, manager } = unit;
  const fresh = quoteFor({ ...decided, units: wanted.units, now });
  const made = { locked: decided.locked, decisionId: view.id ?? "", callerId, now };
  if (wanted.quoteId === null) {
    return { ok: true, answer: await keepQuote(manager, fresh, { ...made, usedAt: now }) };
  }
  const shown = await manager.findOneBy(QuoteEntity, {
    id: wanted.quoteId,
    callerId,
    orderId: decided.locked.order.id,
  });
  const why = staleness(shown, fresh, now);
  if (shown && why === null) {
    await manager.update(QuoteEntity, { id: shown.id }, { usedAt: now });
    return { ok: true, answer: { ...shown, usedAt: now } };
  }
  const newQuoteId = newId("quote");
  const kept = namedDecision(view.orderId, decided.decision, decided.question);
  unit.keepIfRefused(async (later) => {
    await keepDecision(later, kept, callerId, now);
    await keepQuote(later, fresh, { ...made, id: newQuoteId, decisionId: kept.id ?? "" });
  });
  return refuse({ kind: "QuoteStale", why: why ?? "UNKNOWN", newQuoteId }, kept);
}
