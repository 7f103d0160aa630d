import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { entities } from "../../entities.js";
import { makeTestDatabase, type TestDatabase } from "../../testing/test-database.js";
import { dataSource } from "./data-source.js";

let own: TestDatabase;
let database: DataSource;
const sql = (text: string) => database.query(text);

/** One order of 100.00, authorised on one payment. */
beforeAll(async () => {
  const { serverUrl, template } = inject("testDatabase");
  own = await makeTestDatabase(serverUrl, template);
  database = dataSource({ url: own.url, entities, poolSize: 2 });
  await database.initialize();
  for (const text of [
    `INSERT INTO people (id, name, email, locale, created_at) VALUES ('p', 'Ana', 'a@x', 'en', now())`,
    `INSERT INTO shops (id, name, country, created_at) VALUES ('s', 'Shop', 'BR', now())`,
    `INSERT INTO policy_versions (id, shop_id, number, published_at, rules) VALUES ('v', 's', 1, now(), '{}')`,
    `INSERT INTO purchases (id, buyer_id, currency, total_minor, placed_at) VALUES ('u', 'p', 'BRL', 10000, now())`,
    `INSERT INTO orders (id, number, purchase_id, shop_id, buyer_id, policy_version_id, status, currency, placed_at, items_minor, discount_minor, tax_minor, shipping_minor, captured_minor, authorized_minor, search_text, notes, created_at)
     VALUES ('o', '1', 'u', 's', 'p', 'v', 'AWAITING_SHIPMENT', 'BRL', now(), 10000, 0, 0, 0, 0, 10000, '', '[]', now())`,
    `INSERT INTO payments (id, purchase_id, position, method, label, currency, captured_minor, authorized_minor, order_id, state)
     VALUES ('y', 'u', 1, 'CARD', 'Visa', 'BRL', 0, 10000, 'o', 'AUTHORIZED')`,
  ]) {
    await sql(text);
  }
});
afterAll(async () => {
  await database.destroy();
  await own.drop();
});

const step = (id: string, kind: string, number: number) =>
  `INSERT INTO payment_steps (id, payment_id, order_id, number, kind, amount_minor, provider_key, status, created_at)
   VALUES ('${id}', 'y', 'o', ${number}, '${kind}', 10000, '${id}', 'OPEN', now())`;

describe("the database itself, of money that is taken later,", () => {
  test("refuses to take and to give back at once, to unsettle a step, or to change its key", async () => {
    await sql(step("a", "CAPTURE", 1));
    await expect(sql(step("b", "VOID", 2))).rejects.toThrow(/one_live/);
    await expect(sql("UPDATE payment_steps SET provider_key = 'z'")).rejects.toThrow(/keeps/);
    await expect(sql("UPDATE payment_steps SET amount_minor = 1")).rejects.toThrow(/keeps/);
    await sql("UPDATE payment_steps SET status = 'FAILED'");
    await expect(sql("UPDATE payment_steps SET status = 'OPEN'")).rejects.toThrow(/settled/);
    await expect(sql("DELETE FROM payment_steps")).rejects.toThrow(/never deleted/);
  });

  test("refuses an order that claims more than its payments captured, or was authorised", async () => {
    await expect(sql("UPDATE orders SET captured_minor = 10000")).rejects.toThrow(/claim more/);
    await expect(sql("UPDATE payments SET captured_minor = 10000")).rejects.toThrow(/in_state/);
    await expect(
      sql("UPDATE payments SET captured_minor = 10001, state = 'CAPTURED'"),
    ).rejects.toThrow(/within_authorized/);
    await expect(sql("UPDATE payments SET authorized_minor = 20000")).rejects.toThrow(
      /never changes/,
    );
  });

  test("lets it be captured once, and never changed after", async () => {
    await sql("UPDATE payments SET captured_minor = 9000, state = 'CAPTURED'");
    await sql("UPDATE orders SET captured_minor = 9000");
    await expect(sql("UPDATE orders SET captured_minor = 9001")).rejects.toThrow(/never changes/);
    await expect(sql("UPDATE orders SET captured_minor = 8999")).rejects.toThrow(/never changes/);
    await expect(sql("UPDATE payments SET captured_minor = 0")).rejects.toThrow(/never changes/);
    await expect(sql("UPDATE orders SET voided_at = now()")).rejects.toThrow(/is_not_captured/);
  });

  test("lets no order grow that has no payments of its own", async () => {
    for (const text of [
      `INSERT INTO purchases (id, buyer_id, currency, total_minor, placed_at) VALUES ('u2', 'p', 'BRL', 10000, now())`,
      `INSERT INTO payments (id, purchase_id, position, method, label, currency, captured_minor) VALUES ('y2', 'u2', 1, 'CARD', 'Visa', 'BRL', 10000)`,
      `INSERT INTO orders (id, number, purchase_id, shop_id, buyer_id, policy_version_id, status, currency, placed_at, items_minor, discount_minor, tax_minor, shipping_minor, captured_minor, authorized_minor, search_text, notes, created_at)
       VALUES ('o2', '2', 'u2', 's', 'p', 'v', 'AWAITING_SHIPMENT', 'BRL', now(), 10000, 0, 0, 0, 0, 10000, '', '[]', now())`,
      "UPDATE orders SET captured_minor = 5000 WHERE id = 'o2'",
    ]) {
      await sql(text);
    }
    await expect(sql("UPDATE orders SET captured_minor = 6000 WHERE id = 'o2'")).rejects.toThrow(
      /never changes/,
    );
  });
});
