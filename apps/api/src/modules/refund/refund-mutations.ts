import { assert } from "@makegood/domain/assert";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import { permit } from "#platform/commands/permit.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import type { RefundEntity } from "./exports/refund.entity.js";
import { refundById } from "./exports/refund-loaders.js";
import { refundOnBehalf } from "./refund-on-behalf.js";
import { retryRefund } from "./retry-refund.js";

async function payload(context: RequestContext, result: CommandResult<{ refundId: string }>) {
  if (!result.ok) return result.refused as never;
  const { replayed, dryRun, answer } = result;
  const stored = await context.loader(refundById).load(answer.refundId);
  const refund = stored ?? (result.made as RefundEntity | undefined);
  assert(refund !== undefined, "a refund is never deleted");
  return { __typename: "RefundSuccess" as const, refund, replayed, dryRun };
}

export const refundMutations: Pick<MutationResolvers, "refundOnBehalf" | "retryRefund"> = {
  refundOnBehalf: async (_, { input }, context) => {
    const reason = checkText("reason", input.reason, { most: 2_000, needed: true });
    const positive = input.amountMinor >= 1;
    const problem =
      checkIds(input, [["orderId", "order", input.orderId]]) ??
      (reason.ok ? null : reason.refusal) ??
      (positive
        ? null
        : ({ kind: "InvalidInput", field: "amountMinor", problem: "OUT_OF_RANGE" } as const));
    return payload(
      context,
      await runForCaller<{ refundId: string }>(context, {
        name: "refundOnBehalf",
        input,
        orderId: input.orderId,
        permit: permit.agent,
        problem,
        work: (unit, caller) =>
          refundOnBehalf(unit, caller, {
            orderId: input.orderId,
            amountMinor: input.amountMinor,
            reason: (reason.ok ? reason.value : null) ?? "",
          }),
      }),
    );
  },

  retryRefund: async (_, { input }, context) =>
    payload(
      context,
      await runForCaller<{ refundId: string }>(context, {
        name: "retryRefund",
        input,
        permit: permit.agent,
        problem: checkIds(input, [["refundId", "refund", input.refundId]]),
        work: (unit, caller) => retryRefund(unit, caller, input.refundId),
      }),
    ),
};
