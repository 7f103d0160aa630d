import { nextStepSentence, refusalNextSteps } from "@makegood/domain/refusal/next-steps";
import { neededWords } from "@makegood/domain/refusal/person-words";
import { refusalSentence } from "@makegood/domain/refusal/refusal-words";
import type { BuyerRight } from "@makegood/domain/rights/buyer-right";
import type { NextStepResolvers, Resolvers } from "#generated/resolvers.generated.js";
import type { Refused } from "#platform/commands/refused.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf, zoneOf } from "#platform/graphql/locale.js";

/** What its buyer may do besides, as the decision behind a refusal knows it. */
function rightsBehind({ decision }: Refused): readonly BuyerRight[] {
  const { rights } = (decision?.body ?? {}) as { rights?: readonly BuyerRight[] };
  return rights ?? [];
}

/** What every refusal can say of itself; types with fields of their own add to these. */
export const refusalFields = {
  message: (refused: Refused, _: unknown, context: RequestContext) =>
    refusalSentence(refused, localeOf(context), zoneOf(context)),
  decision: (refused: Refused) => refused.decision,
  nextSteps: (refused: Refused) => refusalNextSteps(refused, rightsBehind(refused)),
};

const NextStep: NextStepResolvers = {
  until: ({ until }) => until ?? null,
  sentence: (step, _, context) => nextStepSentence(step, localeOf(context), zoneOf(context)),
};

/** Refusals that any command may meet. */
export const platformResolvers: Resolvers = {
  NextStep,
  NotFound: refusalFields,
  InvalidInput: refusalFields,
  NotInThisState: refusalFields,
  PersonNotAllowed: {
    ...refusalFields,
    needed: ({ needed }, _, context) => neededWords(needed, localeOf(context)),
  },
  IdempotencyConflict: refusalFields,
  IdempotencyInProgress: refusalFields,
  Busy: refusalFields,
};
