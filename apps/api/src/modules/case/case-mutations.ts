import { assert } from "@makegood/domain/assert";
import type { MutationResolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { askAboutOrder } from "./ask-about-order.js";
import { assignCase, assignCaseToMe, releaseCase } from "./assign-case.js";
import type { CaseEntity } from "./exports/case.entity.js";
import { caseById, messageById } from "./exports/case-loaders.js";
import type { CaseMessageEntity } from "./exports/case-message.entity.js";
import { reopenCase, replyToCase, resolveCase } from "./work-on-case.js";

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

/** The case that a command is about, and what of it was seen. */
const onCase = (input: { caseId: string; expectedVersion?: number | null | undefined }) => ({
  caseId: input.caseId,
  expectedVersion: input.expectedVersion ?? null,
});

export const caseMutations: Pick<
  MutationResolvers,
  | "openCase"
  | "replyToCase"
  | "assignCaseToMe"
  | "assignCase"
  | "releaseCase"
  | "reopenCase"
  | "resolveCase"
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
            ...onCase(input),
            body: (body.ok ? body.value : null) ?? "",
            internal: input.internal ?? false,
            awaiting: input.awaiting ?? "NOBODY",
            stillOpen: input.stillOpen ?? null,
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
        work: (unit, caller) => assignCaseToMe(unit, caller, onCase(input)),
      }),
    ),

  assignCase: async (_, { input }, context) =>
    payload(
      context,
      await runForCaller<Worked>(context, {
        name: "assignCase",
        input,
        problem: checkIds(input, [
          ["caseId", "case", input.caseId],
          ["assigneeId", "person", input.assigneeId],
        ]),
        work: (unit, caller) =>
          assignCase(unit, caller, { ...onCase(input), assigneeId: input.assigneeId }),
      }),
    ),

  releaseCase: async (_, { input }, context) =>
    payload(
      context,
      await runForCaller<Worked>(context, {
        name: "releaseCase",
        input,
        problem: checkIds(input, [["caseId", "case", input.caseId]]),
        work: (unit, caller) => releaseCase(unit, caller, onCase(input)),
      }),
    ),

  reopenCase: async (_, { input }, context) =>
    payload(
      context,
      await runForCaller<Worked>(context, {
        name: "reopenCase",
        input,
        problem: checkIds(input, [["caseId", "case", input.caseId]]),
        work: (unit, caller) => reopenCase(unit, caller, onCase(input)),
      }),
    ),

  resolveCase: async (_, { input }, context) => {
    const body = checkText("body", input.body, { most: 5_000 });
    const reason = checkText("reason", input.reason, { most: 2_000 });
    return payload(
      context,
      await runForCaller<Worked>(context, {
        name: "resolveCase",
        input,
        problem:
          checkIds(input, [["caseId", "case", input.caseId]]) ??
          (body.ok ? null : body.refusal) ??
          (reason.ok ? null : reason.refusal),
        work: (unit, caller) =>
          resolveCase(unit, caller, {
            ...onCase(input),
            body: body.ok ? body.value : null,
            reason: reason.ok ? reason.value : null,
          }),
      }),
    );
  },
};
