import { assert } from "@makegood/domain/assert";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { visibleTo } from "#modules/order/exports/visible-orders.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import { permit } from "#platform/commands/permit.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { keysetPage } from "#platform/graphql/connection.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { FeedbackEntity } from "./exports/feedback.entity.js";
import { feedbackById, feedbackByOrder } from "./exports/feedback-loaders.js";
import { giveFeedback } from "./give-feedback.js";

const badRating: Refusal = {
  kind: "InvalidInput",
  field: "rating",
  problem: "OUT_OF_RANGE",
  most: 5,
};

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
      const rated = Number.isInteger(input.rating) && input.rating >= 1 && input.rating <= 5;
      const result = await runForCaller<{ feedbackId: string }>(context, {
        name: "giveFeedback",
        input,
        orderId: input.orderId,
        permit: permit.buyer,
        problem:
          checkIds(input, [["orderId", "order", input.orderId]]) ??
          (rated ? null : badRating) ??
          (words.ok ? null : words.refusal),
        work: (unit, caller) =>
          giveFeedback(unit, caller, {
            orderId: input.orderId,
            rating: input.rating,
            tags: [...(input.tags ?? [])],
            words: words.ok ? words.value : null,
          }),
      });
      if (!result.ok) return result.refused as never;
      const stored = await context.loader(feedbackById).load(result.answer.feedbackId);
      const feedback = stored ?? (result.made as FeedbackEntity | undefined);
      assert(feedback !== undefined, "feedback is never deleted");
      const { replayed, dryRun } = result;
      return { __typename: "FeedbackSuccess", feedback, replayed, dryRun };
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
