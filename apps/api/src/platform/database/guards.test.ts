import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { entities } from "../../entities.js";
import { makeTestDatabase, type TestDatabase } from "../../testing/test-database.js";
import { dataSource } from "./data-source.js";

let own: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  const { serverUrl, template } = inject("testDatabase");
  own = await makeTestDatabase(serverUrl, template);
  database = dataSource({ url: own.url, entities, poolSize: 4 });
  await database.initialize();
  await sow();
});
afterAll(async () => {
  await database.destroy();
  await own.drop();
});

/** One order of 100.00, one line of two units, one payment. */
async function sow(): Promise<void> {
  for (const sql of [
    `INSERT INTO people (id, name, email, locale, created_at) VALUES ('p', 'Ana', 'a@x', 'en', now()), ('q', 'Bo', 'b@x', 'en', now())`,
    `INSERT INTO shops (id, name, country, created_at) VALUES ('s', 'Shop', 'BR', now())`,
    `INSERT INTO policy_versions (id, shop_id, number, published_at, rules) VALUES ('v', 's', 1, now(), '{}')`,
    `INSERT INTO purchases (id, buyer_id, currency, total_minor, placed_at) VALUES ('u', 'p', 'BRL', 10000, now()), ('w', 'q', 'BRL', 10000, now())`,
    `INSERT INTO payments (id, purchase_id, position, method, label, currency, captured_minor) VALUES ('y', 'u', 1, 'CARD', 'Visa', 'BRL', 10000), ('z', 'w', 1, 'CARD', 'Visa', 'BRL', 10000)`,
    `INSERT INTO orders (id, number, purchase_id, shop_id, buyer_id, policy_version_id, status, currency, placed_at, items_minor, discount_minor, tax_minor, shipping_minor, captured_minor, search_text, notes, created_at)
     VALUES ('o', '1', 'u', 's', 'p', 'v', 'AWAITING_SHIPMENT', 'BRL', now(), 10000, 0, 0, 0, 10000, '', '[]', now())`,
    `INSERT INTO order_lines (id, order_id, position, title, quantity, unit_price_minor, discount_minor, tax_minor, shipping_minor) VALUES ('l', 'o', 1, 'Mug', 2, 5000, 0, 0, 0)`,
  ]) {
    await database.query(sql);
  }
}

const sql = (text: string) => database.query(text);
const together = (...statements: string[]) =>
  database.transaction(async (manager) => {
    for (const statement of statements) await manager.query(statement);
  });
const refund = (id: string, amount: number, buyer = "p") =>
  `INSERT INTO refunds (id, order_id, shop_id, buyer_id, origin, status, amount_minor, currency, created_at, created_by, created_by_id, promised_by)
   VALUES ('${id}', 'o', 's', '${buyer}', 'ON_BEHALF', 'APPROVED', ${amount}, 'BRL', now(), 'AGENT', 'a', now())`;
const allocation = (id: string, refundId: string, amount: number, payment = "y") =>
  `INSERT INTO refund_allocations (id, refund_id, order_id, payment_id, amount_minor, status)
   VALUES ('${id}', '${refundId}', 'o', '${payment}', ${amount}, 'PENDING')`;

