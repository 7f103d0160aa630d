import { refusePayment } from "@makegood/domain/payment/refuse-payment";
import { GraphQLError } from "graphql";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { collectedByOrder } from "#modules/payment/exports/payment-loaders.js";
import { dropOffInSandbox } from "#modules/return/exports/drop-off.js";
import { returnById } from "#modules/return/exports/return-loaders.js";
import { checkIds } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { knownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { needed } from "#platform/graphql/needed.js";
import { moveClock } from "./move-clock.js";
import { payInSandbox } from "./pay-in-sandbox.js";
import { forgeSandboxBooks, settleAtSandboxProvider } from "./sandbox-books.js";
import { moveSandboxChargeback, openSandboxChargeback } from "./sandbox-chargebacks.js";
import { sandboxSignIns } from "./sandbox-sign-ins.js";

const mostHours = 24 * 400;

/** What exists in a sandbox only looks elsewhere as if it were not there. */
function onlyInSandbox({ platform }: RequestContext): void {
  if (!platform.config.sandbox) {
    throw new GraphQLError("There is no sandbox here.", { extensions: { code: "NOT_FOUND" } });
  }
}

export const sandboxResolvers: Resolvers = {
  Query: {
    sandbox: async (_, __, { platform }) =>
      platform.config.sandbox
        ? { signIns: await sandboxSignIns(platform), now: platform.clock.now() }
        : null,
  },
  Mutation: {
    moveSandboxClock: async (_, { hours }, context) => {
      onlyInSandbox(context);
      knownCaller(context);
      if (hours < 1 || hours > mostHours) {
        throw new GraphQLError(`hours must be between 1 and ${mostHours}.`, {
          extensions: { code: "BAD_USER_INPUT" },
        });
      }
      const { clock } = context.platform;
      const target = new Date(clock.now().getTime() + hours * 3_600_000);
      const { fellDue } = await moveClock(context.platform, target);
      context.forgetLoaders();
      return { now: clock.now(), fellDue };
    },
    paySandboxOrder: async (_, { orderId }, context) => {
      onlyInSandbox(context);
      knownCaller(context);
      const order = await context.loader(visibleOrderById).load(orderId);
      if (!order) return { kind: "NotFound", what: "order", decision: null } as never;
      const collected = await context.loader(collectedByOrder).load(orderId);
      const refusal = refusePayment(order, collected?.money ?? null, context.platform.clock.now());
      if (refusal) return { ...refusal, decision: null } as never;
      await payInSandbox(context.platform, orderId);
      context.forgetLoaders();
      const paid = await needed(context.loader(visibleOrderById).load(orderId), "order");
      return { __typename: "OrderSuccess" as const, order: paid, replayed: false, dryRun: false };
    },
    openSandboxChargeback: (_, { input }, context) => {
      onlyInSandbox(context);
      return openSandboxChargeback(context, input);
    },
    forgeSandboxBooks: (_, { input }, context) => {
      onlyInSandbox(context);
      return forgeSandboxBooks(context, input);
    },
    settleAtSandboxProvider: (_, { driftItemId }, context) => {
      onlyInSandbox(context);
      return settleAtSandboxProvider(context, driftItemId);
    },
    moveSandboxChargeback: (_, { input }, context) => {
      onlyInSandbox(context);
      return moveSandboxChargeback(context, input);
    },
    dropOffSandboxParcel: async (_, { input }, context) => {
      onlyInSandbox(context);
      const result = await runForCaller<{ returnId: string }>(context, {
        name: "dropOffSandboxParcel",
        input,
        problem: checkIds(input, [["returnId", "return", input.returnId]]),
        work: (unit, caller) => dropOffInSandbox(unit, caller, input.returnId),
      });
      if (!result.ok) return result.refused as never;
      const { replayed, dryRun } = result;
      const request = await context.loader(returnById).load(result.answer.returnId);
      return { __typename: "ReturnSuccess", return: request, replayed, dryRun } as never;
    },
  },
};
