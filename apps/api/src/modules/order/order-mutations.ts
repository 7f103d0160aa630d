import { assert } from "@makegood/domain/assert";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { visibleOrderById } from "./exports/order-loaders.js";
import { markDelivered, startProcessing } from "./fulfil-order.js";
import { giveUpDelivery, reportNotArrived } from "./settle-delivery.js";
import { shipOrder } from "./ship-order.js";

async function orderPayload(context: RequestContext, result: CommandResult<{ orderId: string }>) {
  if (!result.ok) return result.refused as never;
  const order = await context.loader(visibleOrderById).load(result.answer.orderId);
  assert(order !== null, "the caller still sees the order");
  const { replayed, dryRun } = result;
  return { __typename: "OrderSuccess" as const, order, replayed, dryRun };
}

const notShipped = { carrier: "", trackingNumber: "" };

export const fulfilmentMutations: Pick<
  MutationResolvers,
  "startProcessing" | "shipOrder" | "markDelivered" | "reportNotArrived" | "giveUpDelivery"
> = {
  startProcessing: async (_, { input }, context) =>
    orderPayload(
      context,
      await runForCaller<{ orderId: string }>(context, {
        name: "startProcessing",
        input,
        orderId: input.orderId,
        problem: checkIds(input, [["orderId", "order", input.orderId]]),
        work: (unit, caller) => startProcessing(unit, caller, input.orderId),
      }),
    ),

  shipOrder: async (_, { input }, context) => {
    const carrier = checkText("carrier", input.carrier, { oneLine: true, most: 80, needed: true });
    const tracking = checkText("trackingNumber", input.trackingNumber, {
      oneLine: true,
      most: 80,
      needed: true,
    });
    const ids = (input.lineIds ?? []).map((id, index) => [`lineIds.${index}`, "line", id] as const);
    const problem =
      checkIds(input, [["orderId", "order", input.orderId], ...ids]) ??
      (carrier.ok ? null : carrier.refusal) ??
      (tracking.ok ? null : tracking.refusal);
    const words =
      carrier.ok && tracking.ok
        ? { carrier: carrier.value ?? "", trackingNumber: tracking.value ?? "" }
        : notShipped;
    return orderPayload(
      context,
      await runForCaller<{ orderId: string }>(context, {
        name: "shipOrder",
        input,
        orderId: input.orderId,
        problem,
        work: (unit, caller) =>
          shipOrder(unit, caller, {
            orderId: input.orderId,
            lineIds: input.lineIds ?? null,
            estimatedDeliveryBy: input.estimatedDeliveryBy ?? null,
            ...words,
          }),
      }),
    );
  },

  reportNotArrived: async (_, { input }, context) =>
    orderPayload(
      context,
      await runForCaller<{ orderId: string }>(context, {
        name: "reportNotArrived",
        input,
        orderId: input.orderId,
        problem: checkIds(input, [["orderId", "order", input.orderId]]),
        work: (unit, caller) => reportNotArrived(unit, caller, input.orderId),
      }),
    ),

  giveUpDelivery: async (_, { input }, context) =>
    orderPayload(
      context,
      await runForCaller<{ orderId: string }>(context, {
        name: "giveUpDelivery",
        input,
        orderId: input.orderId,
        problem: checkIds(input, [["orderId", "order", input.orderId]]),
        work: (unit, caller) => giveUpDelivery(unit, caller, input.orderId),
      }),
    ),

  markDelivered: async (_, { input }, context) =>
    orderPayload(
      context,
      await runForCaller<{ orderId: string }>(context, {
        name: "markDelivered",
        input,
        orderId: input.orderId,
        problem: checkIds(input, [["orderId", "order", input.orderId]]),
        work: (unit, caller) => markDelivered(unit, caller, input.orderId),
      }),
    ),
};
