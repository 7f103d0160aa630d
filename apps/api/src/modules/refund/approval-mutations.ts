import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { answerApproval } from "./answer-approval.js";
import { cancelRefund } from "./cancel-refund.js";
import { refundPayload } from "./refund-payload.js";

interface Answered {
  refundId: string;
  reason?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  idempotencyKey: string;
  dryRun?: boolean | null | undefined;
}

async function answer(context: RequestContext, input: Answered, approve: boolean) {
  const reason = checkText("reason", input.reason, { most: 500, needed: !approve });
  return refundPayload(
    context,
    await runForCaller<{ refundId: string }>(context, {
      name: approve ? "approveRefund" : "declineRefund",
      input,
      problem:
        checkIds(input, [["refundId", "refund", input.refundId]]) ??
        (reason.ok ? null : reason.refusal),
      work: (unit, caller) =>
        answerApproval(unit, caller, {
          refundId: input.refundId,
          approve,
          reason: reason.ok ? reason.value : null,
          expectedVersion: input.expectedVersion ?? null,
        }),
    }),
  );
}

export const approvalMutations: Pick<
  MutationResolvers,
  "approveRefund" | "declineRefund" | "cancelRefund"
> = {
  cancelRefund: async (_, { input }, context) => {
    const reason = checkText("reason", input.reason, { most: 500, needed: true });
    return refundPayload(
      context,
      await runForCaller<{ refundId: string }>(context, {
        name: "cancelRefund",
        input,
        problem:
          checkIds(input, [["refundId", "refund", input.refundId]]) ??
          (reason.ok ? null : reason.refusal),
        work: (unit, caller) =>
          cancelRefund(unit, caller, {
            refundId: input.refundId,
            reason: (reason.ok ? reason.value : null) ?? "",
            expectedVersion: input.expectedVersion ?? null,
          }),
      }),
    );
  },
  approveRefund: (_, { input }, context) => answer(context, input, true),
  declineRefund: (_, { input }, context) => answer(context, input, false),
};
