import { ledgerComponents, ledgerKinds } from "@makegood/domain/ledger/account";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import type { MadeShop } from "../../scenario/made-shop.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";

const query = `query ($shopId: ID!, $first: Int, $after: String, $from: DateTime, $to: DateTime) {
  shopStatement(shopId: $shopId, currency: "KWD", first: $first, after: $after, from: $from, to: $to) {
    opening { amountMinor } closing { amountMinor } pageInfo { hasNextPage endCursor }
    edges { node { id kind label postedAt amount { amountMinor } balance { amountMinor } order { id }
      parts { component amount { amountMinor } } } } }
  refundCosts(shopId: $shopId, currency: "KWD") { total { amountMinor } parts { component } } }`;
const day = 86_400_000;

let app: TestApp;
let shop: MadeShop;
let seller: TestClient;
const orders: string[] = [];
beforeAll(async () => {
  app = await startTestApp();
  await app.worker.stop();
  const { world } = app;
  const ana = await world.person("Ana", "ana@statement.test");
  const agent = await app.client("support", await world.agent("Sol", "sol@statement.test"));
  const owner = { name: "Owner", email: "owner@statement.test" };
  shop = await world.shop({ name: "Dinar", policy: "generous", owner });
  seller = await app.client("seller", shop.ownerId);
  for (let index = 0; index < 9; index++) {
    const placedAt = new Date(app.platform.clock.now().getTime() - (40 - index) * day);
    const lines = [
      {
        title: "Rug",
        quantity: 1,
        unitPriceMinor: 10_001 + index,
        taxMinor: 333,
        shippingMinor: 77,
      },
    ];
    const given = [{ shop, lines, status: "DELIVERED" as const, deliveredAt: placedAt }];
    const [made] = await world.purchase({ buyerId: ana, currency: "KWD", placedAt, orders: given });
    orders.push(made?.id ?? "");
  }
  for (const [index, orderId] of orders.slice(0, 5).entries()) {
    const input = {
      orderId,
      amountMinor: 1_000 + index,
      reason: "Late.",
      idempotencyKey: freshKey(),
    };
    await agent.ask(
      "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }",
      { input },
    );
  }
});
afterAll(() => app.close());

const read = async (variables: Record<string, unknown> = {}) =>
  (await seller.ask(query, { shopId: shop.id, ...variables })).shopStatement;

