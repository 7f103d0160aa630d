import type { EntityManager } from "typeorm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/test-app.js";

let app: TestApp;
let order: { id: string; shopId: string };
let foreign: { id: string; shopId: string };
beforeAll(async () => {
  app = await startTestApp();
  const buyerId = await app.world.person("Ana", "ana@ledger.test");
  const sold = async (name: string, currency: string) => {
    const owner = { name, email: `${name}@ledger.test` };
    const shop = await app.world.shop({ name, policy: "generous", owner });
    const lines = [{ title: "Mug", quantity: 1, unitPriceMinor: 5000 }];
    const [made] = await app.world.purchase({ buyerId, currency, orders: [{ shop, lines }] });
    return { id: made?.id ?? "", shopId: shop.id };
  };
  order = await sold("North", "BRL");
  foreign = await sold("South", "JPY");
});
afterAll(() => app.close());

let count = 0;
/** A posting by plain SQL, and what an attacker would write into it. */
function posting(
  given: Partial<Record<"order" | "shop" | "currency" | "ofShop" | "refund", string>>,
) {
  const id = `led_attack_${++count}`;
  const { order: orderId = order.id, shop = order.shopId } = given;
  const refund = given.refund ? `'${given.refund}'` : "NULL";
  const head = `INSERT INTO ledger_transactions
    (id, kind, reference, shop_id, order_id, refund_id, currency, shop_minor, posted_at, available_at)
    VALUES ('${id}', 'CAPTURE', '${id}', '${shop}', '${orderId}', ${refund}, '${given.currency ?? "BRL"}',
      ${given.ofShop ?? 0}, now(), now())`;
  const entry = (
    position: number,
    amount: number,
    account = "TAX",
    more = { currency: "BRL", shop: "" },
  ) =>
    `INSERT INTO ledger_entries (transaction_id, position, account, shop_id, amount_minor, currency)
     VALUES ('${id}', ${position}, '${account}', ${more.shop ? `'${more.shop}'` : "NULL"}, ${amount}, '${more.currency}')`;
  return { head, entry, fair: [head, entry(1, 100), entry(2, -100, "COMMISSION")] };
}
const together = (...statements: string[]) =>
  app.platform.database.transaction(async (manager: EntityManager) => {
    for (const statement of statements) await manager.query(statement);
  });

describe("plain SQL can't", () => {
  test("post what is not balanced, numbered or filled", async () => {
    const { head, entry } = posting({});
    await expect(together(head, entry(1, 100), entry(2, -99))).rejects.toThrow(/not balanced/);
    await expect(together(head, entry(1, 100), entry(3, -100))).rejects.toThrow(/not balanced/);
    await expect(together(head)).rejects.toThrow(/has no entries/);
  });

  test("change, delete or empty what is posted", async () => {
    await expect(together("UPDATE ledger_entries SET amount_minor = 1")).rejects.toThrow(
      /append-only/,
    );
    await expect(together("UPDATE ledger_transactions SET shop_minor = 1")).rejects.toThrow(
      /append-only/,
    );
    await expect(together("DELETE FROM ledger_entries")).rejects.toThrow(/append-only/);
    await expect(together("TRUNCATE ledger_transactions CASCADE")).rejects.toThrow(/append-only/);
    await expect(together("UPDATE money_terms SET rules = '{}'")).rejects.toThrow(/append-only/);
  });

  test("add entries to a posting that is complete", async () => {
    const { fair, entry } = posting({});
    await together(...fair);
    await expect(together(entry(3, 50), entry(4, -50, "COMMISSION"))).rejects.toThrow(
      /is complete/,
    );
    const immediately = "SET CONSTRAINTS ALL IMMEDIATE";
    for (const early of [immediately, "SET CONSTRAINTS complete_posting IMMEDIATE"]) {
      const { fair: checked, entry: more } = posting({});
      await expect(together(...checked, early, more(3, 50))).rejects.toThrow(/is complete/);
      const balanced = `${more(3, 50)}, ${more(4, -50).split("VALUES")[1]}`;
      await expect(together(...checked, early, balanced)).rejects.toThrow(/is complete/);
    }
    // A link of the trail that somebody wrote themselves doesn't pass for having been looked at.
    const { head, entry: unfair } = posting({});
    const link = `INSERT INTO trail_links (chain, seq, subject_kind, subject_id, content_hash, hash)
      SELECT 0, 1000000, 'LEDGER', id, '', '' FROM ledger_transactions WHERE id LIKE 'led_attack_%'
      ORDER BY posted_at DESC LIMIT 1`;
    await expect(together(head, link, unfair(1, 100), unfair(2, -99))).rejects.toThrow(
      /is complete/,
    );
    await expect(together(head, unfair(1, 100), unfair(2, -99), link)).rejects.toThrow(
      /not balanced/,
    );
    await expect(
      together(...posting({}).fair, immediately, posting({}).entry(1, 50)),
    ).rejects.toThrow();
  });

  test("mix currencies, or post in another than the order's", async () => {
    const { head, entry } = posting({});
    const yen = { currency: "JPY", shop: "" };
    await expect(
      together(head, entry(1, 100, "TAX", yen), entry(2, -100, "COMMISSION", yen)),
    ).rejects.toThrow(/mixes currencies/);
    const other = posting({ currency: "JPY" });
    await expect(
      together(other.head, other.entry(1, 100, "TAX", yen), other.entry(2, -100, "SHIPPING", yen)),
    ).rejects.toThrow(/order's shop and currency/);
  });

  test("post to another shop, for another's order, or more than is said", async () => {
    const stranger = posting({ shop: foreign.shopId });
    await expect(together(...stranger.fair)).rejects.toThrow(/order's shop and currency/);
    const { head, entry } = posting({ ofShop: "100" });
    const theirs = { currency: "BRL", shop: foreign.shopId };
    await expect(
      together(head, entry(1, 100), entry(2, -100, "SHOP_BALANCE", theirs)),
    ).rejects.toThrow(/not about its shop/);
    const silent = posting({});
    const own = { currency: "BRL", shop: order.shopId };
    await expect(
      together(silent.head, silent.entry(1, 100), silent.entry(2, -100, "SHOP_BALANCE", own)),
    ).rejects.toThrow(/not about its shop/);
    await expect(
      together(silent.head, silent.entry(1, 100), silent.entry(2, -100, "SHOP_BALANCE")),
    ).rejects.toThrow(/ledger_entries_whose/);
    await expect(together(...posting({ refund: "rfd_nobody" }).fair)).rejects.toThrow(
      /another order's refund/,
    );
  });

  test("post one cause twice", async () => {
    await expect(
      together(
        `INSERT INTO ledger_transactions (id, kind, reference, shop_id, order_id, currency, shop_minor, posted_at, available_at)
         VALUES ('led_twice', 'CAPTURE', '${order.id}', '${order.shopId}', '${order.id}', 'BRL', 0, now(), now())`,
      ),
    ).rejects.toThrow(/duplicate key/);
  });
});
