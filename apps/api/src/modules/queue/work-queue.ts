import { addHours } from "@makegood/domain/calendar/calendar";
import { kindOfId } from "@makegood/domain/ids/ids";
import type { QueryResolvers, QueueItemKind } from "#generated/resolvers.generated.js";
import { cancellationById } from "#modules/cancellation/exports/cancellation-loaders.js";
import { disputeById } from "#modules/dispute/exports/dispute-loaders.js";
import { orderSearch } from "#modules/order/exports/find-orders.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { returnById } from "#modules/return/exports/return-loaders.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { notOurCursor, pageSize } from "#platform/graphql/connection.js";
import { callerShopIds } from "#platform/identity/caller.js";

interface Row {
  id: string;
  kind: QueueItemKind;
  order_id: string;
  deadline: Date | null;
  /** The deadline as the cursor carries it: microseconds kept, none last. */
  edge: string;
}

const everyKind: QueueItemKind[] = [
  "DECIDE_CANCELLATION",
  "SHIP_ORDER",
  "DECIDE_RETURN",
  "INSPECT_RETURN",
  "ANSWER_DISPUTE",
];

/** What waits for a shop: requests to decide and orders to ship. Sorted in one index each. */
const items = `
  SELECT c.id, 'DECIDE_CANCELLATION' AS kind, c.order_id, c.respond_by AS deadline
    FROM cancellations c WHERE c.shop_id = $1 AND c.status = 'PENDING_SELLER'
  UNION ALL
  SELECT o.id, 'SHIP_ORDER', o.id, o.ship_by FROM orders o
    WHERE o.shop_id = $1 AND o.status IN ('AWAITING_SHIPMENT', 'PROCESSING', 'PARTIALLY_SHIPPED')
      AND NOT EXISTS (SELECT 1 FROM cancellations c WHERE c.order_id = o.id AND c.status = 'PENDING_SELLER')
  UNION ALL
  SELECT r.id, CASE r.status WHEN 'REQUESTED' THEN 'DECIDE_RETURN' ELSE 'INSPECT_RETURN' END,
      r.order_id, r.due_at FROM returns r
    WHERE r.shop_id = $1 AND r.status IN ('REQUESTED', 'RECEIVED')
  UNION ALL
  SELECT d.id, 'ANSWER_DISPUTE', d.order_id, d.due_at FROM disputes d
    WHERE d.shop_id = $1 AND d.status = 'AWAITING_SELLER_RESPONSE'`;

function readCursor(after: string | null | undefined): [string, string] | null {
  if (!after) return null;
  const [edge = "", id = ""] = Buffer.from(after, "base64url").toString().split(" ");
  if (!/^(\d[\d:.T-]{25}Z|infinity)$/.test(edge) || kindOfId(id) === null) throw notOurCursor();
  return [edge, id];
}

export const workQueue: NonNullable<QueryResolvers["workQueue"]> = async (
  _,
  { shopId, first, after, kinds, withinHours, search },
  context,
) => {
  const caller = knownCaller(context);
  const size = pageSize(first);
  const mine = caller.kind === "AGENT" || callerShopIds(caller).includes(shopId);
  const shop = mine ? shopId : "";
  const wanted = kinds ?? everyKind;
  const { database, clock } = context.platform;
  const before = withinHours ? addHours(clock.now(), withinHours) : null;
  const filtered: unknown[] = [shop, wanted, before];
  const parameter = (value: unknown) => `$${filtered.push(value)}`;
  const found = orderSearch(search, caller, "o", parameter);
  const filter = `i.kind = ANY($2) AND ($3::timestamptz IS NULL OR i.deadline <= $3)
    ${found ? `AND i.order_id IN (SELECT o.id FROM orders o WHERE o.shop_id = $1 AND ${found})` : ""}`;
  const from = readCursor(after);
  const rows: Row[] = await database.query(
    `SELECT * FROM (SELECT i.*, COALESCE(to_char(i.deadline AT TIME ZONE 'UTC',
         'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'infinity') AS edge
       FROM (${items}) i WHERE ${filter}) q
     WHERE $${filtered.length + 1}::text IS NULL
       OR (edge, id) > ($${filtered.length + 1}, $${filtered.length + 2})
     ORDER BY edge, id LIMIT $${filtered.length + 3}`,
    [...filtered, from?.[0] ?? null, from?.[1] ?? null, size + 1],
  );
  const [counted] = await database.query(
    `SELECT count(*)::int AS count FROM (${items}) i WHERE ${filter}`,
    filtered,
  );
  const edges = await Promise.all(
    rows.slice(0, size).map(async (row) => {
      const order = await context.loader(visibleOrderById).load(row.order_id);
      const cancellation =
        row.kind === "DECIDE_CANCELLATION"
          ? await context.loader(cancellationById).load(row.id)
          : null;
      const request = row.kind.endsWith("_RETURN")
        ? await context.loader(returnById).load(row.id)
        : null;
      const dispute =
        row.kind === "ANSWER_DISPUTE" ? await context.loader(disputeById).load(row.id) : null;
      const cursor = Buffer.from(`${row.edge} ${row.id}`).toString("base64url");
      const { id, kind, deadline } = row;
      return order
        ? [{ cursor, node: { id, kind, order, cancellation, return: request, dispute, deadline } }]
        : [];
    }),
  );
  const shown = edges.flat();
  return {
    edges: shown,
    totalCount: counted.count,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(after),
      startCursor: shown[0]?.cursor ?? null,
      endCursor: shown.at(-1)?.cursor ?? null,
    },
  };
};
