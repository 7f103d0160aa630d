import { refuseApprover } from "@makegood/domain/limit/decide-approval";
import { refusalSentence } from "@makegood/domain/refusal/refusal-words";
import type { RefundApprovalResolvers, Resolvers } from "#generated/resolvers.generated.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { integrationKeyById } from "#modules/integration/exports/integration-loaders.js";
import { approverOf } from "#modules/limit/exports/limit-of.js";
import { visibleTo } from "#modules/order/exports/visible-orders.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { keysetPage } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf, zoneOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { needed } from "#platform/graphql/needed.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { approvalMutations } from "./approval-mutations.js";
import { RefundEntity } from "./exports/refund.entity.js";
import { approvalByRefund, refundById } from "./exports/refund-loaders.js";

const ofShop = ["SELLER", "INTEGRATION"];

/** What one side gave is the other's business only once it is made. */
function seesApproval({ caller }: RequestContext, refund: RefundEntity): boolean {
  if (caller.kind === "AGENT") return true;
  return caller.kind === "SELLER" && ofShop.includes(refund.createdBy);
}

const refundOf = (refundId: string, context: RequestContext) =>
  needed(context.loader(refundById).load(refundId), "refund");

const RefundApproval: RefundApprovalResolvers = {
  askedBy: async ({ refundId, askedById }, _, context) => {
    const { createdBy } = await refundOf(refundId, context);
    const asked =
      createdBy === "INTEGRATION"
        ? await context.loader(integrationKeyById).load(askedById)
        : await context.loader(personById).load(askedById);
    return asked?.name ?? askedById;
  },
  askedBecause: async ({ refundId }, _, context) => (await refundOf(refundId, context)).reason,
  decidedBy: ({ decidedById }, _, context) =>
    decidedById !== null && context.caller.kind === "AGENT"
      ? context.loader(personById).load(decidedById)
      : null,
  cannotAnswer: async ({ refundId }, _, context) => {
    const refund = await refundOf(refundId, context);
    const { manager } = context.platform.database;
    const approver = await approverOf(manager, knownCaller(context), refund);
    const refusal = approver
      ? refuseApprover(approver, { ...refund, askedById: refund.createdById })
      : ({ kind: "PersonNotAllowed", needed: "OWNER_OR_SUPPORT" } as const);
    return refusal && refusalSentence(refusal, localeOf(context), zoneOf(context));
  },
};

/** What waits for a second person, as far as the caller has a part in it. */
function toApprove(context: RequestContext) {
  const caller = knownCaller(context);
  const query = context.platform.database
    .getRepository(RefundEntity)
    .createQueryBuilder("r")
    .where("r.status = 'PENDING_APPROVAL'");
  if (caller.kind === "SELLER") query.andWhere("r.createdBy IN (:...ofShop)", { ofShop });
  else if (caller.kind !== "AGENT") query.andWhere("FALSE");
  return visibleTo(query, caller);
}

export const approvalResolvers: Resolvers = {
  Query: {
    refundsToApprove: (_, { first, after }, context) => {
      const page = { first: first ?? null, after: after ?? null };
      return keysetPage(toApprove(context), { column: "waitsUntil", direction: "ASC" }, page);
    },
    refundsToApproveCount: (_, __, context) => toApprove(context).getCount(),
  },
  Mutation: approvalMutations,
  Refund: {
    approval: (refund, _, context) =>
      seesApproval(context, refund) ? context.loader(approvalByRefund).load(refund.id) : null,
  },
  RefundApproval,
  SecondPersonNeeded: {
    ...refusalFields,
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
    limit: ({ limitMinor, currency }) =>
      limitMinor === null ? null : toMoney(limitMinor, currency),
  },
};
