import { assert } from "@makegood/domain/assert";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { BankDetailsInput, MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { fingerprint } from "#platform/secrets/seal.js";
import { checkBankDetails } from "./check-bank-details.js";
import { takeBankTransfer, takeStoreCredit } from "./choose-payout.js";
import { closeHeldRefund } from "./close-held-refund.js";
import type { RefundEntity } from "./exports/refund.entity.js";
import { refundById } from "./exports/refund-loaders.js";
import { visibleRefund } from "./exports/visible-refund.js";
import { giveBankDetails } from "./give-bank-details.js";
import { incidentMutations } from "./incident-mutations.js";

type Worked = { refundId: string };

async function payload(context: RequestContext, result: CommandResult<Worked>) {
  if (!result.ok) return result.refused as never;
  const stored = await context.loader(refundById).load(result.answer.refundId);
  const refund = stored ?? (result.made as RefundEntity | undefined);
  assert(refund !== undefined, "a refund is never deleted");
  const { replayed, dryRun } = result;
  return { __typename: "RefundSuccess" as const, refund, replayed, dryRun };
}

interface Given {
  refundId: string;
  details: BankDetailsInput;
  idempotencyKey: string;
  dryRun?: boolean | null | undefined;
}

/**
 * An account is checked before anything is kept, and the command's input names it by a fingerprint
 * alone: so neither the audit trail nor the idempotency keys ever hold it.
 */
async function withDetails(context: RequestContext, input: Given) {
  const [key] = context.platform.config.sealingKeys;
  const refund = await visibleRefund(context, input.refundId);
  const checked = refund && checkBankDetails(input.details, refund.currency);
  const unknown: Refusal = { kind: "NotFound", what: "refund" };
  const refusal = !checked || !key ? unknown : checked.ok ? null : checked.refusal;
  const details = checked?.ok ? checked.details : null;
  const print = key ? fingerprint(key, JSON.stringify(details)) : "";
  return { key, details, refusal, input: { ...input, details: print } };
}

const checkRefundId = (input: { refundId: string; idempotencyKey: string }) =>
  checkIds(input, [["refundId", "refund", input.refundId]]);

/** Both commands that take an account differ in what they do with it alone. */
async function runWithDetails(
  context: RequestContext,
  name: "giveBankDetails" | "takeBankTransfer",
  given: Given,
) {
  const { key, details, refusal, input } = await withDetails(context, given);
  const result = await runForCaller<Worked>(context, {
    name,
    input,
    problem: checkRefundId(given) ?? refusal,
    work: (unit, caller) => {
      assert(key !== undefined && details !== null, "what can't be used was refused before");
      const { refundId } = given;
      return name === "giveBankDetails"
        ? giveBankDetails(unit, caller, key, { refundId, details })
        : takeBankTransfer(unit, caller, context.platform.config, { refundId, details, key });
    },
  });
  return payload(context, result);
}

export const refundPayoutMutations: Pick<
  MutationResolvers,
  | "giveBankDetails"
  | "takeBankTransfer"
  | "takeStoreCredit"
  | "settleRefundIncident"
  | "closeHeldRefund"
> = {
  ...incidentMutations,
  closeHeldRefund: async (_, { input }, context) => {
    const reason = checkText("reason", input.reason, { most: 2_000, needed: true });
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name: "closeHeldRefund",
        input,
        problem: checkRefundId(input) ?? (reason.ok ? null : reason.refusal),
        work: (unit, caller) =>
          closeHeldRefund(unit, caller, {
            refundId: input.refundId,
            reason: (reason.ok ? reason.value : null) ?? "",
          }),
      }),
    );
  },
  giveBankDetails: (_, { input }, context) => runWithDetails(context, "giveBankDetails", input),
  takeBankTransfer: (_, { input }, context) => runWithDetails(context, "takeBankTransfer", input),
  takeStoreCredit: async (_, { input }, context) => {
    const { refundId, creditMinor } = input;
    const { config } = context.platform;
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name: "takeStoreCredit",
        input,
        problem: checkRefundId(input),
        work: (unit, caller) => takeStoreCredit(unit, caller, config, { refundId, creditMinor }),
      }),
    );
  },
};
