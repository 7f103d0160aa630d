import { type Caller, signIn } from "./caller.js";
import { compare, type Measured } from "./measure.js";
import type { Api, Stand } from "./stand.js";

const historyDocument = `query ($first: Int!) { orders(first: $first) { edges { cursor node {
  id number status financialStatus placedAt shop { name }
  lines { id title quantity unitPrice { amountMinor } } totals { total { amountMinor currency } } } }
  pageInfo { hasNextPage endCursor } } }`;

const storyDocument = `query ($id: ID!) { order(id: $id) {
  id number status financialStatus placedAt timelineSeq shop { name } buyer { name }
  lines { id title quantity canceledQuantity shippedQuantity total { amountMinor } }
  totals { total { amountMinor } refunded { amountMinor } } shipments { carrier trackingNumber }
  purchase { payments { label amount { amountMinor } } }
  policy { number text { heading sentences } }
  cancellationEligibility { outcome sentence trace { rule sentence } nextSteps { sentence } }
  availableActions { action available because } nextAction { sentence deadline }
  cancellations { id status } refunds { id status amount { amountMinor } steps { code at } }
  returns { id status } disputes { id status } cases { id number } feedback { rating }
  timeline(first: 20) { seq at sentence } } }`;

const historyFloor = {
  orders: `SELECT o.*, s.name AS shop FROM orders o JOIN shops s ON s.id = o.shop_id
    WHERE o.buyer_id = $1 ORDER BY o.placed_at DESC, o.id DESC LIMIT 21`,
  lines: "SELECT * FROM order_lines WHERE order_id = ANY($1) ORDER BY order_id, position",
};

/** The tables an order's page shows, by the order's id. */
const storyTables = [
  ...["order_lines", "shipments", "cancellations", "refunds", "returns", "disputes", "cases"],
  ...["feedback", "timeline_events"],
];

/** Order history of one page, and one order with its whole story. */
export async function measureReads(
  stand: Stand,
  api: Api,
  given: { orders: number; email: string; rounds: number },
): Promise<Measured[]> {
  const { pg } = stand;
  const { rounds } = given;
  const buyer = await signIn(api, "buyer", given.email);
  const { rows } = await pg.query<{ id: string }>("SELECT id FROM people WHERE email = $1", [
    given.email,
  ]);
  const buyerId = rows[0]?.id ?? "";
  const ids = await orderIdsOf(buyer);
  const idOf = (round: number) => ids[round % ids.length];
  return [
    await compare(stand, {
      name: "order history, 20 orders",
      orders: given.orders,
      rounds,
      ours: () => buyer.ask(historyDocument, { first: 20 }),
      floor: async () => {
        const page = await pg.query<{ id: string }>(historyFloor.orders, [buyerId]);
        await pg.query(historyFloor.lines, [page.rows.map(({ id }) => id)]);
      },
    }),
    await compare(stand, {
      name: "order history, 1 order",
      orders: given.orders,
      rounds: rounds / 4,
      ours: () => buyer.ask(historyDocument, { first: 1 }),
      floor: null,
    }),
    await compare(stand, {
      name: "order with its whole story",
      orders: given.orders,
      rounds,
      ours: (round) => buyer.ask(storyDocument, { id: idOf(round) }),
      floor: async (round) => {
        await pg.query(
          `SELECT o.*, s.name AS shop, b.name AS buyer, p.rules FROM orders o
           JOIN shops s ON s.id = o.shop_id JOIN people b ON b.id = o.buyer_id
           JOIN policy_versions p ON p.id = o.policy_version_id WHERE o.id = $1`,
          [idOf(round)],
        );
        for (const table of storyTables) {
          await pg.query(`SELECT * FROM ${table} WHERE order_id = $1`, [idOf(round)]);
        }
      },
    }),
  ];
}

async function orderIdsOf(buyer: Caller): Promise<string[]> {
  const { orders } = (await buyer.ask(historyDocument, { first: 25 })) as {
    orders: { edges: { node: { id: string } }[] };
  };
  return orders.edges.map(({ node }) => node.id);
}
