import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import {
  type OlistLines,
  type OrderOfFolder,
  olistLines,
  writeFolder,
} from "../../testing/olist-folder.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { importOlist } from "./import-olist.js";
import { type ImportReport, problemsOf } from "./import-report.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const take = (folder: string) =>
  importOlist(app.platform, sandboxProvider(app.platform.config), folder, {
    shiftToNow: true,
    progress: () => undefined,
  });

/** Imports orders after their files were changed. */
function imported(
  orders: OrderOfFolder[],
  change: (lines: OlistLines) => void = () => undefined,
): Promise<ImportReport> {
  const lines = olistLines(orders);
  change(lines);
  return take(writeFolder(lines));
}

const paidFor = async (order: string): Promise<number | null> => {
  const [row] = await app.platform.database.query(
    `SELECT SUM(p.captured_minor)::int AS paid FROM payments p
     JOIN purchases u ON u.id = p.purchase_id WHERE u.external_id = $1`,
    [`olist:${order}`],
  );
  return row.paid;
};
const unitsOf = async (order: string): Promise<number | null> => {
  const [row] = await app.platform.database.query(
    `SELECT SUM(l.quantity)::int AS units FROM order_lines l JOIN orders o ON o.id = l.order_id
     JOIN purchases u ON u.id = o.purchase_id WHERE u.external_id = $1`,
    [`olist:${order}`],
  );
  return row.units;
};

describe("a row that a file has twice", () => {
  test("is taken once and reported: a payment, an item, an order, a review, a customer", async () => {
    const report = await imported([{ id: "twice", reviews: [{}] }], (lines) => {
      for (const file of ["payments", "items", "orders", "reviews", "customers"] as const) {
        lines[file].push(lines[file][1] ?? "");
      }
    });
    expect(problemsOf(report)).toEqual([]);
    expect([await paidFor("twice"), await unitsOf("twice")]).toEqual([5_000, 1]);
    expect(report.repeated.map(({ file }) => file).sort()).toEqual([
      "customers",
      "items",
      "orders",
      "payments",
      "reviews",
    ]);
    expect(report.repeated.every(({ line, sameAs }) => line === 3 && sameAs === 2)).toBe(true);
  });

  test("refuses its order where the two say different things", async () => {
    const report = await imported([{ id: "two-amounts" }, { id: "sound" }], (lines) => {
      lines.payments.push((lines.payments[1] ?? "").replace("50.00", "55.00"));
    });
    expect(problemsOf(report)).toEqual([]);
    expect(report.refusals).toEqual([
      {
        order: "two-amounts",
        file: "payments",
        line: 4,
        column: "payment_sequential",
        why: "line 2 has the same order_id and payment_sequential and says something else",
      },
    ]);
    expect([await paidFor("two-amounts"), await paidFor("sound")]).toEqual([null, 5_000]);
  });

  test("refuses an order that two rows of the orders' file tell differently", async () => {
    const report = await imported([{ id: "two-tales" }], (lines) => {
      lines.orders.push((lines.orders[1] ?? "").replace("approved", "canceled"));
    });
    expect(report.files.orders).toMatchObject({ rows: 2, refused: 2 });
    expect(await paidFor("two-tales")).toBeNull();
    expect(problemsOf(report)).toEqual(["Nothing could be used: no order of the files was taken."]);
  });
});

