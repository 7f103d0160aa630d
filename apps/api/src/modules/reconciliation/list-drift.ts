import type { DriftView } from "#generated/resolvers.generated.js";
import { knownCaller } from "#platform/graphql/callers.js";
import type { Connection, PageArguments } from "#platform/graphql/connection.js";
import { keysetPage } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { callerId } from "#platform/identity/caller.js";
import { DriftItemEntity } from "./exports/drift-item.entity.js";

const open = "d.status IN ('OPEN', 'ACCEPTANCE_PROPOSED')";
const views: Record<DriftView, string> = {
  NEEDS_ATTENTION: open,
  MINE: `${open} AND d.assigneeId = :me`,
  CLOSED: "d.closedAt IS NOT NULL",
};

/** Differences that a caller sees and that are of a view. */
function seen(context: RequestContext, view: DriftView) {
  const caller = knownCaller(context);
  return context.platform.database
    .getRepository(DriftItemEntity)
    .createQueryBuilder("d")
    .where(caller.kind === "AGENT" ? views[view] : "FALSE", { me: callerId(caller) });
}

export const countDrift = (context: RequestContext): Promise<number> =>
  seen(context, "NEEDS_ATTENTION").getCount();

/** What is open by its date, so that overdue comes first; what is closed by when it was. */
export function listDrift(
  context: RequestContext,
  view: DriftView,
  page: PageArguments,
): Promise<Connection<DriftItemEntity>> {
  const query = seen(context, view);
  return view === "CLOSED"
    ? keysetPage(query, { column: "closedAt", direction: "DESC" }, page)
    : keysetPage(query, { column: "dueBy", direction: "ASC" }, page);
}
