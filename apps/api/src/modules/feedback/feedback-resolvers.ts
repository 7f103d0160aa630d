import { assert } from "@makegood/domain/assert";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { visibleTo } from "#modules/order/exports/visible-orders.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { keysetPage } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { answerFeedback, editFeedback } from "./change-feedback.js";
import { FeedbackEntity } from "./exports/feedback.entity.js";
import { feedbackById, feedbackByOrder } from "./exports/feedback-loaders.js";
import { giveFeedback } from "./give-feedback.js";

const badRating: Refusal = {
  kind: "InvalidInput",
  field: "rating",
  problem: "OUT_OF_RANGE",
  most: 5,
};

const isRating = (rating: number) => Number.isInteger(rating) && rating >= 1 && rating <= 5;

async function payload(context: RequestContext, result: CommandResult<{ feedbackId: string }>) {
  if (!result.ok) return result.refused as never;
  const stored = await context.loader(feedbackById).load(result.answer.feedbackId);
  const feedback = result.dryRun ? (result.made as FeedbackEntity | undefined) : stored;
  assert(feedback != null, "feedback is never deleted");
  const { replayed, dryRun } = result;
  return { __typename: "FeedbackSuccess" as const, feedback, replayed, dryRun };
}

export const feedbackResolvers: Resolvers = {
  Query: {
    feedback: (_, { first, after, shopId }, context) => {
      const rows = context.platform.database.getRepository(FeedbackEntity).createQueryBuilder("f");
      const query = visibleTo(rows, knownCaller(context));
      if (shopId) query.andWhere("f.shopId = :shopId", { shopId });
      return keysetPage(
        query,
        { column: "givenAt", direction: "DESC" },
        { first: first ?? null, after: after ?? null },
      );
    },
  },
  Mutation: {
    giveFeedback: async (_, { input }, context) => {
      const words = checkText("words", input.words, { most: 2_000 });
      const result = await runForCaller<{ feedbackId: string }>(context, {
        name: "giveFeedback",
        input,
        orderId: input.orderId,
        problem:
          checkIds(input, [["orderId", "order", input.orderId]]) ??
          (isRating(input.rating) ? null : badRating) ??
          (words.ok ? null : words.refusal),
        work: (unit, caller) =>
          giveFeedback(unit, caller, {
            orderId: input.orderId,
            rating: input.rating,
            tags: [...(input.tags ?? [])],
            words: words.ok ? words.value : null,
          }),
      });
      return payload(context, result);
    },
    editFeedback: async (_, { input }, context) => {
      const words = checkText("words", input.words, { most: 2_000 });
      const result = await runForCaller<{ feedbackId: string }>(context, {
        name: "editFeedback",
        input,
        problem:
          checkIds(input, [["feedbackId", "feedback", input.feedbackId]]) ??
          (isRating(input.rating) ? null : badRating) ??
          (words.ok ? null : words.refusal),
        work: (unit, caller) =>
          editFeedback(unit, caller, {
            feedbackId: input.feedbackId,
            rating: input.rating,
            tags: [...(input.tags ?? [])],
            words: words.ok ? words.value : null,
          }),
      });
      return payload(context, result);
    },
    answerFeedback: async (_, { input }, context) => {
      const answer = checkText("answer", input.answer, { most: 2_000, needed: true });
      const result = await runForCaller<{ feedbackId: string }>(context, {
        name: "answerFeedback",
        input,
        problem:
          checkIds(input, [["feedbackId", "feedback", input.feedbackId]]) ??
          (answer.ok ? null : answer.refusal),
        work: (unit, caller) =>
          answerFeedback(unit, caller, {
            feedbackId: input.feedbackId,
            answer: (answer.ok && answer.value) || "",
          }),
      });
      return payload(context, result);
    },
  },
  Order: {
    feedback: async ({ id }, _, context) =>
      (await context.loader(feedbackByOrder).load(id))[0] ?? null,
  },
  Feedback: {
    order: async ({ orderId }, _, context) => {
      const order = await context.loader(visibleOrderById).load(orderId);
      assert(order !== null, "who sees feedback sees its order");
      return order;
    },
  },
  FeedbackNotYet: refusalFields,
  FeedbackAlreadyGiven: {
    ...refusalFields,
    feedback: async ({ feedbackId }, _, context) => {
      const feedback = await context.loader(feedbackById).load(feedbackId);
      assert(feedback !== null, "feedback is never deleted");
      return feedback;
    },
  },
};
