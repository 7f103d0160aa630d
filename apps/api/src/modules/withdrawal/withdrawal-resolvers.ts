import { assert } from "@makegood/domain/assert";
import { withdrawalRightOf } from "@makegood/domain/withdrawal/withdrawal-right";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { cancellationById } from "#modules/cancellation/exports/cancellation-loaders.js";
import { checkUnits } from "#modules/cancellation/exports/check-units.js";
import { factsByOrder } from "#modules/cancellation/exports/order-facts.js";
import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { linesByOrder } from "#modules/order/exports/order-loaders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import { returnById, returnsByOrder } from "#modules/return/exports/return-loaders.js";
import { toReturnFacts } from "#modules/return/exports/to-return-facts.js";
import { checkIds } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { localeOf } from "#platform/graphql/locale.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { declareWithdrawal } from "./declare-withdrawal.js";
import type { WithdrawalEntity } from "./exports/withdrawal.entity.js";
import { withdrawalById, withdrawalsByOrder } from "./exports/withdrawal-loaders.js";

export const withdrawalResolvers = (carrier: ReturnCarrier): Resolvers => ({
  Mutation: {
    declareWithdrawal: async (_, { input }, context) => {
      const result = await runForCaller<{ withdrawalId: string }>(context, {
        name: "declareWithdrawal",
        input,
        orderId: input.orderId,
        problem: checkIds(input, [["orderId", "order", input.orderId]]) ?? checkUnits(input.units),
        work: (unit, caller) =>
          declareWithdrawal(unit, caller, carrier, {
            orderId: input.orderId,
            units: input.units ?? null,
          }),
      });
      if (!result.ok) return result.refused as never;
      const stored = await context.loader(withdrawalById).load(result.answer.withdrawalId);
      const withdrawal = stored ?? (result.made as WithdrawalEntity | undefined);
      assert(withdrawal !== undefined, "a withdrawal is kept");
      const { replayed, dryRun } = result;
      return { __typename: "WithdrawalSuccess", withdrawal, replayed, dryRun };
    },
  },
  Order: {
    withdrawalRight: async (order, _, context) => {
      if (context.caller.kind !== "BUYER" && context.caller.kind !== "AGENT") return null;
      const [facts, policy, lines, returns] = await Promise.all([
        context.loader(factsByOrder).load(order.id),
        context.loader(policyVersionById).load(order.policyVersionId),
        context.loader(linesByOrder).load(order.id),
        context.loader(returnsByOrder).load(order.id),
      ]);
      assert(facts !== null && policy !== null, "a visible order has facts and a policy");
      const known = toReturnFacts(facts, { order, lines }, returns);
      const right = withdrawalRightOf(policy.rules, known, context.platform.clock.now());
      return (
        right && {
          name: right.statute.name[localeOf(context)],
          until: right.until,
          units: [...right.units],
        }
      );
    },
    withdrawals: ({ id }, _, context) => context.loader(withdrawalsByOrder).load(id),
  },
  Withdrawal: {
    path: ({ id }) => `/withdrawals/${id}.txt`,
    cancellation: ({ cancellationId }, _, context) =>
      cancellationId === null ? null : context.loader(cancellationById).load(cancellationId),
    return: ({ returnId }, _, context) =>
      returnId === null ? null : context.loader(returnById).load(returnId),
  },
  WithdrawalNotPossible: refusalFields,
});
