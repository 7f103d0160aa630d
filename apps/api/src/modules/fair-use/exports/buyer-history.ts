import type { BuyerHistory, PastRequest } from "@makegood/domain/fair-use/fair-use";
import { capsAnything } from "@makegood/domain/fair-use/fair-use-terms";
import type { PolicyVersion } from "@makegood/domain/policy/policy";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import type { LoaderFactory } from "#platform/graphql/context.js";

/** More than any cap can ask for. */
const mostKept = 50;
/** The longest that any policy counts over, so that a draft of any policy can be replayed on it. */
const days = 365;

interface Asked {
  buyer_id: string;
  shop_id: string;
  at: Date;
  order_id: string;
  products: string[];
  taken_back: boolean;
  sellers_fault: boolean;
  returnless_minor: string;
  currency: string;
}

/** What buyers asked shops for, newest first; what the law grants is no request of theirs. */
const requests = `
  SELECT o.buyer_id, o.shop_id, c.order_id, c.requested_at AS at, c.status = 'WITHDRAWN' AS taken_back,
    false AS sellers_fault, 0 AS returnless_minor, o.currency,
    ARRAY(SELECT DISTINCT l.title FROM cancellation_units u JOIN order_lines l ON l.id = u.line_id
      WHERE u.cancellation_id = c.id) AS products
  FROM cancellations c JOIN orders o ON o.id = c.order_id
  WHERE o.buyer_id = ANY($1) AND o.shop_id = ANY($2) AND c.requested_at > $3
    AND c.requested_by = 'BUYER' AND c.kind = 'BUYER_REQUEST'
  UNION ALL
  SELECT o.buyer_id, o.shop_id, r.order_id, r.requested_at, r.status = 'CANCELED',
    r.fault IS NOT DISTINCT FROM 'SELLER',
    CASE WHEN r.returnless AND r.status IN ('REFUND_PENDING', 'COMPLETED') THEN r.amount_minor ELSE 0 END,
    o.currency,
    ARRAY(SELECT DISTINCT l.title FROM return_units u JOIN order_lines l ON l.id = u.line_id
      WHERE u.return_id = r.id)
  FROM returns r JOIN orders o ON o.id = r.order_id JOIN decisions d ON d.id = r.decision_id
  WHERE o.buyer_id = ANY($1) AND o.shop_id = ANY($2) AND r.requested_at > $3
    AND r.requested_by = 'BUYER' AND d.rule <> 'statutory-withdrawal'
  ORDER BY at DESC`;

async function askedBy(
  manager: EntityManager,
  buyers: string[],
  shops: string[],
  now: Date,
): Promise<Asked[]> {
  const since = new Date(now.getTime() - days * 86_400_000);
  return manager.query(requests, [buyers, shops, since]);
}

const toPast = (row: Asked): PastRequest => ({
  at: row.at,
  orderId: row.order_id,
  products: row.products,
  takenBack: row.taken_back,
  sellersFault: row.sellers_fault,
  returnlessMinor: Number(row.returnless_minor),
  currency: row.currency,
});

interface Concerned {
  order: { buyerId: string; shopId: string };
  lines: readonly { id: string; title: string }[];
}

const productsOf = ({ lines }: Concerned) =>
  Object.fromEntries(lines.map(({ id, title }) => [id, title]));

/**
 * What fair use is counted by when this actor asks; nothing is read where nothing is capped, or
 * where somebody else than the buyer asks.
 */
export async function historyFor(
  manager: EntityManager,
  asking: { actor: string; policy: PolicyVersion; now: Date } & Concerned,
): Promise<{ history?: BuyerHistory }> {
  const { actor, policy, now, order } = asking;
  if (actor !== "BUYER" || !capsAnything(policy.rules.fairUse)) return {};
  const rows = await askedBy(manager, [order.buyerId], [order.shopId], now);
  const past = rows.slice(0, mostKept).map(toPast);
  return { history: { requests: past, products: productsOf(asking) } };
}

const pairKey = ({ buyerId, shopId }: { buyerId: string; shopId: string }) =>
  `${buyerId} ${shopId}`;

const requestsByPair: LoaderFactory<string, PastRequest[]> = ({ platform }) =>
  new DataLoader<string, PastRequest[]>(async (pairs) => {
    const buyers = [...new Set(pairs.map((pair) => pair.split(" ")[0] ?? ""))];
    const shops = [...new Set(pairs.map((pair) => pair.split(" ")[1] ?? ""))];
    const now = platform.clock.now();
    const rows = await askedBy(platform.database.manager, buyers, shops, now);
    return pairs.map((pair) =>
      rows
        .filter(({ buyer_id, shop_id }) => pairKey({ buyerId: buyer_id, shopId: shop_id }) === pair)
        .slice(0, mostKept)
        .map(toPast),
    );
  });

/** The same for reading, of any number of orders at once. */
export async function historyToRead(
  context: Parameters<typeof requestsByPair>[0],
  asking: { actor: string; policy: PolicyVersion } & Concerned,
): Promise<{ history?: BuyerHistory }> {
  const { actor, policy, order } = asking;
  if (actor !== "BUYER" || !capsAnything(policy.rules.fairUse)) return {};
  const past = await context.loader(requestsByPair).load(pairKey(order));
  return { history: { requests: past, products: productsOf(asking) } };
}
