import { goodwillReasonWords } from "@makegood/domain/refund/goodwill";
import type { RefundPreviewResolvers, Resolvers } from "#generated/resolvers.generated.js";
import { checkIds } from "#platform/commands/check-input.js";
import { runCommand } from "#platform/commands/run-command.js";
import { knownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { actorOf } from "#platform/identity/actor.js";
import { type PreviewedRefund, previewRefund } from "./preview-refund.js";

/** Keys that lack the scope never come this far. */
const notTheirs = { kind: "PersonNotAllowed", needed: "SUPPORT" } as const;

interface Asked {
  orderId: string;
  amountMinor: number;
  goodwill?: boolean | null | undefined;
}

async function preview(context: RequestContext, asked: Asked) {
  const caller = knownCaller(context);
  const { orderId, amountMinor } = asked;
  const goodwill = asked.goodwill ?? false;
  const outOfRange = {
    kind: "InvalidInput",
    field: "amountMinor",
    problem: "OUT_OF_RANGE",
  } as const;
  const refusal =
    (caller.kind === "AGENT" || (goodwill && caller.kind !== "BUYER") ? null : notTheirs) ??
    checkIds({}, [["orderId", "order", orderId]]) ??
    (amountMinor >= 1 ? null : outOfRange);
  if (refusal) return { ...refusal, decision: null } as never;
  // A dry run: decided under the same locks, and undone.
  const result = await runCommand(context.platform, {
    name: "previewRefund",
    actor: actorOf(caller),
    idempotencyKey: null,
    input: { orderId, amountMinor, goodwill },
    orderId,
    dryRun: true,
    work: (unit) => previewRefund(unit, caller, { orderId, amountMinor, goodwill }),
  });
  if (!result.ok) return result.refused as never;
  return { __typename: "RefundPreview" as const, ...(result.made as PreviewedRefund) };
}

const RefundPreview: RefundPreviewResolvers = {
  amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  allocations: ({ allocations, currency }, _, { caller }) =>
    caller.kind === "AGENT" ? allocations.map((part) => ({ ...part, currency })) : [],
  leftToday: ({ leftTodayMinor, currency }) =>
    leftTodayMinor === null ? null : toMoney(leftTodayMinor, currency),
  perRefund: ({ perRefundMinor, currency }) =>
    perRefundMinor === null ? null : toMoney(perRefundMinor, currency),
};

export const goodwillResolvers: Resolvers = {
  Query: { refundPreview: (_, asked, context) => preview(context, asked) },
  Refund: {
    goodwillReasonLabel: ({ goodwillReason }, _, context) =>
      goodwillReason && goodwillReasonWords[localeOf(context)][goodwillReason],
    borneBy: ({ borneBy }, _, { caller }) => (caller.kind === "BUYER" ? null : borneBy),
  },
  RefundPreview,
};