describe("one odd row", () => {
  const sound = { id: "beside" };
  test.each<[string, string, number, (lines: OlistLines) => void]>([
    ["an unquoted comma", "items", 2, (lines) => lines.items.splice(1, 1, `${lines.items[1]},x`)],
    ["too few columns", "payments", 2, (lines) => lines.payments.splice(1, 1, "odd-2,1,voucher")],
    [
      "a quote that is never closed",
      "items",
      2,
      (lines) => lines.items.splice(1, 1, (lines.items[1] ?? "").replace("product", '"product')),
    ],
    [
      "a null character",
      "items",
      2,
      (lines) => lines.items.splice(1, 1, (lines.items[1] ?? "").replace("product", "pro\0duct")),
    ],
  ])(
    "%s refuses its order by file and line, and the rest goes on",
    async (_, file, line, change) => {
      const n = `${file}-${_.length}`;
      const report = await imported([{ id: `odd-${n}` }, { id: `${sound.id}-${n}` }], (lines) => {
        change(lines);
        lines.payments = lines.payments.map((each) => each.replace("odd-2,", `odd-${n},`));
      });
      expect(problemsOf(report)).toEqual([]);
      expect(report.refusals).toMatchObject([{ order: `odd-${n}`, file, line }]);
      expect(await paidFor(`odd-${n}`)).toBeNull();
      expect(await paidFor(`${sound.id}-${n}`)).toBe(5_000);
      expect(await unitsOf(`${sound.id}-${n}`)).toBe(1);
    },
  );

  test("a review's open quote takes no other row with it", async () => {
    const report = await imported(
      [
        { id: "rev-1", reviews: [{ review_comment_message: "Ótimo" }] },
        { id: "rev-2", reviews: [{ review_comment_message: 'Duas linhas,\ne "aspas"' }] },
        { id: "rev-3", reviews: [{}] },
      ],
      (lines) => lines.reviews.splice(1, 1, (lines.reviews[1] ?? "").replace("Ótimo", '"Ótimo')),
    );
    expect(problemsOf(report)).toEqual([]);
    expect(report.refusals).toMatchObject([{ order: "rev-1", file: "reviews", line: 2 }]);
    expect([await paidFor("rev-2"), await paidFor("rev-3")]).toEqual([5_000, 5_000]);
    const [{ words }] = await app.platform.database.query(
      "SELECT words FROM feedback WHERE external_id LIKE '%of-rev-2:rev-2'",
    );
    expect(words).toBe('Duas linhas,\ne "aspas"');
  });

  test("a charge that two payments name refuses both, also where an earlier import took it", async () => {
    const charge = { payment_value: "50.00", provider: "stripe", provider_charge_id: "ch_twice" };
    const other = { ...charge, provider_charge_id: "ch_once" };
    const report = await imported([
      { id: "charge-1", payments: [charge] },
      { id: "charge-2", payments: [charge] },
      { id: "charge-3", payments: [other] },
    ]);
    expect(problemsOf(report)).toEqual([]);
    expect(report.refusals.map(({ order, line, why }) => [order, line, why])).toEqual([
      ["charge-1", 2, "line 3 names this charge, too"],
      ["charge-2", 3, "line 2 names this charge, too"],
    ]);
    const again = await imported([{ id: "charge-4", payments: [other] }, { id: "charge-5" }]);
    expect(again.refusals).toMatchObject([{ order: "charge-4", column: "provider_charge_id" }]);
    expect(again.files.orders).toMatchObject({ imported: 1, refused: 1 });
  });

  test("what the database alone refuses is named, and the rest of its batch goes on", async () => {
    const { database } = app.platform;
    await database.query(
      "ALTER TABLE purchases ADD CONSTRAINT no_prime CHECK (total_minor <> 7919) NOT VALID",
    );
    const report = await imported([
      { id: "prime", items: [{ price: "79.19" }], payments: [{ payment_value: "79.19" }] },
      { id: "no-prime" },
    ]);
    await database.query("ALTER TABLE purchases DROP CONSTRAINT no_prime");
    expect(problemsOf(report)).toEqual([]);
    expect(report.refusals).toMatchObject([
      { order: "prime", file: "orders", line: 2, why: expect.stringContaining("no_prime") },
    ]);
    expect([await paidFor("prime"), await paidFor("no-prime")]).toEqual([null, 5_000]);
  });
});

