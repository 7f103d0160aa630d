import { assert } from "@makegood/domain/assert";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { askAboutOrder } from "./ask-about-order.js";
import type { CaseEntity } from "./exports/case.entity.js";
import { caseById, messageById } from "./exports/case-loaders.js";
import type { CaseMessageEntity } from "./exports/case-message.entity.js";
import { assignCaseToMe, replyToCase, resolveCase } from "./work-on-case.js";

type Worked = { caseId: string; messageId: string | null };

async function payload(context: RequestContext, result: CommandResult<Worked>) {
  if (!result.ok) return result.refused as never;
  const made = result.made as { support: CaseEntity; message: CaseMessageEntity } | undefined;
  const { caseId, messageId } = result.answer;
  const support = (await context.loader(caseById).load(caseId)) ?? made?.support;
  const message =
    messageId && ((await context.loader(messageById).load(messageId)) ?? made?.message);
  assert(support !== undefined, "a case is never deleted");
  const { replayed, dryRun } = result;
  return {
    __typename: "CaseSuccess" as const,
    case: support,
    message: message || null,
    replayed,
    dryRun,
  };
}

export const caseMutations: Pick<
  MutationResolvers,
  "openCase" | "replyToCase" | "assignCaseToMe" | "resolveCase"
> = {
  openCase: async (_, { input }, context) => {
    const message = checkText("message", input.message, { most: 5_000, needed: true });
    const refusal = checkText("refusal", input.refusal, { most: 1_000 });
    const problem =
      checkIds(input, [["orderId", "order", input.orderId]]) ??
      (message.ok ? null : message.refusal) ??
      (refusal.ok ? null : refusal.refusal);
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name: "openCase",
        input,
        orderId: input.orderId,
        problem,
        work: (unit, caller) =>
          askAboutOrder(unit, caller, {
            orderId: input.orderId,
            topic: input.topic,
            message: (message.ok ? message.value : null) ?? "",
            refusal: refusal.ok ? refusal.value : null,
          }),
      }),
    );
  },

  replyToCase: async (_, { input }, context) => {
    const body = checkText("body", input.body, { most: 5_000, needed: true });
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name: "replyToCase",
        input,
        problem:
          checkIds(input, [["caseId", "case", input.caseId]]) ?? (body.ok ? null : body.refusal),
        work: (unit, caller) =>
          replyToCase(unit, caller, {
            caseId: input.caseId,
            body: (body.ok ? body.value : null) ?? "",
            internal: input.internal ?? false,
          }),
      }),
    );
  },

  assignCaseToMe: async (_, { input }, context) =>
    payload(
      context,
      await runForCaller<Worked>(context, {
        name: "assignCaseToMe",
        input,
        problem: checkIds(input, [["caseId", "case", input.caseId]]),
        work: (unit, caller) => assignCaseToMe(unit, caller, input.caseId),
      }),
    ),

  resolveCase: async (_, { input }, context) =>
    payload(
      context,
      await runForCaller<Worked>(context, {
        name: "resolveCase",
        input,
        problem: checkIds(input, [["caseId", "case", input.caseId]]),
        work: (unit, caller) => resolveCase(unit, caller, input.caseId),
      }),
    ),
};
