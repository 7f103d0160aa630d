import type { Refusal, RefusalKind } from "@makegood/domain/refusal/refusal";
import type { DecisionView } from "#platform/commands/decision-view.js";

/**
 * A refusal on its way out: the domain's data, with the decision it rests on where there is one.
 * Its kind is the name of its GraphQL type.
 */
export type Refused = Refusal & { decision: DecisionView | null };

/** What a use case comes to. A refusal is an answer, never an exception. */
export type Outcome<A> = { ok: true; answer: A; made?: object } | { ok: false; refused: Refused };

/** `made` is the row that was written, for a dry run, after which it can't be read. */
export const done = <A>(answer: A, made?: object): Outcome<A> =>
  made ? { ok: true, answer, made } : { ok: true, answer };

export const refuse = (refusal: Refusal, decision: DecisionView | null = null): Outcome<never> => ({
  ok: false,
  refused: { ...refusal, decision },
});

/** Refusals by kind: what the resolvers of each refusal's GraphQL type are given. */
export type RefusedAs = { [K in RefusalKind]: Extract<Refused, { kind: K }> };
