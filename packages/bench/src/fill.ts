import type { Client } from "pg";
import type { Stand } from "./stand.js";

/** Purchases the platform's own code makes; all others are copies of them. */
export const templateOrders = 250;
const ordersPerBuyer = 25;
const shopCount = 20;

/** Tables that grow with the number of orders, and what tells one of their rows from another. */
const copied: Readonly<Record<string, readonly string[]>> = {
  people: ["id", "email"],
  purchases: ["id", "buyer_id"],
  payments: ["id", "purchase_id", "provider_charge_id"],
  orders: ["id", "number", "purchase_id", "buyer_id"],
  order_lines: ["id", "order_id"],
  shipments: ["id", "order_id"],
  ledger_transactions: ["id", "reference", "order_id"],
  ledger_entries: ["transaction_id"],
  timeline_events: ["order_id", "buyer_id"],
};

/** Makes the template: buyers with 25 orders each, bought from twenty shops, some of them delivered. */
export async function makeTemplate({ world, pg }: Stand): Promise<void> {
  const shops = [];
  for (let shop = 0; shop < shopCount; shop++) {
    const owner = { name: `Owner ${shop}`, email: `owner${shop}@shops.example` };
    shops.push(await world.shop({ name: `Shop ${shop}`, policy: "generous", owner }));
  }
  for (let buyer = 0; buyer < templateOrders / ordersPerBuyer; buyer++) {
    const buyerId = await world.person(`Buyer ${buyer}`, `buyer${buyer}@buyers.example`);
    for (let order = 0; order < ordersPerBuyer; order++) {
      const shop = shops[(buyer + order) % shopCount];
      if (!shop) continue;
      const placedAt = new Date(Date.now() - (order + 1) * 86_400_000);
      const delivered = order > 5;
      const lines = [
        { title: "Stoneware bowl", quantity: 2, unitPriceMinor: 4_950, shippingMinor: 700 },
        { title: "Linen towel", quantity: 1, unitPriceMinor: 2_990, discountMinor: 300 },
      ];
      const status = delivered ? ("DELIVERED" as const) : ("AWAITING_SHIPMENT" as const);
      const dates = delivered ? { shippedAt: placedAt, deliveredAt: placedAt } : {};
      await world.purchase({ buyerId, placedAt, orders: [{ shop, lines, status, ...dates }] });
    }
  }
  await pg.query("CREATE TABLE bench_people AS SELECT id FROM people WHERE email LIKE 'buyer%'");
  for (const table of Object.keys(copied)) {
    const rows = table === "people" ? "WHERE id IN (SELECT id FROM bench_people)" : "";
    await pg.query(
      `CREATE TABLE bench_${table === "people" ? "buyers" : table} AS SELECT * FROM ${table} ${rows}`,
    );
  }
}

const templateOf = (table: string) => (table === "people" ? "bench_buyers" : `bench_${table}`);

/** Copies the template until there are this many orders, with new ids throughout. */
export async function growTo(pg: Client, from: number, to: number): Promise<void> {
  const first = from / templateOrders;
  const last = to / templateOrders - 1;
  if (last < first) return;
  // Copies of what the triggers and keys let pass once: they need not be asked for each.
  await pg.query("SET session_replication_role = replica");
  await pg.query("SET synchronous_commit = off");
  const indexes = await dropIndexes(pg);
  for (const [table, names] of Object.entries(copied)) {
    const { rows } = await pg.query<{ name: string; generated: boolean }>(
      `SELECT a.attname AS name, a.attgenerated <> '' AS generated FROM pg_attribute a
       WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
      [table],
    );
    const columns = rows.filter(({ generated }) => !generated).map(({ name }) => name);
    const values = columns.map((name) => cellOf(table, name, names));
    await pg.query(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(", ")})
       SELECT ${values.join(", ")} FROM generate_series(${first}::int, ${last}::int) AS n,
         ${templateOf(table)} AS t`,
    );
  }
  for (const definition of indexes) await pg.query(definition);
  await pg.query("RESET session_replication_role");
  await pg.query("RESET synchronous_commit");
  await pg.query("VACUUM ANALYZE");
}

function cellOf(table: string, column: string, names: readonly string[]): string {
  if (table === "timeline_events" && column === "position") return "nextval('timeline_positions')";
  if (names.includes(column)) return `t."${column}" || '~' || n`;
  return `t."${column}"`;
}

/** Indexes that are not constraints, dropped; their definitions. Building them once is cheaper. */
async function dropIndexes(pg: Client): Promise<string[]> {
  const { rows } = await pg.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i WHERE i.indrelid = ANY($1::regclass[])
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [Object.keys(copied)],
  );
  for (const { name } of rows) await pg.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** A buyer of the copies, for the number of a round. */
export async function buyersOf(pg: Client, count: number): Promise<string[]> {
  const { rows } = await pg.query<{ email: string }>(
    `SELECT email FROM people WHERE email LIKE 'buyer%' ORDER BY id DESC LIMIT $1`,
    [count],
  );
  return rows.map(({ email }) => email);
}
