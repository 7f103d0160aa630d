import { initialTerms } from "@makegood/domain/ledger/money-terms";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import { approveChange, proposedChanges, secondPerson } from "../../testing/second-person.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { tellOfTerms } from "./tell-of-terms.js";

const day = 86_400_000;
const asTyped = {
  commissionBasisPoints: 1_200,
  commissionOf: "ITEMS",
  commissionOnRefund: "RETURNED",
  feeBasisPoints: 0,
  feeFixed: [],
  feeBorneBy: "SHOP",
  feeOnRefund: "STAYS",
  shippingGoesTo: "SHOP",
  taxRemittedBy: "MARKETPLACE",
  allocation: "VOUCHERS_FIRST",
  payoutHoldDays: 7,
  payoutEveryDays: 7,
  payoutMinimumMinor: 100,
};

let app: TestApp;
let admin: TestClient;
let ana: string;
let shops = 0;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.client("support", await app.world.agent("Ada", "ada@terms.test", "ADMIN"));
  ana = await app.world.person("Ana", "ana@terms.test");
});
afterAll(() => app.close());

const shopOf = () => {
  const owner = { name: "Owner", email: `owner${++shops}@terms.test` };
  return app.world.shop({ name: `Shop ${shops}`, policy: "generous", owner });
};

const publish = async (client: TestClient, input: object, terms: object = {}) =>
  (
    await client.ask(
      `mutation ($input: PublishMoneyTermsInput!) { publishMoneyTerms(input: $input) { __typename
        ... on MoneyTermsSuccess { replayed published { id number state from } }
        ... on TermsTooEarly { earliest } ... on Refusal { message nextSteps { kind } } } }`,
      { input: { terms: { ...asTyped, ...terms }, idempotencyKey: freshKey(), ...input } },
    )
  ).publishMoneyTerms;

const versions = async (client: TestClient, shopId: string | null): Promise<Answer[]> =>
  (
    await client.ask(
      `query ($shopId: ID) { moneyTerms(shopId: $shopId) { number state sentences shop { id }
        publishedBy { name } terms { commissionBasisPoints payoutEveryDays } } }`,
      { shopId },
    )
  ).moneyTerms;

const news = async (client: TestClient): Promise<Answer[]> =>
  (
    await client.ask(
      "{ notifications { edges { node { kind sentence order { id } } } unreadCount } }",
    )
  ).notifications.edges.map(({ node }: Answer) => node);

const published = (shopId: string): Promise<{ id: string }[]> =>
  app.platform.database.query("SELECT id FROM money_terms WHERE shop_id = $1", [shopId]);

/** What the shop has of a sale of 100.00 that is bought now, or on a day to come. */
async function earns(shop: MadeShop, placedAt = app.platform.clock.now()): Promise<number> {
  const lines = [{ title: "Mug", quantity: 1, unitPriceMinor: 10_000 }];
  const [order] = await app.world.purchase({ buyerId: ana, placedAt, orders: [{ shop, lines }] });
  const [{ earned }] = await app.platform.database.query(
    "SELECT SUM(shop_minor)::int AS earned FROM ledger_transactions WHERE order_id = $1",
    [order?.id],
  );
  return earned;
}

