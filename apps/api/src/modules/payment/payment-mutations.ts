import { assert } from "@makegood/domain/assert";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import type { Providers } from "#modules/refund/exports/providers.js";
import { checkIds } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { knownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { collectedByOrder } from "./exports/payment-loaders.js";
import { retryPayment } from "./retry-payment.js";
import { askAboutPayment } from "./send-payment-step.js";

async function orderNow(context: RequestContext, orderId: string) {
  const order = await context.loader(visibleOrderById).load(orderId);
  assert(order !== null, "the caller still sees the order");
  return order;
}

export const paymentMutations = (
  providers: Providers,
): Pick<MutationResolvers, "retryPayment" | "checkPayment"> => ({
  retryPayment: async (_, { input }, context) => {
    const { orderId } = input;
    const result = await runForCaller<{ orderId: string }>(context, {
      name: "retryPayment",
      input,
      orderId,
      problem: checkIds(input, [["orderId", "order", orderId]]),
      work: (unit, caller) => retryPayment(unit, caller, orderId),
    });
    if (!result.ok) return result.refused as never;
    const { replayed, dryRun } = result;
    return {
      __typename: "OrderSuccess" as const,
      order: await orderNow(context, orderId),
      replayed,
      dryRun,
    };
  },

  checkPayment: async (_, { orderId }, context) => {
    knownCaller(context);
    const problem = checkIds({}, [["orderId", "order", orderId]]);
    if (problem) return { ...problem, decision: null } as never;
    const order = await context.loader(visibleOrderById).load(orderId);
    if (!order) return { kind: "NotFound", what: "order", decision: null } as never;
    const collected = await context.loader(collectedByOrder).load(orderId);
    for (const { id } of collected?.payments ?? []) {
      await askAboutPayment(context.platform, providers, id);
    }
    context.forgetLoaders();
    return {
      __typename: "OrderSuccess" as const,
      order: await orderNow(context, orderId),
      replayed: false,
      dryRun: false,
    };
  },
});
