import { GraphQLError } from "graphql";
import { follow } from "#platform/events/follow.js";
import { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { notOurCursor } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { callerShopIds } from "#platform/identity/caller.js";
import { audienceOf, visibleEvents } from "./visible-events.js";

const batchSize = 100;
/** Every transaction below this has ended: nothing can appear there any more. */
const settled = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

export interface Activity {
  cursor: string;
  event: TimelineEventEntity;
}

const refuse = (message: string, code: string) =>
  new GraphQLError(message, { extensions: { code } });

/** What happens to all orders of a shop, or (null) of the marketplace, which is for agents. */
export async function* followOrders(
  context: RequestContext,
  shopId: string | null,
  after: string | null | undefined,
): AsyncGenerator<Activity, void, undefined> {
  const caller = knownCaller(context);
  const all = caller.kind === "AGENT" || caller.kind === "MARKETPLACE_INTEGRATION";
  const mine = shopId !== null && (all || callerShopIds(caller).includes(shopId));
  if (caller.kind !== "AGENT" && !mine) {
    throw refuse("There is no such shop, or it isn't yours to see.", "NOT_FOUND");
  }
  const events = context.platform.database.getRepository(TimelineEventEntity);
  let [xid, position] = after ? readCursor(after) : await now(context);
  const pageAfter = (cursor: string) => {
    const [afterXid, afterPosition] = readCursor(cursor);
    const query = events
      .createQueryBuilder("e")
      .where("(e.xid, e.position) > (:afterXid, :afterPosition)", { afterXid, afterPosition })
      .andWhere(`e.xid < ${settled}`)
      .orderBy("e.xid")
      .addOrderBy("e.position")
      .limit(batchSize);
    if (shopId !== null) query.andWhere("e.shopId = :shopId", { shopId });
    return visibleEvents(query, caller).getMany();
  };
  yield* follow(context, {
    topic: shopId ?? "*",
    read: async () => {
      const from = `${xid}.${position}`;
      const kind = `activity ${shopId} ${audienceOf(caller)}`;
      const read = await context.platform.gatherer.read(kind, [from], async (cursors) => {
        const pages = cursors.map(async (cursor) => [cursor, await pageAfter(cursor)] as const);
        return new Map(await Promise.all(pages));
      });
      const rows = read.get(from) ?? [];
      const last = rows.at(-1);
      if (last) [xid, position] = [last.xid, last.position];
      return rows.map((event) => ({ cursor: `${event.xid}.${event.position}`, event }));
    },
  });
}

/** A cursor after all that has happened so far. */
export async function cursorNow(context: RequestContext): Promise<string> {
  // It is made of the database's transaction numbers, which strangers have no use for.
  knownCaller(context);
  return (await now(context)).join(".");
}

async function now({ platform }: RequestContext): Promise<[string, string]> {
  const [row] = await platform.database.query(`SELECT (${settled} - 1)::text AS xid`);
  return [row.xid, "9223372036854775807"];
}

const most = 2n ** 63n - 1n;

function readCursor(cursor: string): [string, string] {
  const found = /^(\d{1,19})\.(\d{1,19})$/.exec(cursor);
  if (!found?.[1] || !found[2]) throw notOurCursor();
  // Both are 64 bits to PostgreSQL, of which nineteen digits may be more.
  if (BigInt(found[1]) > most || BigInt(found[2]) > most) throw notOurCursor();
  return [found[1], found[2]];
}
