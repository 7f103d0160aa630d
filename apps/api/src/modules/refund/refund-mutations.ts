import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { type GivenRefund, giveRefund } from "./give-refund.js";
import { refundPayload } from "./refund-payload.js";
import { retryRefund } from "./retry-refund.js";

interface GivingInput {
  orderId: string;
  amountMinor: number;
  expectedVersion?: number | null | undefined;
  quote?: string | null | undefined;
  idempotencyKey: string;
  dryRun?: boolean | null | undefined;
}

interface Giving {
  name: string;
  input: GivingInput;
  words: ReturnType<typeof checkText>;
  goodwill: GivenRefund["goodwill"];
}

/** What giving money back has in common, whoever gives it and why. */
async function give(context: RequestContext, { name, input, words, ...giving }: Giving) {
  const outOfRange = {
    kind: "InvalidInput",
    field: "amountMinor",
    problem: "OUT_OF_RANGE",
  } as const;
  const problem: Refusal | null =
    checkIds(input, [["orderId", "order", input.orderId]]) ??
    (words.ok ? null : words.refusal) ??
    (input.amountMinor >= 1 ? null : outOfRange);
  return refundPayload(
    context,
    await runForCaller<{ refundId: string }>(context, {
      name,
      input,
      orderId: input.orderId,
      problem,
      work: (unit, caller) =>
        giveRefund(unit, caller, {
          orderId: input.orderId,
          amountMinor: input.amountMinor,
          reason: (words.ok ? words.value : null) ?? "",
          goodwill: giving.goodwill,
          expectedVersion: input.expectedVersion ?? null,
          quote: input.quote ?? null,
        }),
    }),
  );
}

export const refundMutations: Pick<
  MutationResolvers,
  "refundOnBehalf" | "giveGoodwill" | "retryRefund"
> = {
  refundOnBehalf: (_, { input }, context) =>
    give(context, {
      name: "refundOnBehalf",
      input,
      words: checkText("reason", input.reason, { most: 2_000, needed: true }),
      goodwill: null,
    }),

  giveGoodwill: (_, { input }, context) =>
    give(context, {
      name: "giveGoodwill",
      input,
      words: checkText("note", input.note, { most: 500, needed: true }),
      goodwill: {
        reason: input.reason,
        // A shop gives its own money; the marketplace's is the support team's to give.
        borneBy: context.caller.kind === "AGENT" ? (input.borneBy ?? "MARKETPLACE") : "SHOP",
      },
    }),

  retryRefund: async (_, { input }, context) =>
    refundPayload(
      context,
      await runForCaller<{ refundId: string }>(context, {
        name: "retryRefund",
        input,
        problem: checkIds(input, [["refundId", "refund", input.refundId]]),
        work: (unit, caller) =>
          retryRefund(unit, caller, input.refundId, input.expectedVersion ?? null),
      }),
    ),
};
