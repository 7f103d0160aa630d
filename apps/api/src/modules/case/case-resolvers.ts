import { assert } from "@makegood/domain/assert";
import { type CaseTopic, caseSubject } from "@makegood/domain/case/case-topic";
import { nextActionOfCase } from "@makegood/domain/next-action/next-action-of-case";
import type { CaseResolvers, Resolvers } from "#generated/resolvers.generated.js";
import { revivedDecision } from "#modules/decision/exports/read-decision.js";
import { decisionView } from "#modules/decision/exports/store-decision.js";
import { supportAgents } from "#modules/identity/exports/assignable-agent.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { pageSize } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { callerId } from "#platform/identity/caller.js";
import { caseMutations } from "./case-mutations.js";
import type { CaseEntity } from "./exports/case.entity.js";
import { casesByOrder } from "./exports/case-loaders.js";
import { CaseMessageEntity } from "./exports/case-message.entity.js";
import { openMatters } from "./exports/open-matters.js";
import { seesCase, visibleCase } from "./exports/visible-case.js";
import { listCases } from "./list-cases.js";

async function orderOf({ orderId }: CaseEntity, context: RequestContext) {
  const order = await context.loader(visibleOrderById).load(orderId);
  assert(order !== null, "who sees a case sees its order");
  return order;
}

const Case: CaseResolvers = {
  order: (support, _, context) => orderOf(support, context),
  topic: ({ topic }) => topic as CaseTopic,
  subject: async (support, _, context) => {
    const { number } = await orderOf(support, context);
    return caseSubject(support.topic as CaseTopic, number, localeOf(context));
  },
  assignee: ({ assigneeId }, _, context) =>
    assigneeId === null ? null : context.loader(personById).load(assigneeId),
  decision: ({ decision, orderId }) => decision && decisionView(orderId, revivedDecision(decision)),
  messages: ({ id }, { first, after }, context) => {
    const query = context.platform.database
      .getRepository(CaseMessageEntity)
      .createQueryBuilder("m")
      .where("m.caseId = :id", { id })
      .orderBy("m.id")
      .limit(pageSize(first ?? 100));
    if (after) query.andWhere("m.id > :after", { after });
    if (context.caller.kind !== "AGENT") query.andWhere("NOT m.internal");
    return query.getMany();
  },
  nextAction: (support) => nextActionOfCase(support),
  followUpOf: ({ followUpOf }, _, context) =>
    followUpOf === null ? null : visibleCase(context, followUpOf),
  openMatters: ({ orderId }, _, context) =>
    context.caller.kind === "AGENT"
      ? openMatters(context.platform.database.manager, orderId)
      : null,
  version: async (support, _, context) => (await orderOf(support, context)).timelineSeq,
  timelineSeq: async (support, _, context) => (await orderOf(support, context)).timelineSeq,
};

export const caseResolvers: Resolvers = {
  VersionConflict: {
    ...refusalFields,
    case: async ({ caseId }, _, context) => {
      const support = await visibleCase(context, caseId);
      assert(support !== null, "who acts on a case sees it");
      return support;
    },
  },
  AlreadyAssigned: {
    ...refusalFields,
    assignee: async ({ assigneeId }, _, context) => {
      const person = await context.loader(personById).load(assigneeId);
      assert(person !== null, "people are never deleted");
      return person;
    },
  },
  MattersOpen: refusalFields,
  Query: {
    supportAgents: (_, __, context) =>
      context.caller.kind === "AGENT" ? supportAgents(context.platform.database.manager) : [],
    case: (_, { id }, context) => visibleCase(context, id),
    cases: (_, { first, after, view, search }, context) =>
      listCases(
        context,
        { first: first ?? null, after: after ?? null },
        { view: view ?? null, search: search ?? null },
      ),
  },
  Mutation: caseMutations,
  Order: {
    cases: async ({ id }, _, context) =>
      (await context.loader(casesByOrder).load(id)).filter((row) => seesCase(context.caller, row)),
  },
  Case,
  CaseMessage: {
    mine: ({ authorId }, _, context) => authorId === callerId(context.caller),
  },
};
