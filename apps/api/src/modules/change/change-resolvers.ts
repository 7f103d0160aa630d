import { assert } from "@makegood/domain/assert";
import { refusalSentence } from "@makegood/domain/refusal/refusal-words";
import { MoreThan } from "typeorm";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { knownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf, zoneOf } from "#platform/graphql/locale.js";
import { needed } from "#platform/graphql/needed.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import {
  approveChange,
  type CarryOut,
  declineChange,
  refuseSecondPerson,
  statusOf,
} from "./answer-change.js";
import { changeById } from "./exports/change-loaders.js";
import { ProposedChangeEntity } from "./exports/proposed-change.entity.js";

const mostShown = 100;

async function payload(context: RequestContext, result: CommandResult<{ changeId: string }>) {
  if (!result.ok) return result.refused as never;
  const { replayed, dryRun, answer } = result;
  const made = result.made as ProposedChangeEntity | undefined;
  const change = made ?? (await context.loader(changeById).load(answer.changeId));
  assert(change !== null, "a proposal is never deleted");
  return { __typename: "ChangeSuccess" as const, change, replayed, dryRun };
}

const constantCase = (name: string) => name.replace(/[A-Z]/g, "_$&").toUpperCase();

/** What needs a second person; how each command is carried out, their modules say. */
export const changeResolvers = (carryOut: CarryOut): Resolvers => ({
  Query: {
    proposedChanges: (_, __, { caller, platform }) =>
      caller.kind === "AGENT"
        ? platform.database.getRepository(ProposedChangeEntity).find({
            where: { status: "OPEN", expiresAt: MoreThan(platform.clock.now()) },
            order: { proposedAt: "ASC", id: "ASC" },
            take: mostShown,
          })
        : [],
  },
  Mutation: {
    approveChange: async (_, { input }, context) =>
      payload(
        context,
        await runForCaller<{ changeId: string }>(context, {
          name: "approveChange",
          input,
          problem: checkIds(input, [["changeId", "proposedChange", input.changeId]]),
          work: (unit, caller) => approveChange(unit, caller, carryOut, input.changeId),
        }),
      ),
    declineChange: async (_, { input }, context) => {
      const reason = checkText("reason", input.reason, { most: 500, needed: true });
      return payload(
        context,
        await runForCaller<{ changeId: string }>(context, {
          name: "declineChange",
          input,
          problem:
            checkIds(input, [["changeId", "proposedChange", input.changeId]]) ??
            (reason.ok ? null : reason.refusal),
          work: (unit) =>
            declineChange(unit, input.changeId, (reason.ok ? reason.value : null) ?? ""),
        }),
      );
    },
  },
  ProposedChange: {
    command: ({ command }) => constantCase(command) as never,
    sentence: ({ summary }, _, context) => summary[localeOf(context)],
    status: (change, _, { platform }) => statusOf(change, platform.clock.now()),
    proposedBy: ({ proposedById }, _, context) =>
      needed(context.loader(personById).load(proposedById), "person"),
    cannotAnswer: (change, _, context) => {
      const refusal = refuseSecondPerson(knownCaller(context), change);
      return refusal && refusalSentence(refusal, localeOf(context), zoneOf(context));
    },
  },
  ApprovalRequired: {
    ...refusalFields,
    change: ({ changeId }, _, context) => context.loader(changeById).load(changeId),
  },
});
