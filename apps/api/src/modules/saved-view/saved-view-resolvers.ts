import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { checkIds, checkText } from "#platform/commands/check-input.js";
import type { CommandResult } from "#platform/commands/run-command.js";
import { runForCaller } from "#platform/commands/run-for-caller.js";
import { knownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { callerId } from "#platform/identity/caller.js";
import { SavedViewEntity, type ViewPlace } from "./exports/saved-view.entity.js";
import { forgetView, saveView } from "./save-view.js";

/** The queue is the sellers' page; the others are the support team's. */
function notOfPlace({ caller }: RequestContext, place: ViewPlace): Refusal | null {
  const role = place === "QUEUE" ? "SELLER" : "AGENT";
  return caller.kind === role ? null : { kind: "PersonNotAllowed", needed: [{ role }] };
}

const viewsOf = (context: RequestContext, place: ViewPlace) =>
  context.platform.database.getRepository(SavedViewEntity).find({
    where: { personId: callerId(knownCaller(context)), place },
    order: { name: "ASC" },
  });

async function payload(context: RequestContext, result: CommandResult<{ place: ViewPlace }>) {
  if (!result.ok) return result.refused as never;
  const views = await viewsOf(context, result.answer.place);
  return { __typename: "SaveViewSuccess" as const, views, replayed: result.replayed };
}

export const savedViewResolvers: Resolvers = {
  Query: { savedViews: (_, { place }, context) => viewsOf(context, place) },
  Mutation: {
    saveView: async (_, { input }, context) => {
      const name = checkText("name", input.name, { oneLine: true, most: 60, needed: true });
      const search = checkText("search", input.search, { oneLine: true, most: 500, needed: false });
      const result = await runForCaller<{ place: ViewPlace }>(context, {
        name: "saveView",
        input,
        problem:
          notOfPlace(context, input.place) ??
          (name.ok ? null : name.refusal) ??
          (search.ok ? null : search.refusal),
        work: (unit) =>
          saveView(unit, {
            place: input.place,
            name: (name.ok && name.value) || "",
            search: (search.ok && search.value) || "",
          }),
      });
      return payload(context, result);
    },
    forgetView: async (_, { input }, context) =>
      payload(
        context,
        await runForCaller<{ place: ViewPlace }>(context, {
          name: "forgetView",
          input,
          problem: checkIds(input, [["viewId", "savedView", input.viewId]]),
          work: (unit) => forgetView(unit, input.viewId),
        }),
      ),
  },
};
