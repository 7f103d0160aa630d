import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { DecisionView } from "#platform/commands/decision-view.js";

/**
 * A refusal on its way out: the domain's data, with the decision it rests on where there is one.
 * Its kind is the name of its GraphQL type.
 */
export type Refused = Refusal & { decision: DecisionView | null };

/** What a use case comes to. A refusal is an answer, never an exception. */
export type Outcome<A> = { ok: true; answer: A } | { ok: false; refused: Refused };

export const done = <A>(answer: A): Outcome<A> => ({ ok: true, answer });

export const refuse = (refusal: Refusal, decision: DecisionView | null = null): Outcome<never> => ({
  ok: false,
  refused: { ...refusal, decision },
});
