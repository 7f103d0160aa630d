import { replayDecision, revivedQuestion } from "@makegood/domain/decision/replay";
import type { PolicyProblem, PolicyRules } from "@makegood/domain/policy/policy";
import { policyClauses, policyDiff } from "@makegood/domain/policy/policy-clauses";
import { type FloorBreach, floorBreaches } from "@makegood/domain/policy/policy-floor";
import { policyText } from "@makegood/domain/policy/policy-text";
import { validatePolicy } from "@makegood/domain/policy/validate-policy";
import type { Locale, Localized } from "@makegood/domain/text/locale";
import { GraphQLError } from "graphql";
import type { PolicyVersionResolvers, Resolvers } from "#generated/resolvers.generated.js";
import { decisionById } from "#modules/decision/exports/decision-loaders.js";
import { decisionView } from "#modules/decision/exports/store-decision.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { checkIds } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { callerShopIds } from "#platform/identity/caller.js";
import { type BacktestProgress, backtest } from "./backtest.js";
import {
  currentPolicyByShop,
  policiesByShop,
  policyVersionById,
} from "./exports/policy-loaders.js";
import type { PolicyVersionEntity } from "./exports/policy-version.entity.js";
import { rulesOf } from "./policy-input.js";
import { publishPolicy } from "./publish-policy.js";

const sections = (rules: PolicyRules, locale: Locale) =>
  policyText(rules, locale).map(({ heading, sentences }) => ({
    heading,
    sentences: [...sentences],
  }));

const labelOf = (path: string, locale: Locale) =>
  policyClauses.find((clause) => clause.path === path)?.label[locale] ?? path;

const problemsIn = (problems: readonly PolicyProblem[], locale: Locale) =>
  problems.map((problem) => ({ ...problem, label: labelOf(problem.clause, locale) }));

const breachesIn = (breaches: readonly FloorBreach[], locale: Locale) =>
  breaches.map(({ needed, ...breach }) => ({
    ...breach,
    label: labelOf(breach.clause, locale),
    needed: needed[locale],
  }));

const localized = (text: Localized<string>) => ({ en: text.en, ptBR: text["pt-BR"] });

/** Drafts are the shop's own business. */
function needsShop(context: RequestContext, shopId: string): void {
  const { caller } = context;
  if (caller.kind === "AGENT" || callerShopIds(caller).includes(shopId)) return;
  throw new GraphQLError("There is no such shop, or it isn't yours.", {
    extensions: { code: "NOT_FOUND" },
  });
}

/** Policies are public: anybody may read them before they buy. */
const PolicyVersion: PolicyVersionResolvers = {
  text: ({ rules }, _, context) => sections(rules, localeOf(context)),
  rules: ({ rules }) => ({
    ...rules,
    cancellation: {
      ...rules.cancellation,
      reasons: rules.cancellation.reasons.map((reason) => ({
        ...reason,
        label: localized(reason.label),
      })),
    },
    returns: {
      ...rules.returns,
      categories: rules.returns.categories.map((rule) => ({ ...rule })),
      reasons: rules.returns.reasons.map((reason) => ({
        ...reason,
        label: localized(reason.label),
      })),
      packingTips: localized(rules.returns.packingTips),
    },
  }),
  changes: async ({ shopId, number, rules }, _, context) => {
    const all = await context.loader(policiesByShop).load(shopId);
    const before = all.find((version) => version.number === number - 1);
    return before ? policyDiff(before.rules, rules, localeOf(context)) : [];
  },
  cancellationReasons: ({ rules }) => [...rules.cancellation.reasons],
  cancellationReasonRequired: ({ rules }) => rules.cancellation.reasonRequired,
};

const toProgress = async (progress: BacktestProgress, context: RequestContext) => ({
  ...progress,
  moneyAtStake: [...progress.moneyAtStake].map(([currency, minor]) => toMoney(minor, currency)),
  flows: [...progress.flows].map(([flow, count]) => {
    const [before, after] = flow.split(" ");
    return { before, after, count };
  }),
  examples: await Promise.all(
    progress.examples.map(async ({ orderId, ...example }) => ({
      ...example,
      order: await context.loader(visibleOrderById).load(orderId),
    })),
  ),
});

export const policyResolvers: Resolvers = {
  Query: {
    previewPolicy: async (_, { shopId, rules }, context) => {
      needsShop(context, shopId);
      const draft = rulesOf(rules);
      const locale = localeOf(context);
      const current = await context.loader(currentPolicyByShop).load(shopId);
      return {
        text: sections(draft, locale),
        problems: problemsIn(validatePolicy(draft), locale),
        breaches: breachesIn(floorBreaches(draft), locale),
        changes: current ? policyDiff(current.rules, draft, locale) : [],
      };
    },
    replayDecision: async (_, { decisionId, policyVersionId, at }, context) => {
      if (context.caller.kind !== "AGENT") return null;
      const stored = await context.loader(decisionById).load(decisionId);
      const version =
        stored &&
        (await context.loader(policyVersionById).load(policyVersionId ?? stored.policyVersionId));
      if (!stored?.question || !version) return null;
      const question = revivedQuestion(stored.question);
      return decisionView(stored.orderId, replayDecision(question, version, at ?? question.now));
    },
  },
  Mutation: {
    publishPolicy: async (_, { input }, context) => {
      const result = await runForCaller<{ policyVersionId: string }>(context, {
        name: "publishPolicy",
        input,
        problem: checkIds(input, [["shopId", "shop", input.shopId]]),
        work: (unit, caller) =>
          publishPolicy(unit, caller, { shopId: input.shopId, rules: rulesOf(input.rules) }),
      });
      if (!result.ok) return result.refused as never;
      const stored = await context.loader(policyVersionById).load(result.answer.policyVersionId);
      const policy = stored ?? (result.made as PolicyVersionEntity);
      const { replayed, dryRun } = result;
      return { __typename: "PublishPolicySuccess", policy, replayed, dryRun };
    },
  },
  Subscription: {
    policyBacktest: {
      subscribe: async function* (_, { shopId, rules }, context) {
        needsShop(context, shopId);
        const draft = { shopId, rules: rulesOf(rules), locale: localeOf(context) };
        for await (const progress of backtest(context.platform, draft)) {
          context.forgetLoaders();
          yield { policyBacktest: (await toProgress(progress, context)) as never };
        }
      },
    },
  },
  Shop: {
    policies: ({ id }, _, context) => context.loader(policiesByShop).load(id),
  },
  PolicyVersion,
  PolicyUnusable: {
    ...refusalFields,
    problems: ({ problems }, _, context) => problemsIn(problems, localeOf(context)),
  },
  PolicyBelowFloor: {
    ...refusalFields,
    breaches: ({ breaches }, _, context) => breachesIn(breaches, localeOf(context)),
  },
  CancellationReason: {
    label: ({ label }, _, context) => label[localeOf(context)],
  },
};
