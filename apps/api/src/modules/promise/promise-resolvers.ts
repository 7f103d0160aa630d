import { assert } from "@makegood/domain/assert";
import { promiseOwner } from "@makegood/domain/promise/service-promise";
import { eventSentence } from "@makegood/domain/timeline/timeline-words";
import type {
  PromiseView,
  Resolvers,
  ServicePromiseResolvers,
} from "#generated/resolvers.generated.js";
import { visibleCase } from "#modules/case/exports/visible-case.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { refundById } from "#modules/refund/exports/refund-loaders.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import { checkIds } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { keysetPage } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf, zoneOf } from "#platform/graphql/locale.js";
import { callerId } from "#platform/identity/caller.js";
import { promiseById, promiseByRefund } from "./exports/promise-loaders.js";
import { ServicePromiseEntity } from "./exports/service-promise.entity.js";
import { promiseFigures } from "./promise-figures.js";
import { assignPromise, releasePromise, takePromise } from "./take-promise.js";

async function payload(context: RequestContext, result: CommandResult<{ promiseId: string }>) {
  if (!result.ok) return result.refused as never;
  const { replayed, dryRun, answer } = result;
  const promise = await context.loader(promiseById).load(answer.promiseId);
  assert(promise !== null, "a promise is never deleted");
  return { __typename: "PromiseSuccess" as const, promise, replayed, dryRun };
}

const views: Record<PromiseView, string> = {
  NEEDS_ATTENTION: "p.state IN ('AT_RISK', 'BROKEN')",
  AT_RISK: "p.state = 'AT_RISK'",
  BROKEN: "p.state = 'BROKEN'",
  MINE: "p.state IN ('OPEN', 'AT_RISK', 'BROKEN') AND p.assigneeId = :me",
};

const ServicePromise: ServicePromiseResolvers = {
  owedBy: ({ kind }) => promiseOwner[kind],
  order: async ({ orderId }, _, context) => {
    const order = await context.loader(visibleOrderById).load(orderId);
    assert(order !== null, "a promise is reached through its visible order");
    return order;
  },
  refund: ({ refundId }, _, context) =>
    refundId === null ? null : context.loader(refundById).load(refundId),
  case: ({ caseId }, _, context) => (caseId === null ? null : visibleCase(context, caseId)),
  sentence: async ({ state, cause, shopId, refundId, promisedBy, expectedBy }, _, context) => {
    const broken = state === "BROKEN" && expectedBy !== null;
    if (!cause || !(broken || (state === "AT_RISK" && context.caller.kind === "AGENT")))
      return null;
    const late = refundId ? ("refund.late" as const) : ("case.late" as const);
    const shop = await context.loader(shopById).load(shopId);
    const data = {
      promisedBy: promisedBy.toISOString(),
      ...(expectedBy ? { expectedBy: expectedBy.toISOString() } : {}),
      cause,
    };
    return eventSentence(
      broken ? late : "refund.atRisk",
      data,
      localeOf(context),
      zoneOf(context, shop?.country).id,
    );
  },
  assignee: ({ assigneeId }, _, context) =>
    assigneeId === null || context.caller.kind !== "AGENT"
      ? null
      : context.loader(personById).load(assigneeId),
};

export const promiseResolvers: Resolvers = {
  Query: {
    promises: (_, { view, first, after }, context) => {
      const query = context.platform.database
        .getRepository(ServicePromiseEntity)
        .createQueryBuilder("p");
      if (context.caller.kind === "AGENT") {
        query.where(views[view ?? "NEEDS_ATTENTION"], { me: callerId(context.caller) });
      } else query.where("FALSE");
      const page = { first: first ?? null, after: after ?? null };
      return keysetPage(query, { column: "promisedBy", direction: "ASC" }, page);
    },
    promiseFigures,
  },
  Mutation: {
    takePromise: async (_, { input }, context) =>
      payload(
        context,
        await runForCaller<{ promiseId: string }>(context, {
          name: "takePromise",
          input,
          problem: checkIds(input, [["promiseId", "servicePromise", input.promiseId]]),
          work: (unit, caller) => takePromise(unit, caller, input.promiseId),
        }),
      ),
    assignPromise: async (_, { input }, context) =>
      payload(
        context,
        await runForCaller<{ promiseId: string }>(context, {
          name: "assignPromise",
          input,
          problem: checkIds(input, [
            ["promiseId", "servicePromise", input.promiseId],
            ["assigneeId", "person", input.assigneeId],
          ]),
          work: (unit, caller) => assignPromise(unit, caller, input),
        }),
      ),
    releasePromise: async (_, { input }, context) =>
      payload(
        context,
        await runForCaller<{ promiseId: string }>(context, {
          name: "releasePromise",
          input,
          problem: checkIds(input, [["promiseId", "servicePromise", input.promiseId]]),
          work: (unit, caller) => releasePromise(unit, caller, input.promiseId),
        }),
      ),
  },
  Refund: { promise: ({ id }, _, context) => context.loader(promiseByRefund).load(id) },
  ServicePromise,
};
