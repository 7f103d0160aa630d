import { nextActionOfDrift } from "@makegood/domain/next-action/next-action-of-drift";
import { driftStepSentence } from "@makegood/domain/reconciliation/drift-step-words";
import { runProblemSentence } from "@makegood/domain/reconciliation/run-problem-words";
import type { DriftItemResolvers, Resolvers } from "#generated/resolvers.generated.js";
import { visibleCase } from "#modules/case/exports/visible-case.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import type { Providers } from "#modules/refund/exports/providers.js";
import { refundOfAttempt } from "#modules/refund/exports/refund-of-attempt.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { driftMutations } from "./drift-mutations.js";
import { nextStepOfItem } from "./exports/next-step-of-item.js";
import { ReconciliationRunEntity } from "./exports/reconciliation-run.entity.js";
import { countDrift, listDrift } from "./list-drift.js";
import { orderOfItem } from "./order-of-item.js";
import { sentenceOfItem } from "./sentence-of-item.js";

const amount = (minor: number | null, currency: string | null) =>
  minor === null || currency === null ? null : toMoney(minor, currency);

const DriftItem: DriftItemResolvers = {
  sentence: (item, _, context) => sentenceOfItem(item, localeOf(context)),
  providerReference: ({ theirsId }) => theirsId,
  providerRefundId: ({ about, theirsId }) => (about === "REFUND" ? theirsId : null),
  order: async (item, _, context) => {
    const orderId = await orderOfItem(context.platform.database.manager, item);
    return orderId === null ? null : context.loader(visibleOrderById).load(orderId);
  },
  refund: ({ attemptId }, _, context) =>
    attemptId === null ? null : refundOfAttempt(context, attemptId),
  ours: ({ oursMinor, oursCurrency }) => amount(oursMinor, oursCurrency),
  theirs: ({ theirsMinor, theirsCurrency }) => amount(theirsMinor, theirsCurrency),
  nextStep: nextStepOfItem,
  nextStepSentence: (item, _, context) => {
    const step = nextStepOfItem(item);
    return step && driftStepSentence(step, item.about, localeOf(context));
  },
  overdue: (item, _, { platform }) =>
    nextActionOfDrift(item) !== null && item.dueBy < platform.clock.now(),
  nextAction: (item) => nextActionOfDrift(item),
  assignee: ({ assigneeId }, _, context) =>
    assigneeId === null ? null : context.loader(personById).load(assigneeId),
  case: ({ caseId }, _, context) => (caseId === null ? null : visibleCase(context, caseId)),
  proposedBy: ({ proposedById }, _, context) =>
    proposedById === null ? null : context.loader(personById).load(proposedById),
  acceptedBy: ({ acceptedById }, _, context) =>
    acceptedById === null ? null : context.loader(personById).load(acceptedById),
};

export const reconciliationResolvers = (providers: Providers): Resolvers => ({
  ReconciliationRun: {
    problem: ({ problem }, _, context) => problem && runProblemSentence(problem, localeOf(context)),
  },
  Query: {
    driftItems: (_, { view, first, after }, context) =>
      listDrift(context, view ?? "NEEDS_ATTENTION", { first: first ?? null, after: after ?? null }),
    driftItemsCount: (_, __, context) => countDrift(context),
    reconciliationRuns: async (_, __, context) => {
      if (knownCaller(context).kind !== "AGENT") return [];
      return context.platform.database
        .getRepository(ReconciliationRunEntity)
        .createQueryBuilder("r")
        .distinctOn(["r.provider"])
        .orderBy("r.provider")
        .addOrderBy("r.startedAt", "DESC")
        .getMany();
    },
  },
  Mutation: driftMutations(providers),
  DriftItem,
  ProviderSilent: refusalFields,
});