describe("money terms", () => {
  test("agreed with a shop hold for what is captured from their date on, and never before", async () => {
    const shop = await shopOf();
    const seller = await app.client("seller", shop.ownerId);
    const before = await earns(shop);
    const from = new Date(app.platform.clock.now().getTime() + 3 * day);
    const announced = await publish(admin, { shopId: shop.id, from: from.toISOString() });
    expect(announced.published).toMatchObject({ number: 1, state: "ANNOUNCED" });
    expect(await earns(shop)).toBe(before);
    expect(await earns(shop, from)).toBe(10_000 - 1_200);
    expect(await versions(seller, shop.id)).toMatchObject([
      { number: 1, state: "ANNOUNCED", publishedBy: null, shop: { id: shop.id } },
      { state: "IN_FORCE", shop: null },
    ]);
  });

  test("at once replace those in force; what was captured keeps its own", async () => {
    const shop = await shopOf();
    await publish(admin, { shopId: shop.id });
    const input = { orderId: "", amountMinor: 10_000, reason: "Broken." };
    const lines = [{ title: "Bowl", quantity: 1, unitPriceMinor: 10_000 }];
    const [order] = await app.world.purchase({ buyerId: ana, orders: [{ shop, lines }] });
    await publish(admin, { shopId: shop.id }, { commissionOnRefund: "KEPT" });
    expect((await versions(admin, shop.id)).map(({ state }) => state)).toEqual([
      "IN_FORCE",
      "PAST",
    ]);
    const { refundOnBehalf } = await admin.ask(
      `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { ... on RefundSuccess { refund { bearing { borneBy component amount { amountMinor } } } } } }`,
      { input: { ...input, orderId: order?.id, idempotencyKey: freshKey() } },
    );
    const back = refundOnBehalf.refund.bearing.find(
      ({ borneBy, component }: Answer) => borneBy === "MARKETPLACE" && component === "COMMISSION",
    );
    expect(back.amount.amountMinor).toBe(1_200);
  });

  test("begin neither in the past nor before others that were announced", async () => {
    const { id: shopId } = await shopOf();
    const now = app.platform.clock.now().getTime();
    const on = (days: number) => new Date(now + days * day).toISOString();
    expect((await publish(admin, { shopId, from: on(-1) })).__typename).toBe("TermsTooEarly");
    await publish(admin, { shopId, from: on(5) });
    expect(await publish(admin, { shopId, from: on(4) })).toMatchObject({
      __typename: "TermsTooEarly",
      earliest: on(5),
      nextSteps: [{ kind: "RETRY" }],
    });
    expect((await publish(admin, { shopId })).__typename).toBe("TermsTooEarly");
    const changed = { payoutHoldDays: 8 };
    expect((await publish(admin, { shopId, from: on(5) }, changed)).published.number).toBe(2);
  });

  test("are published by administrators alone, in one order, once for one key", async () => {
    const shop = await shopOf();
    const seller = await app.client("seller", shop.ownerId);
    const lead = await app.client("support", await app.world.agent("Lea", "l@terms.test", "LEAD"));
    for (const client of [seller, lead]) {
      expect((await publish(client, { shopId: shop.id })).__typename).toBe("PersonNotAllowed");
    }
    const from = new Date(app.platform.clock.now().getTime() + day).toISOString();
    const many = await Promise.all(
      Array.from({ length: 5 }, (_, days) =>
        publish(admin, { shopId: shop.id, from }, { payoutHoldDays: 10 + days }),
      ),
    );
    expect(many.map(({ published }) => published.number).sort()).toEqual([1, 2, 3, 4, 5]);
    const same = { shopId: shop.id, from, idempotencyKey: freshKey() };
    const first = await publish(admin, same, { payoutHoldDays: 9 });
    expect(await publish(admin, same, { payoutHoldDays: 9 })).toEqual({ ...first, replayed: true });
    const bad = await publish(admin, { shopId: shop.id }, { commissionBasisPoints: 10_000 });
    expect(bad.__typename).toBe("InvalidInput");
  });

  test("that are published are told to those who sell under them, once, in the app and by e-mail", async () => {
    const [shop, other] = [await shopOf(), await shopOf()];
    const from = new Date(app.platform.clock.now().getTime() + 3 * day);
    await publish(admin, { shopId: shop.id, from: from.toISOString() });
    const seller = await app.client("seller", shop.ownerId);
    await until(async () => expect(await news(seller)).toHaveLength(1));
    expect(await news(seller)).toMatchObject([{ kind: "terms.published", order: null }]);
    expect((await news(seller))[0]?.sentence).toMatch(/^New terms for your sales hold from /);
    const told = await app.platform.database.query(
      "SELECT e.body FROM emails e JOIN people p ON p.email = e.to_address WHERE p.id = $1",
      [shop.ownerId],
    );
    expect(told).toHaveLength(1);
    expect(told[0].body).toContain("Commission: 12% of the items");
    expect(await news(await app.client("seller", other.ownerId))).toEqual([]);
    const { id } = (await published(shop.id))[0] ?? { id: "" };
    await tellOfTerms(app.platform, id);
    expect(await news(seller)).toHaveLength(1);
  });

  test("are refused where somebody published others since one looked", async () => {
    const { id: shopId } = await shopOf();
    expect((await publish(admin, { shopId, expectedNumber: 0 })).published.number).toBe(1);
    expect(await publish(admin, { shopId, expectedNumber: 0 })).toMatchObject({
      __typename: "TermsChanged",
      nextSteps: [{ kind: "LOOK_AT_CHANGES" }, { kind: "RETRY" }],
    });
    const changed = { payoutHoldDays: 8 };
    expect((await publish(admin, { shopId, expectedNumber: 1 }, changed)).published.number).toBe(2);
  });

  test("that change nothing are refused", async () => {
    const { id: shopId } = await shopOf();
    await publish(admin, { shopId });
    expect(await publish(admin, { shopId })).toMatchObject({
      __typename: "InvalidInput",
      message: expect.stringContaining("nothing would change"),
    });
  });

  test("of a shop follow the marketplace's rhythm of payouts, and are nobody else's to see", async () => {
    const [shop, other] = [await shopOf(), await shopOf()];
    await publish(admin, { shopId: shop.id }, { payoutEveryDays: 30 });
    const [own] = await versions(admin, shop.id);
    expect(own?.terms.payoutEveryDays).toBe(initialTerms.payout.everyDays);
    const seller = await app.client("seller", other.ownerId);
    expect(await versions(seller, shop.id)).toEqual([]);
    expect(await versions(seller, null)).toEqual([]);
    expect(await versions(await app.client("buyer", ana), shop.id)).toEqual([]);
    expect(await versions(seller, other.id)).toMatchObject([{ number: 1, shop: null }]);
  });

  test("of all shops hold once a second administrator approves them", async () => {
    const all = { shopId: null };
    const terms = { payoutHoldDays: 12 };
    const before = await versions(admin, null);
    expect((await publish(admin, all, terms)).__typename).toBe("ApprovalRequired");
    expect((await publish(admin, all, terms)).__typename).toBe("ApprovalRequired");
    expect(await versions(admin, null)).toEqual(before);
    const [waiting, ...others] = await proposedChanges(admin);
    expect(others).toEqual([]);
    expect(waiting.command).toBe("PUBLISH_MONEY_TERMS");
    expect(waiting.sentence).toContain("for all shops");
    const lead = await secondPerson(app);
    for (const client of [admin, lead]) {
      expect((await approveChange(client, waiting.id)).__typename).toBe("PersonNotAllowed");
    }
    const second = await secondPerson(app, "ADMIN");
    expect((await approveChange(second, waiting.id)).change.status).toBe("APPROVED");
    expect(await versions(admin, null)).toHaveLength(before.length + 1);
    expect((await approveChange(second, waiting.id)).__typename).toBe("NotInThisState");
    expect((await publish(admin, all, terms)).__typename).toBe("InvalidInput");
  });
});
