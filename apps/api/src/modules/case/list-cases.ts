import type { CaseView } from "#generated/resolvers.generated.js";
import { orderSearch, searchWords } from "#modules/order/exports/find-orders.js";
import { likeEscaped } from "#platform/database/like-escaped.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { type Connection, keysetPage, type PageArguments } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { CaseEntity } from "./exports/case.entity.js";

const views: Record<CaseView, string> = {
  ALL_OPEN: "c.status NOT IN ('RESOLVED', 'CLOSED', 'MERGED')",
  UNASSIGNED: "c.assigneeId IS NULL AND c.status NOT IN ('RESOLVED', 'CLOSED', 'MERGED')",
  MINE: "c.assigneeId = :me AND c.status NOT IN ('RESOLVED', 'CLOSED', 'MERGED')",
  WAITING: "c.status IN ('PENDING_BUYER', 'PENDING_SELLER', 'ON_HOLD')",
  RESOLVED: "c.status IN ('RESOLVED', 'CLOSED', 'MERGED')",
};

/** For agents the inbox, for buyers their own; newest first within what needs an answer soonest. */
export function listCases(
  context: RequestContext,
  page: PageArguments,
  { view, search }: { view: CaseView | null; search: string | null },
): Promise<Connection<CaseEntity>> {
  const caller = knownCaller(context);
  const query = context.platform.database.getRepository(CaseEntity).createQueryBuilder("c");
  if (caller.kind === "BUYER") query.where("c.buyerId = :me", { me: caller.personId });
  else if (caller.kind !== "AGENT") query.where("FALSE");
  else if (view) query.where(views[view], { me: caller.personId });
  const parameter = (value: string) => {
    const name = `search${Object.keys(query.getParameters()).length}`;
    query.setParameter(name, value);
    return `:${name}`;
  };
  const ofOrder = orderSearch(search, caller, "o", parameter);
  if (ofOrder) {
    const inCase = searchWords(search).map(
      (word) => `c.searchText LIKE ${parameter(`%${likeEscaped(word)}%`)}`,
    );
    query.andWhere(
      `((${inCase.join(" AND ")}) OR c.orderId IN (SELECT o.id FROM orders o WHERE ${ofOrder}))`,
    );
  }
  const unanswered =
    caller.kind === "AGENT" && ["ALL_OPEN", "UNASSIGNED", "MINE", "WAITING"].includes(view ?? "");
  if (!unanswered) return keysetPage(query, { column: "openedAt", direction: "DESC" }, page);
  return keysetPage(query, { column: "sortAt", direction: "ASC" }, page);
}