describe("a shop's statement", () => {
  test("is the ledger, line by line, with a balance that runs through all pages", async () => {
    const lines: Answer[] = [];
    let after: string | null = null;
    do {
      const page: Answer = await read({ first: 4, after });
      lines.push(...page.edges.map(({ node }: Answer) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(lines).toHaveLength(14);
    let balance = 0;
    for (const line of lines.reverse()) {
      balance += line.amount.amountMinor;
      expect(line.balance.amountMinor).toBe(balance);
      const parts = line.parts.map(({ amount }: Answer) => amount.amountMinor);
      expect(parts.reduce((sum: number, part: number) => sum + part, 0)).toBe(
        line.amount.amountMinor,
      );
    }
    const [row] = await app.platform.database.query(
      "SELECT -SUM(amount_minor) AS balance FROM ledger_entries WHERE account = 'SHOP_BALANCE' AND shop_id = $1",
      [shop.id],
    );
    expect(Number(row.balance)).toBe(balance);
    expect((await read()).closing.amountMinor).toBe(balance);
  });

  test("says of a period how it opened and closed", async () => {
    const { edges } = await read({ first: 50 });
    const [newer, older] = [edges[3].node, edges[9].node];
    const period = await read({ first: 50, from: older.postedAt, to: newer.postedAt });
    const inside: Answer[] = period.edges.map(({ node }: Answer) => node);
    expect(
      inside.every(({ postedAt }) => postedAt >= older.postedAt && postedAt < newer.postedAt),
    ).toBe(true);
    const sum = inside.reduce((total, { amount }) => total + amount.amountMinor, 0);
    expect(period.opening.amountMinor + sum).toBe(period.closing.amountMinor);
  });

  test("tells what refunds cost, week by week and by what it was for", async () => {
    const { refundCosts } = await seller.ask(query, { shopId: shop.id });
    const cost = refundCosts.reduce((sum: number, { total }: Answer) => sum + total.amountMinor, 0);
    const { edges } = await read({ first: 50 });
    const refunds = edges.filter(({ node }: Answer) => node.kind === "REFUND_OWED");
    expect(
      0 - refunds.reduce((sum: number, { node }: Answer) => sum + node.amount.amountMinor, 0),
    ).toBe(cost);
    expect(refundCosts[0].parts.map(({ component }: Answer) => component)).toEqual([
      "COMMISSION",
      "ITEMS",
      "SHIPPING",
    ]);
  });
});

test("the API knows every kind and component that the ledger can hold", async () => {
  const values = async (name: string) =>
    (
      await seller.ask("query ($name: String!) { __type(name: $name) { enumValues { name } } }", {
        name,
      })
    ).__type.enumValues.map((value: Answer) => value.name);
  expect((await values("StatementKind")).sort()).toEqual([...ledgerKinds].sort());
  expect((await values("StatementComponent")).sort()).toEqual([...ledgerComponents].sort());
});

describe("the statement as a file", () => {
  const file = (client: TestClient, more = "currency=KWD") =>
    fetch(`${client.base}/statements/${shop.id}.csv?${more}`, { headers: client.headers });

  test("says the same as the API, to the last fil", async () => {
    const response = await file(seller);
    expect(response.headers.get("content-type")).toContain("text/csv");
    const [head = "", ...rows] = (await response.text()).trimEnd().split("\r\n");
    const column = (name: string) => head.split(",").indexOf(name);
    const { edges } = await read({ first: 50 });
    expect(rows).toHaveLength(edges.length);
    const closing = rows.at(-1)?.split(",")[column("Balance")] ?? "";
    expect(closing).toMatch(/^\d+\.\d{3}$/);
    expect(Number(closing.replace(".", ""))).toBe(edges[0].node.balance.amountMinor);
    expect(rows.at(-1)?.split(",")[column("Amount")]).toMatch(/^-\d+\.\d{3}$/);
  });

  test("opens right in a spreadsheet of the reader's language", async () => {
    const bytes = async () => Buffer.from(await (await file(seller)).arrayBuffer());
    const mark = Buffer.from([0xef, 0xbb, 0xbf]);
    const english = await bytes();
    expect(english.subarray(0, 3)).toEqual(mark);
    const people = app.platform.database.getRepository(PersonEntity);
    await people.update({ id: shop.ownerId }, { locale: "pt-BR" });
    const portuguese = await bytes();
    await people.update({ id: shop.ownerId }, { locale: "en" });
    expect(portuguese.subarray(0, 3)).toEqual(mark);
    const [head = "", ...rows] = portuguese.subarray(3).toString("utf8").trimEnd().split("\r\n");
    expect(head).toMatch(/^Data \(UTC\);Tipo;Pedido;Moeda;/);
    const saldo = head.split(";").indexOf("Saldo");
    expect(rows.at(-1)?.split(";")[saldo]).toMatch(/^\d+,\d{3}$/);
    expect(rows.at(-1)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d;/);
  });

  test("is the shop's and support's alone, and says what it needs", async () => {
    const stranger = await app.client("buyer", await app.world.person("Bea", "bea@statement.test"));
    expect((await file(stranger)).status).toBe(404);
    expect((await file(app.anonymous())).status).toBe(404);
    expect((await file(seller, "currency=kwd")).status).toBe(400);
    for (const date of ["yesterday", "11/12/2026", "2026-02-30", "2026-12-11T09:30:00", "1", ""]) {
      for (const name of ["from", "to"]) {
        const refused = await file(seller, `currency=KWD&${name}=${encodeURIComponent(date)}`);
        expect([date, refused.status]).toEqual([date, 400]);
        expect(await refused.text()).toContain("2026-12-11");
      }
    }
    expect((await file(seller, "currency=KWD&from=2020-01-01&from=2020-01-02")).status).toBe(400);
    expect((await file(seller, "currency=KWD&from=2020-01-01&to=2020-01-31")).status).toBe(200);
  });
});

test("a quote says who would bear it, and the refund that it is so; buyers see neither", async () => {
  const buyerId = await app.world.person("Cid", "cid@statement.test");
  const buyer = await app.client("buyer", buyerId);
  const { createIntegrationKey } = await seller.ask(
    `mutation ($input: CreateIntegrationKeyInput!) { createIntegrationKey(input: $input) {
       ... on CreateIntegrationKeySuccess { secret } } }`,
    { input: { shopId: shop.id, name: "ERP", scopes: ["ORDERS_READ", "FINANCES_READ"] } },
  );
  const program = app.withKey(createIntegrationKey.secret);
  const lines = [{ title: "Rug", quantity: 1, unitPriceMinor: 10_000, taxMinor: 500 }];
  const [made] = await app.world.purchase({ buyerId, orders: [{ shop, lines }] });
  const quote = `mutation ($id: ID!) { quoteCancellation(input: { orderId: $id }) {
    ... on QuoteSuccess { quote { bearing { borneBy component amount { amountMinor } } } } } }`;
  const expected = [
    { borneBy: "SHOP", component: "ITEMS", amount: { amountMinor: 10_000 } },
    { borneBy: "MARKETPLACE", component: "TAX", amount: { amountMinor: 500 } },
    { borneBy: "MARKETPLACE", component: "COMMISSION", amount: { amountMinor: 1_200 } },
    { borneBy: "SHOP", component: "COMMISSION", amount: { amountMinor: -1_200 } },
  ];
  const quotedFor = async (client: TestClient) =>
    (await client.ask(quote, { id: made?.id })).quoteCancellation.quote.bearing;
  expect(await quotedFor(buyer)).toBeNull();
  const input = { orderId: made?.id, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
  await buyer.ask(
    "mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) { __typename } }",
    { input },
  );
  const story = `query ($id: ID!) { order(id: $id) { refunds { bearing { borneBy component amount { amountMinor } } } } }`;
  const [given] = (await seller.ask(story, { id: made?.id })).order.refunds;
  expect(given.bearing).toEqual(expected);
  expect((await program.ask(story, { id: made?.id })).order.refunds[0].bearing).toEqual(expected);
  expect((await buyer.ask(story, { id: made?.id })).order.refunds[0].bearing).toBeNull();
});

test("a request that waits, and an amount that is about to be given, say it, too", async () => {
  const buyerId = await app.world.person("Dora", "dora@statement.test");
  const buyer = await app.client("buyer", buyerId);
  const agent = await app.client("support", await app.world.agent("Rui", "rui@statement.test"));
  const owner = { name: "Asks", email: "asks@statement.test" };
  const asking = await app.world.shop({ name: "Asks", policy: "asksSeller", owner });
  const asked = await app.client("seller", asking.ownerId);
  const lines = [{ title: "Rug", quantity: 1, unitPriceMinor: 10_000, taxMinor: 500 }];
  const placedAt = new Date(app.platform.clock.now().getTime() - 3 * 3_600_000);
  const [made] = await app.world.purchase({
    buyerId,
    placedAt,
    orders: [{ shop: asking, lines }],
  });
  const parts = "bearing { borneBy component amount { amountMinor } }";
  const expected = [
    { borneBy: "SHOP", component: "ITEMS", amount: { amountMinor: 10_000 } },
    { borneBy: "MARKETPLACE", component: "TAX", amount: { amountMinor: 500 } },
    { borneBy: "MARKETPLACE", component: "COMMISSION", amount: { amountMinor: 1_200 } },
    { borneBy: "SHOP", component: "COMMISSION", amount: { amountMinor: -1_200 } },
  ];
  const { refundPreview } = await agent.ask(
    `query ($id: ID!) { refundPreview(orderId: $id, amountMinor: 10500) { ... on RefundPreview { ${parts} } } }`,
    { id: made?.id },
  );
  expect(refundPreview.bearing).toEqual(expected);
  await buyer.ask(
    "mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) { __typename } }",
    { input: { orderId: made?.id, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() } },
  );
  const bearing = async (client: TestClient) =>
    (
      await client.ask(
        `query ($id: ID!) { order(id: $id) { cancellations { status ${parts} } } }`,
        { id: made?.id },
      )
    ).order.cancellations;
  expect(await bearing(asked)).toEqual([{ status: "PENDING_SELLER", bearing: expected }]);
  expect(await bearing(buyer)).toEqual([{ status: "PENDING_SELLER", bearing: null }]);
});
