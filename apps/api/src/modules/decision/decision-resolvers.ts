import { assert } from "@makegood/domain/assert";
import { type Decision as DomainDecision, limitRules } from "@makegood/domain/decision/decision";
import { explainDecision, explainPossible, explainStep } from "@makegood/domain/decision/explain";
import {
  nextActionSentence,
  timeoutSentence,
} from "@makegood/domain/next-action/next-action-words";
import {
  type NextStep,
  refusalNextSteps,
  stepsOfRights,
} from "@makegood/domain/refusal/next-steps";
import { rightSentence } from "@makegood/domain/rights/right-words";
import type {
  BuyerRightResolvers,
  CancelableUnitsResolvers,
  DecisionResolvers,
  NextActionResolvers,
  Resolvers,
  TraceStepResolvers,
} from "#generated/resolvers.generated.js";
import { lineById } from "#modules/order/exports/order-loaders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import type { DecisionView } from "#platform/commands/decision-view.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf, zoneOf } from "#platform/graphql/locale.js";
import { readerOf } from "#platform/graphql/reader.js";

const bodyOf = (view: DecisionView) => view.body as DomainDecision;

const rightsOf = (decision: DomainDecision) =>
  decision.command === "REFUND" ? [] : (decision.rights ?? []);

async function versionOf(view: DecisionView, context: RequestContext) {
  const version = await context.loader(policyVersionById).load(view.policyVersionId);
  assert(version !== null, "a decision rests on a version that is kept");
  return version;
}

const zoneOfRules = async (view: DecisionView, context: RequestContext) =>
  zoneOf(context, (await versionOf(view, context)).rules.country);

const Decision: DecisionResolvers = {
  command: (view) => bodyOf(view).command,
  outcome: (view) => bodyOf(view).outcome,
  rule: (view) => bodyOf(view).rule,
  sentence: async (view, _, context) =>
    explainDecision(bodyOf(view), localeOf(context), await zoneOfRules(view, context)),
  policyVersion: (view, _, context) => versionOf(view, context),
  // What bounds a member of the desk is the desk's own business; all else is told to everybody alike.
  trace: (view, _, { caller }) =>
    bodyOf(view).trace.filter(({ rule }) => caller.kind === "AGENT" || !limitRules.includes(rule)),
  validUntil: (view) => bodyOf(view).validUntil,
  respondBy: (view) => bodyOf(view).respondBy,
  becomesPossible: async (view, _, context) =>
    explainPossible(bodyOf(view), localeOf(context), await zoneOfRules(view, context)),
  nextSteps: (view) => {
    const decision = bodyOf(view);
    const rights = rightsOf(decision);
    if (decision.refusal) return refusalNextSteps(decision.refusal, rights);
    // Where a seller would decide about it, what nobody decides about comes first.
    const asks = decision.outcome === "NEEDS_SELLER" && decision.command === "CANCEL";
    const readPolicy: NextStep = { kind: "READ_POLICY", at: null };
    return [...(asks ? stepsOfRights(rights) : []), readPolicy];
  },
  rights: (view) => [...rightsOf(bodyOf(view))],
  cancelableUnits: (view) => {
    const decision = bodyOf(view);
    return decision.command === "CANCEL" ? [...decision.cancelableUnits] : [];
  },
  reasonRequired: (view) => bodyOf(view).reasonRequired,
  reasons: (view) => [...bodyOf(view).reasons],
};

const CancelableUnits: CancelableUnitsResolvers = {
  line: async ({ lineId }, _, context) => {
    const line = await context.loader(lineById).load(lineId);
    assert(line !== null, "units are of a line of the order");
    return line;
  },
};

const text = (value: unknown) => (value === null ? null : String(value));

const BuyerRight: BuyerRightResolvers = {
  basis: ({ law }) => (law === null ? "SHOP" : "LAW"),
  units: ({ units }) => [...units],
  sentence: (right, _, context) => rightSentence(right, localeOf(context), zoneOf(context)),
};

const TraceStep: TraceStepResolvers = {
  value: ({ value }) => text(value),
  threshold: ({ threshold }) => text(threshold),
  sentence: (step, _, context) => explainStep(step, localeOf(context)),
};

const NextAction: NextActionResolvers = {
  sentence: ({ kind }, _, context) =>
    nextActionSentence(kind, localeOf(context), readerOf(context)),
  isOverdue: ({ deadline }, _, { platform }) =>
    deadline !== null && deadline < platform.clock.now(),
  onTimeout: ({ onTimeout }, _, context) =>
    onTimeout && timeoutSentence(onTimeout, localeOf(context), readerOf(context)),
};

export const decisionResolvers: Resolvers = {
  Decision,
  BuyerRight,
  CancelableUnits,
  TraceStep,
  NextAction,
};