describe("who is who", () => {
  const start = "0123456789abcdef";
  const people = [`${start}0001`, `${start}0002`, "Ana.Case", "ana.case", `${"x".repeat(150)}1`];

  test("people and sellers whose ids begin alike are not one, in one file and in the next", async () => {
    const order = (id: string) => ({
      id: `of-${id}`,
      person: id,
      items: [{ price: "50.00", seller_id: `s${id}` }],
    });
    const report = await imported(people.slice(0, 3).map(order));
    expect(problemsOf(report)).toEqual([]);
    expect(report.created).toMatchObject({ orders: 3, buyers: 3, shops: 3 });
    const next = await imported(people.map(order));
    expect(next.created).toMatchObject({ orders: 2, buyers: 2, shops: 2 });
    const rows: { email: string }[] = await app.platform.database.query(
      "SELECT DISTINCT email FROM people WHERE external_id = ANY($1)",
      [people.map((id) => `olist:customer:${id}`)],
    );
    expect(rows).toHaveLength(5);
    expect(rows.every(({ email }) => (email.split("@")[0]?.length ?? 99) <= 64)).toBe(true);
  });

  test("a person sees their own orders alone", async () => {
    const [person] = await app.platform.database.query(
      "SELECT id FROM people WHERE external_id = $1",
      [`olist:customer:${people[0]}`],
    );
    const client = await app.client("buyer", person.id);
    const { orders } = await client.ask("{ orders(first: 10) { edges { node { id } } } }");
    expect(orders.edges).toHaveLength(1);
  });

  test("an order of a customer whom no file knows is refused", async () => {
    const report = await imported([{ id: "lost-1" }, { id: "lost-2" }], (lines) => {
      lines.customers.splice(1, 1);
    });
    expect(report.refusals).toMatchObject([{ order: "lost-1", column: "customer_id" }]);
  });

  test("a buyer of an earlier import, known by the start of their id, gets all of it", async () => {
    const { database } = app.platform;
    await imported([
      { id: "old-1", person: `${start}old` },
      { id: "old-2", person: `${start}new` },
    ]);
    await database.query(
      `UPDATE people SET external_id = NULL, email = left(email, 16) || '-' || id || '@imported.makegood.example'
       WHERE external_id = ANY($1)`,
      [[`olist:customer:${start}old`, `olist:customer:${start}new`]],
    );
    // One account held what two people bought.
    await database.query(
      `UPDATE purchases SET buyer_id = (SELECT buyer_id FROM purchases WHERE external_id = 'olist:of-${people[2]}')
       WHERE external_id = 'olist:of-${people[1]}'`,
    );
    await database.query(
      `UPDATE people SET external_id = NULL, email = 'merged@imported.makegood.example'
       WHERE external_id = 'olist:customer:${people[2]}'`,
    );
    const report = await imported([
      { id: "old-1", person: `${start}old` },
      { id: "old-2", person: `${start}new` },
      { id: "old-3", person: `${start}old` },
      { id: `of-${people[1]}`, person: `${people[1]}` },
      { id: `of-${people[2]}`, person: `${people[2]}` },
    ]);
    expect(report.created.buyers).toBe(0);
    const owners = await database.query(
      "SELECT buyer_id FROM purchases WHERE external_id IN ('olist:old-1', 'olist:old-3')",
    );
    expect(new Set(owners.map(({ buyer_id }: { buyer_id: string }) => buyer_id)).size).toBe(1);
    const named = report.differences.filter(({ what }) => what.includes("one account"));
    expect(named).toHaveLength(1);
    expect(named[0]?.order).toContain(`of-${people[1]}`);
  });
});

