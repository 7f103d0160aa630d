import { assert } from "@makegood/domain/assert";
import { kindOfId } from "@makegood/domain/ids/ids";
import { nextActionOfDispute } from "@makegood/domain/next-action/next-action-of-dispute";
import type {
  DisputeResolvers,
  MutationResolvers,
  Resolvers,
} from "#generated/resolvers.generated.js";
import { cancellationById } from "#modules/cancellation/exports/cancellation-loaders.js";
import { visibleCase } from "#modules/case/exports/visible-case.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { checkPhotos } from "#modules/photo/exports/attach-photos.js";
import { photosBySubject } from "#modules/photo/exports/photo-loaders.js";
import { returnById } from "#modules/return/exports/return-loaders.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { toMoney } from "#platform/graphql/money.js";
import type { DisputeEntity } from "./exports/dispute.entity.js";
import { disputeById, disputesByOrder } from "./exports/dispute-loaders.js";
import { openDispute } from "./exports/open-dispute.js";
import { appealRuling, respondToDispute, ruleDispute } from "./work-on-dispute.js";

type Worked = { disputeId: string };

async function payload(context: RequestContext, result: CommandResult<Worked>) {
  if (!result.ok) return result.refused as never;
  const stored = await context.loader(disputeById).load(result.answer.disputeId);
  const dispute = stored ?? (result.made as DisputeEntity | undefined);
  assert(dispute !== undefined, "a dispute is never deleted");
  const { replayed, dryRun } = result;
  return { __typename: "DisputeSuccess" as const, dispute, replayed, dryRun };
}

const words = (field: string, given: string, most: number) => {
  const checked = checkText(field, given, { most, needed: true });
  return checked.ok
    ? { text: checked.value ?? "", refusal: null }
    : { text: "", refusal: checked.refusal };
};

const Mutation: Pick<
  MutationResolvers,
  "escalate" | "respondToDispute" | "ruleDispute" | "appealRuling"
> = {
  escalate: async (_, { input }, context) => {
    const statement = words("statement", input.statement, 5_000);
    const kind = kindOfId(input.subjectId) === "return" ? "return" : "cancellation";
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name: "escalate",
        input,
        problem:
          checkIds(input, [["subjectId", kind, input.subjectId]]) ??
          statement.refusal ??
          checkPhotos(input.photoIds),
        work: (unit, caller) =>
          openDispute(unit, caller, {
            subjectId: input.subjectId,
            statement: statement.text,
            photoIds: input.photoIds ?? [],
          }),
      }),
    );
  },

  respondToDispute: async (_, { input }, context) => {
    const response = words("response", input.response, 5_000);
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name: "respondToDispute",
        input,
        problem:
          checkIds(input, [["disputeId", "dispute", input.disputeId]]) ??
          response.refusal ??
          checkPhotos(input.photoIds),
        work: (unit, caller) =>
          respondToDispute(unit, caller, {
            disputeId: input.disputeId,
            response: response.text,
            photoIds: input.photoIds ?? [],
          }),
      }),
    );
  },

  ruleDispute: async (_, { input }, context) => {
    const reason = words("reason", input.reason, 2_000);
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name: "ruleDispute",
        input,
        problem: checkIds(input, [["disputeId", "dispute", input.disputeId]]) ?? reason.refusal,
        work: (unit, caller) =>
          ruleDispute(unit, caller, {
            expectedVersion: input.expectedVersion ?? null,
            disputeId: input.disputeId,
            ruledFor: input.ruledFor,
            amountMinor: input.amountMinor ?? null,
            reason: reason.text,
          }),
      }),
    );
  },

  appealRuling: async (_, { input }, context) => {
    const statement = words("statement", input.statement, 5_000);
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name: "appealRuling",
        input,
        problem: checkIds(input, [["disputeId", "dispute", input.disputeId]]) ?? statement.refusal,
        work: (unit, caller) =>
          appealRuling(unit, caller, { disputeId: input.disputeId, statement: statement.text }),
      }),
    );
  },
};

async function orderOf({ orderId }: DisputeEntity, context: RequestContext) {
  const order = await context.loader(visibleOrderById).load(orderId);
  assert(order !== null, "who sees a dispute sees its order");
  return order;
}

const Dispute: DisputeResolvers = {
  order: (dispute, _, context) => orderOf(dispute, context),
  case: ({ caseId }, _, context) => visibleCase(context, caseId),
  cancellation: ({ cancellationId }, _, context) =>
    cancellationId === null ? null : context.loader(cancellationById).load(cancellationId),
  return: ({ returnId }, _, context) =>
    returnId === null ? null : context.loader(returnById).load(returnId),
  photos: ({ id }, _, context) => context.loader(photosBySubject).load(id),
  ruledAmount: async (dispute, _, context) =>
    dispute.ruledMinor === null
      ? null
      : toMoney(dispute.ruledMinor, (await orderOf(dispute, context)).currency),
  nextAction: (dispute) => nextActionOfDispute(dispute),
};

export const disputeResolvers: Resolvers = {
  Mutation,
  Order: { disputes: ({ id }, _, context) => context.loader(disputesByOrder).load(id) },
  Dispute,
};
