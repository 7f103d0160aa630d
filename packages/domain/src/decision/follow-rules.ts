import type { Refusal } from "../refusal/refusal.js";
import type { DecisionOutcome, RuleName, TraceStep } from "./decision.js";

/** What a rule does to the question: leaves it open, or settles it. */
export type Effect =
  | { readonly kind: "CONTINUE" }
  | { readonly kind: "AT_ONCE" }
  | { readonly kind: "ASK_SELLER" }
  | { readonly kind: "ASK_APPROVAL" }
  | { readonly kind: "REFUSE"; readonly refusal: Refusal };

/** The fact a rule read, against what, and what follows. */
export type Seen = Omit<TraceStep, "rule"> & { readonly effect: Effect };

export interface Rule<R extends RuleName, S> {
  readonly rule: R;
  /** Looked at even after the question whether it is possible is settled: it checks what was given. */
  readonly checksAnswer?: true;
  look(situation: S): Seen;
}

export interface Followed<R extends RuleName> {
  readonly outcome: DecisionOutcome;
  /** The rule that settled it. */
  readonly rule: R;
  readonly trace: readonly TraceStep[];
  readonly refusal: Refusal | null;
}

export const goOn: Effect = { kind: "CONTINUE" };
export const atOnce: Effect = { kind: "AT_ONCE" };
export const askApproval: Effect = { kind: "ASK_APPROVAL" };
export const refuse = (refusal: Refusal): Effect => ({ kind: "REFUSE", refusal });

export const seen = (
  fact: string,
  value: TraceStep["value"],
  threshold: TraceStep["threshold"],
  verdict: TraceStep["verdict"],
  effect: Effect = goOn,
): Seen => ({ fact, value, threshold, verdict, effect });

const outcomes: Record<Exclude<Effect["kind"], "CONTINUE">, DecisionOutcome> = {
  AT_ONCE: "AUTO_APPROVED",
  ASK_SELLER: "NEEDS_SELLER",
  ASK_APPROVAL: "NEEDS_APPROVAL",
  REFUSE: "REFUSED",
};

/**
 * Looks at every rule in order until one settles the question; the way there is the explanation.
 * Rules that check what was given are looked at after that, too, unless it was refused.
 */
export function followRules<R extends RuleName, S>(
  rules: readonly Rule<R, S>[],
  situation: S,
  otherwise: R,
): Followed<R> {
  const trace: TraceStep[] = [];
  let settled: Exclude<Effect, { kind: "CONTINUE" }> | null = null;
  let rule = otherwise;
  for (const candidate of rules) {
    if (settled && !(candidate.checksAnswer && settled.kind !== "REFUSE")) continue;
    const { effect, ...step } = candidate.look(situation);
    trace.push({ rule: candidate.rule, ...step });
    if (effect.kind === "CONTINUE") continue;
    settled = effect;
    rule = candidate.rule;
  }
  const outcome = settled === null ? "REFUSED" : outcomes[settled.kind];
  return { outcome, rule, trace, refusal: settled?.kind === "REFUSE" ? settled.refusal : null };
}