describe("the database itself", () => {
  test("has the shape that the entities say", async () => {
    const log = await database.driver.createSchemaBuilder().log();
    expect(log.upQueries.map(({ query }) => query)).toEqual([]);
  });

  test("refuses to refund more than was captured, however it is cut", async () => {
    await together(refund("r1", 6000), allocation("a1", "r1", 6000));
    await expect(together(refund("r2", 4001), allocation("a2", "r2", 4001))).rejects.toThrow(
      /refunds_within_captured/,
    );
    await expect(sql("UPDATE orders SET refund_reserved_minor = 0")).rejects.toThrow(
      /follow refund_allocations/,
    );
    await expect(sql("UPDATE orders SET captured_minor = 99999")).rejects.toThrow(/never changes/);
    await expect(sql("UPDATE payments SET captured_minor = 99999")).rejects.toThrow(
      /never changes/,
    );
    await expect(sql("UPDATE payments SET provider = 'stripe'")).rejects.toThrow(/never another's/);
    await expect(sql("DELETE FROM refund_allocations")).rejects.toThrow(/never deleted/);
    await expect(sql("UPDATE refund_allocations SET amount_minor = 1")).rejects.toThrow(
      /never changes its amount/,
    );
  });

  test("refuses a refund to another person's payment, and one whose parts don't sum", async () => {
    await expect(together(refund("r3", 100), allocation("a3", "r3", 100, "z"))).rejects.toThrow(
      /its own purchase/,
    );
    await expect(together(refund("r4", 100, "q"), allocation("a4", "r4", 100))).rejects.toThrow(
      /its own purchase/,
    );
    await expect(together(refund("r5", 100), allocation("a5", "r5", 99))).rejects.toThrow(
      /not the sum/,
    );
  });

  test("refuses an unbalanced posting, and to rewrite one", async () => {
    const transaction = (id: string) =>
      `INSERT INTO ledger_transactions (id, kind, reference, order_id, shop_id, currency, shop_minor, posted_at, available_at) VALUES ('${id}', 'CAPTURE', '${id}', 'o', 's', 'BRL', 0, now(), now())`;
    const entry = (id: string, position: number, amount: number) =>
      `INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency) VALUES ('${id}', ${position}, 'GOODWILL', ${amount}, 'BRL')`;
    await expect(together(transaction("t1"), entry("t1", 1, 100))).rejects.toThrow(/not balanced/);
    await together(transaction("t2"), entry("t2", 1, 100), entry("t2", 2, -100));
    await expect(sql("UPDATE ledger_entries SET amount_minor = 1")).rejects.toThrow(/append-only/);
    await expect(sql("DELETE FROM ledger_transactions")).rejects.toThrow(/append-only/);
    await expect(sql("TRUNCATE ledger_entries")).rejects.toThrow(/append-only/);
  });

  test("refuses to ship what is held, and to write quantities by hand", async () => {
    await together(
      `INSERT INTO decisions (id, order_id, policy_version_id, command, outcome, rule, body, caller_id, decided_at) VALUES ('d', 'o', 'v', 'CANCEL', 'NEEDS_SELLER', 'on-request', '{}', 'p', now())`,
      `INSERT INTO quotes (id, order_id, decision_id, caller_id, body, total_minor, currency, timeline_seq, created_at, expires_at) VALUES ('k', 'o', 'd', 'p', '{}', 5000, 'BRL', 0, now(), now())`,
      `INSERT INTO cancellations (id, order_id, shop_id, status, kind, requested_at, requested_by, requested_by_id, amount_minor, currency, decision_id, quote_id)
       VALUES ('c', 'o', 's', 'PENDING_SELLER', 'BUYER_REQUEST', now(), 'BUYER', 'p', 5000, 'BRL', 'd', 'k')`,
      `INSERT INTO cancellation_units (cancellation_id, line_id, quantity, amount_minor, state) VALUES ('c', 'l', 1, 5000, 'HELD')`,
    );
    await expect(sql("UPDATE order_lines SET shipped_quantity = 2")).rejects.toThrow(/ship_lease/);
    await expect(sql("UPDATE order_lines SET held_quantity = 0")).rejects.toThrow(
      /follow cancellation_units/,
    );
  });

  test("numbers an order's timeline without gaps, also for writers side by side", async () => {
    const event = `INSERT INTO timeline_events (order_id, at, kind, actor_kind, actor_id, data) VALUES ('o', now(), 'order.noted', 'SYSTEM', 'system', '{}')`;
    await Promise.all(Array.from({ length: 20 }, () => sql(event)));
    const rows = await sql("SELECT seq FROM timeline_events WHERE order_id = 'o' ORDER BY seq");
    expect(rows.map(({ seq }: { seq: number }) => seq)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    await expect(sql("UPDATE timeline_events SET reason = 'x'")).rejects.toThrow(/append-only/);
  });
});
