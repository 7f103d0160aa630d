import { assert } from "@makegood/domain/assert";
import {
  rejectionNeedsNote,
  sellerCancelSentence,
} from "@makegood/domain/cancellation/rejection-words";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { DecisionView } from "#platform/commands/decision-view.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { cancellationById, quoteById } from "./exports/cancellation-loaders.js";
import { checkUnits } from "./exports/check-units.js";
import {
  approveCancellation,
  rejectCancellation,
  withdrawCancellation,
} from "./exports/decide-request.js";
import type { QuoteEntity } from "./exports/quote.entity.js";
import { type Requested, requestCancellation } from "./exports/request-cancellation.js";
import { quoteForCaller } from "./quote-for-caller.js";

async function requestPayload(context: RequestContext, result: CommandResult<Requested>) {
  if (!result.ok) return result.refused as never;
  if (result.dryRun) {
    const { quote, decision } = result.made as { quote: QuoteEntity; decision: DecisionView };
    return { __typename: "CancellationDryRun" as const, quote, eligibility: decision };
  }
  return succeeded(context, result);
}

async function succeeded(
  context: RequestContext,
  result: Extract<CommandResult<{ cancellationId: string }>, { ok: true }>,
) {
  const cancellation = await context.loader(cancellationById).load(result.answer.cancellationId);
  assert(cancellation !== null, "a cancellation is never deleted");
  const { replayed, dryRun } = result;
  return { __typename: "CancellationSuccess" as const, cancellation, replayed, dryRun };
}

async function decidePayload(
  context: RequestContext,
  result: CommandResult<{ cancellationId: string }>,
) {
  return result.ok ? succeeded(context, result) : (result.refused as never);
}

export const cancellationMutations: Pick<
  MutationResolvers,
  | "quoteCancellation"
  | "requestCancellation"
  | "withdrawCancellation"
  | "approveCancellation"
  | "rejectCancellation"
  | "cancelOnBehalf"
  | "cancelAsSeller"
> = {
  quoteCancellation: async (_, { input }, context) => {
    const result = await quoteForCaller(context, input);
    if (!result.ok) return result.refused as never;
    const quote = await context.loader(quoteById).load(result.answer.quoteId);
    assert(quote !== null, "a quote is kept");
    return { __typename: "QuoteSuccess", quote };
  },

  requestCancellation: async (_, { input }, context) => {
    const note = checkText("note", input.note, { most: 2_000 });
    const problem =
      checkIds(input, [
        ["orderId", "order", input.orderId],
        ["quoteId", "quote", input.quoteId],
      ]) ??
      checkUnits(input.units) ??
      (note.ok ? null : note.refusal);
    return requestPayload(
      context,
      await runForCaller<Requested>(context, {
        name: "requestCancellation",
        input,
        orderId: input.orderId,
        problem,
        work: (unit, caller) =>
          requestCancellation(unit, caller, {
            orderId: input.orderId,
            units: input.units ?? null,
            reasonCode: input.reasonCode ?? null,
            note: note.ok ? note.value : null,
            quoteId: input.quoteId ?? null,
            kind: "BUYER_REQUEST",
          }),
      }),
    );
  },

  cancelOnBehalf: async (_, { input }, context) => {
    const reason = checkText("reason", input.reason, { most: 2_000, needed: true });
    const problem =
      checkIds(input, [["orderId", "order", input.orderId]]) ??
      checkUnits(input.units) ??
      (reason.ok ? null : reason.refusal);
    return requestPayload(
      context,
      await runForCaller<Requested>(context, {
        name: "cancelOnBehalf",
        input,
        orderId: input.orderId,
        problem,
        work: (unit, caller) =>
          requestCancellation(unit, caller, {
            orderId: input.orderId,
            units: input.units ?? null,
            reasonCode: null,
            note: reason.ok ? reason.value : null,
            expectedVersion: input.expectedVersion ?? null,
            quoteId: null,
            kind: "PLATFORM",
          }),
      }),
    );
  },

  cancelAsSeller: async (_, { input }, context) => {
    const note = checkText("note", input.note, { most: 2_000, needed: input.reason === "OTHER" });
    const problem =
      checkIds(input, [["orderId", "order", input.orderId]]) ??
      checkUnits(input.units) ??
      (note.ok ? null : note.refusal);
    const words = [sellerCancelSentence(input.reason, "en"), note.ok ? note.value : null];
    return requestPayload(
      context,
      await runForCaller<Requested>(context, {
        name: "cancelAsSeller",
        input,
        orderId: input.orderId,
        problem,
        work: (unit, caller) =>
          requestCancellation(unit, caller, {
            orderId: input.orderId,
            units: input.units ?? null,
            reasonCode: null,
            note: words.filter(Boolean).join(" "),
            quoteId: null,
            kind: "SELLER",
          }),
      }),
    );
  },

  withdrawCancellation: async (_, { input }, context) =>
    decidePayload(
      context,
      await runForCaller<{ cancellationId: string }>(context, {
        name: "withdrawCancellation",
        input,
        problem: checkIds(input, [["cancellationId", "cancellation", input.cancellationId]]),
        work: (unit, caller) => withdrawCancellation(unit, caller, input.cancellationId),
      }),
    ),

  approveCancellation: async (_, { input }, context) =>
    decidePayload(
      context,
      await runForCaller<{ cancellationId: string }>(context, {
        name: "approveCancellation",
        input,
        problem: checkIds(input, [["cancellationId", "cancellation", input.cancellationId]]),
        work: (unit, caller) => approveCancellation(unit, caller, input.cancellationId),
      }),
    ),

  rejectCancellation: async (_, { input }, context) => {
    const note = checkText("note", input.note, { most: 2_000 });
    const noteMissing = note.ok && note.value === null && rejectionNeedsNote[input.reason];
    const problem =
      checkIds(input, [["cancellationId", "cancellation", input.cancellationId]]) ??
      (note.ok ? null : note.refusal) ??
      (noteMissing ? ({ kind: "NoteRequired", reasonCode: input.reason } as const) : null);
    return decidePayload(
      context,
      await runForCaller<{ cancellationId: string }>(context, {
        name: "rejectCancellation",
        input,
        problem,
        work: (unit, caller) =>
          rejectCancellation(unit, caller, {
            cancellationId: input.cancellationId,
            reason: input.reason,
            note: note.ok ? note.value : null,
          }),
      }),
    );
  },
};
