import {
  cancellationLooked,
  explainCancellation,
  explainCancellationPossible,
} from "../cancellation/explain-decision.js";
import { fairUseLooked } from "../fair-use/fair-use-words.js";
import { explainRefund, refundLooked } from "../refund/explain-refund.js";
import { explainReturn, returnLooked } from "../return/explain-return.js";
import type { Locale, Zone } from "../text/locale.js";
import type { Decision, TraceStep } from "./decision.js";

/** A decision in one sentence, whatever it is about. */
export function explainDecision(decision: Decision, locale: Locale, zone: Zone): string {
  switch (decision.command) {
    case "CANCEL":
      return explainCancellation(decision, locale, zone);
    case "RETURN":
      return explainReturn(decision, locale, zone);
    case "REFUND":
      return explainRefund(decision, locale, zone);
  }
}

const verdicts: Record<Locale, Record<TraceStep["verdict"], string>> = {
  en: { PASS: "Yes", FAIL: "No", NOT_APPLICABLE: "Does not apply" },
  "pt-BR": { PASS: "Sim", FAIL: "Não", NOT_APPLICABLE: "Não se aplica" },
};

/** One step of the explanation in words. */
export function explainStep(step: TraceStep, locale: Locale): string {
  const looked = {
    ...fairUseLooked[locale],
    ...cancellationLooked[locale],
    ...returnLooked[locale],
    ...refundLooked[locale],
  };
  return `${looked[step.rule]} ${verdicts[locale][step.verdict]}.`;
}

/** What would make it possible, in words; null where nothing but another state would. */
export function explainPossible(decision: Decision, locale: Locale, zone: Zone): string | null {
  return decision.command === "CANCEL" ? explainCancellationPossible(decision, locale, zone) : null;
}