describe("encoding and separator", () => {
  const brazil: OrderOfFolder[] = [
    { id: "enc", reviews: [{ review_comment_message: "Não chegou, péssimo" }] },
  ];
  const words = async (order: string) => {
    const [row] = await app.platform.database.query(
      `SELECT f.words FROM feedback f JOIN orders o ON o.id = f.order_id
       JOIN purchases u ON u.id = o.purchase_id WHERE u.external_id = $1`,
      [`olist:${order}`],
    );
    return row?.words;
  };
  const renamed = (id: string) => olistLines(brazil.map((order) => ({ ...order, id })));

  test("are told by looking: UTF-8 with and without a mark, Latin-1, UTF-16", async () => {
    const encodings: [string, (text: string) => Buffer][] = [
      ["utf8-mark", (text) => Buffer.from(`\ufeff${text}`, "utf8")],
      ["latin-1", (text) => Buffer.from(text, "latin1")],
      ["utf16", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ];
    for (const [id, encode] of encodings) {
      const report = await take(writeFolder(renamed(id), encode));
      expect(problemsOf(report)).toEqual([]);
      expect(await words(id)).toBe("Não chegou, péssimo");
    }
  });

  test("a file of semicolons, or tabs, is read as one, with its decimal commas", async () => {
    for (const [id, separator] of [
      ["semicolons", ";"],
      ["tabs", "\t"],
    ] as const) {
      const lines = olistLines([{ id }]);
      const report = await take(
        writeFolder(lines, (text) =>
          text
            .replaceAll(",", separator)
            .replaceAll("50.00", separator === ";" ? "50,00" : "50.00"),
        ),
      );
      expect(problemsOf(report)).toEqual([]);
      expect(await paidFor(id)).toBe(5_000);
      expect(report.read).toHaveLength(8);
    }
  });

  test.each<[string, RegExp, (text: string, file: string) => string | Buffer]>([
    [
      "mixed encodings",
      /mixes UTF-8/,
      (text) => Buffer.concat([Buffer.from(text, "utf8"), Buffer.from("é\n", "latin1")]),
    ],
    ["UTF-16 without a mark", /UTF-16/, (text) => Buffer.from(text, "utf16le")],
    [
      "columns that are missing",
      /olist_order_items_dataset.csv: its first line lacks the columns price\./,
      (text, file) => (file === "items" ? text.replace(",price,", ",cost,") : text),
    ],
    ["an empty file", /first line lacks/, (text, file) => (file === "payments" ? "" : text)],
  ])("%s are refused in a sentence, and nothing is written", async (name, sentence, encode) => {
    const id = `refused-${name.length}`;
    await expect(take(writeFolder(renamed(id), encode))).rejects.toThrow(sentence);
    expect(await paidFor(id)).toBeNull();
  });
});

test("a parcel shows no carrier and no number that nobody gave", async () => {
  const shipped = {
    order_status: "shipped",
    order_delivered_carrier_date: "2026-11-21 10:00:00",
  };
  await imported([{ id: "parcel", order: shipped }]);
  const agent = await app.client("support", await app.world.agent("Pia", "pia@odd.example"));
  const [{ id }] = await app.platform.database.query(
    "SELECT o.id FROM orders o JOIN purchases u ON u.id = o.purchase_id WHERE u.external_id = 'olist:parcel'",
  );
  const { order } = await agent.ask(
    `query ($id: ID!) { order(id: $id) { shipments { carrier trackingNumber }
       timeline(first: 20) { sentence } cancellationEligibility { sentence } } }`,
    { id },
  );
  expect(order.shipments).toEqual([{ carrier: null, trackingNumber: null }]);
  expect(JSON.stringify(order)).not.toContain("Correios");
});

test("an order is under the policy that was in force when it was placed", async () => {
  const { database, clock } = app.platform;
  await imported([{ id: "before-policy", items: [{ price: "50.00", seller_id: "changed" }] }]);
  const [shop] = await database.query("SELECT id FROM shops WHERE external_id = 'olist:changed'");
  const yesterday = new Date(clock.now().getTime() - 86_400_000);
  await database.query(
    `INSERT INTO policy_versions (id, shop_id, number, published_at, rules)
     SELECT 'pol_2', shop_id, 2, $2, rules FROM policy_versions WHERE shop_id = $1 AND number = 1`,
    [shop.id, yesterday],
  );
  const local = (hoursAgo: number) =>
    new Date(clock.now().getTime() - (hoursAgo + 3) * 3_600_000)
      .toISOString()
      .slice(0, 19)
      .replace("T", " ");
  const items = [{ price: "50.00", seller_id: "changed" }];
  const lines = olistLines([
    { id: "under-1", items, order: { order_purchase_timestamp: local(48) } },
    { id: "under-2", items, order: { order_purchase_timestamp: local(1) } },
  ]);
  await importOlist(app.platform, sandboxProvider(app.platform.config), writeFolder(lines), {
    shiftToNow: false,
    progress: () => undefined,
  });
  const numbers = await database.query(
    `SELECT v.number FROM orders o JOIN purchases u ON u.id = o.purchase_id
     JOIN policy_versions v ON v.id = o.policy_version_id
     WHERE u.external_id IN ('olist:under-1', 'olist:under-2') ORDER BY u.external_id`,
  );
  expect(numbers).toEqual([{ number: 1 }, { number: 2 }]);
});

test("a unit is worth its share of what was paid, however that differs from its price", async () => {
  await imported([
    {
      id: "discounted",
      items: [{ price: "50.00" }, { price: "50.00" }],
      payments: [{ payment_value: "80.00" }],
    },
  ]);
  const [order] = await app.platform.database.query(
    `SELECT o.id, o.buyer_id AS buyer, l.id AS line FROM orders o JOIN purchases u ON u.id = o.purchase_id
     JOIN order_lines l ON l.order_id = o.id WHERE u.external_id = 'olist:discounted'`,
  );
  const client = await app.client("buyer", order.buyer);
  const { quoteCancellation } = await client.ask(
    `mutation ($input: QuoteCancellationInput!) { quoteCancellation(input: $input) {
      ... on QuoteSuccess { quote { total { amountMinor } components { kind amount { amountMinor } } } } } }`,
    { input: { orderId: order.id, units: [{ lineId: order.line, quantity: 1 }] } },
  );
  expect(quoteCancellation.quote).toEqual({
    total: { amountMinor: 4_000 },
    components: [
      { kind: "ITEMS", amount: { amountMinor: 5_000 } },
      { kind: "PAID_DIFFERENCE", amount: { amountMinor: -1_000 } },
    ],
  });
});
