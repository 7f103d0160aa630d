import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { newId } from "#platform/ids.js";
import type { MadeShop } from "../../scenario/made-shop.js";
import { approveNewest, secondPerson } from "../../testing/second-person.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let shop: MadeShop;
let ana: string;
let buyer: TestClient;
let owner: TestClient;
let staff: TestClient;
let agent: TestClient;
let admin: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const given = { name: "Kind", email: "kind@shops.example" };
  shop = await world.shop({ name: "Kind", policy: "automatic", owner: given });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  owner = await app.client("seller", shop.ownerId);
  const edu = await world.person("Edu", "edu@shops.example");
  const member = {
    id: newId("shopMember"),
    shopId: shop.id,
    personId: edu,
    role: "STAFF",
  } as const;
  await app.platform.database.manager.insert(ShopMemberEntity, member);
  staff = await app.client("seller", edu);
  agent = await app.client("support", await world.agent("Téo", "teo@desk.example"));
  admin = await app.client("support", await world.agent("Nina", "nina@desk.example", "ADMIN"));
});
afterAll(() => app.close());

async function bought(unitPriceMinor = 100_000, testMethods = ["instant"]): Promise<string> {
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines: [{ title: "Chair", quantity: 1, unitPriceMinor }] }],
    payments: testMethods.map((testMethod) => ({ testMethod })),
  });
  return order?.id ?? "";
}

const run = async (client: TestClient, field: string, input: Record<string, unknown>) =>
  (
    await client.ask(
      `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { __typename
        ... on RefundSuccess { refund { id status origin goodwillReasonLabel borneBy allocations { amount { amountMinor } payment { id } } } }
        ... on OrderChanged { version changes { kind actorKind } } ... on Refusal { message nextSteps { kind } } } }`,
      { input: { ...input, idempotencyKey: freshKey() } },
    )
  )[field];
const goodwill = (client: TestClient, orderId: string, amountMinor: number, more = {}) =>
  run(client, "giveGoodwill", {
    orderId,
    amountMinor,
    reason: "LATE_DELIVERY",
    note: "Sorry that it took so long.",
    ...more,
  });
const setLimit = async (client: TestClient, input: Record<string, unknown>) =>
  (
    await client.ask(
      `mutation ($input: SetRefundLimitInput!) { setRefundLimit(input: $input) { __typename ... on RefundLimitSuccess { limit { perRefund { amountMinor } } } ... on Refusal { message } } }`,
      { input: { currency: "BRL", approvalBusinessDays: 1, ...input, idempotencyKey: freshKey() } },
    )
  ).setRefundLimit;

const preview = async (client: TestClient, orderId: string, amountMinor: number) =>
  (
    await client.ask(
      `query ($orderId: ID!, $amountMinor: MinorUnits!) { refundPreview(orderId: $orderId, amountMinor: $amountMinor, goodwill: true) { __typename
        ... on RefundPreview { version quote approveBy promisedBy leftToday { amountMinor } perRefund { amountMinor } allocations { amount { amountMinor } payment { id } } decision { outcome trace { rule verdict } } }
        ... on Refusal { message } } }`,
      { orderId, amountMinor },
    )
  ).refundPreview;

/** What an account bears for an order: positive where it gave. */
async function given(orderId: string, account: string): Promise<number> {
  const [{ sum }] = await app.platform.database.query(
    `SELECT COALESCE(SUM(e.amount_minor), 0)::int AS sum FROM ledger_entries e
     JOIN ledger_transactions t ON t.id = e.transaction_id
     WHERE t.order_id = $1 AND e.account = $2 AND t.kind <> 'CAPTURE'`,
    [orderId, account],
  );
  return sum;
}

describe("FIELD 11: goodwill is a refund of its own kind", () => {
  test("FIELD 10, 18: given as it was shown, payment by payment, or refused as stale", async () => {
    const lines = [{ title: "Cup", quantity: 1, unitPriceMinor: 4_000 }];
    const orders = await app.world.purchase({
      buyerId: ana,
      orders: [
        { shop, lines },
        { shop, lines },
      ],
      payments: [{ testMethod: "instant" }, { testMethod: "instant", method: "VOUCHER" }],
    });
    const [first = "", second = ""] = orders.map(({ id }) => id);
    const shown = await preview(agent, first, 3_000);
    // Nothing of this order changes, but what it shares with the other one.
    expect((await goodwill(agent, second, 2_000)).__typename).toBe("RefundSuccess");
    const stale = await goodwill(agent, first, 3_000, { quote: shown.quote });
    expect(stale).toMatchObject({
      __typename: "QuoteStale",
      nextSteps: [{ kind: "GET_NEW_QUOTE" }],
    });
    const again = await preview(agent, first, 3_000);
    expect(again.allocations).not.toEqual(shown.allocations);
    const made = await goodwill(agent, first, 3_000, { quote: again.quote });
    expect(made.__typename).toBe("RefundSuccess");
    const parts: { id: string; minor: number }[] = await app.platform.database.query(
      `SELECT payment_id AS id, amount_minor::int AS minor FROM refund_allocations
       WHERE order_id = $1 ORDER BY id`,
      [first],
    );
    expect(parts).toEqual(
      again.allocations.map(({ amount, payment }: Answer) => ({
        id: payment.id,
        minor: amount.amountMinor,
      })),
    );
  });

  test("with a reason, without any return, borne by the marketplace or by the shop", async () => {
    const byMarketplace = await bought();
    const made = await goodwill(agent, byMarketplace, 1_500);
    expect(made.refund).toMatchObject({ origin: "GOODWILL", goodwillReasonLabel: "It came late" });
    expect(await given(byMarketplace, "GOODWILL")).toBe(1_500);
    expect(await given(byMarketplace, "SHOP_BALANCE")).toBe(0);
    const byShop = await bought();
    await goodwill(agent, byShop, 1_500, { borneBy: "SHOP" });
    expect(await given(byShop, "GOODWILL")).toBe(0);
    expect(await given(byShop, "SHOP_BALANCE")).toBe(1_500);
    await until(async () => {
      const { order } = await buyer.ask(
        `query ($id: ID!) { order(id: $id) { financialStatus refunds { status borneBy goodwillReason } } }`,
        { id: byShop },
      );
      expect(order.financialStatus).toBe("PARTIALLY_REFUNDED");
      expect(order.refunds[0]).toEqual({
        status: "SUCCEEDED",
        borneBy: null,
        goodwillReason: "LATE_DELIVERY",
      });
    });
  });

  test("never above what was captured, nor of another shop's order, nor a buyer's to give", async () => {
    const orderId = await bought();
    expect((await goodwill(admin, orderId, 100_001)).__typename).toBe("AmountAboveRefundable");
    expect((await goodwill(owner, orderId, 0)).__typename).toBe("InvalidInput");
    expect((await goodwill(buyer, orderId, 100)).__typename).toBe("PersonNotAllowed");
    const other = { name: "Else", email: "else@shops.example" };
    const elsewhere = await app.world.shop({ name: "Else", policy: "automatic", owner: other });
    const stranger = await app.client("seller", elsewhere.ownerId);
    expect((await goodwill(stranger, orderId, 100)).__typename).toBe("NotFound");
  });

  test("a seller's is always the shop's own money, and above their limit the owner's to answer", async () => {
    const orderId = await bought();
    const small = await goodwill(staff, orderId, 1_000, { borneBy: "MARKETPLACE" });
    expect(small.refund).toMatchObject({ status: "APPROVED", borneBy: "SHOP" });
    const large = await goodwill(staff, orderId, 20_001);
    expect(large.refund.status).toBe("PENDING_APPROVAL");
    const id = large.refund.id;
    expect((await run(staff, "approveRefund", { refundId: id })).__typename).toBe(
      "PersonNotAllowed",
    );
    const { refundsToApprove } = await owner.ask(
      `{ refundsToApprove { edges { node { id approval { askedBy askedBecause cannotAnswer } } } } }`,
    );
    expect(refundsToApprove.edges).toEqual([
      {
        node: {
          id,
          approval: {
            askedBy: "Edu",
            askedBecause: "Sorry that it took so long.",
            cannotAnswer: null,
          },
        },
      },
    ]);
    expect((await run(owner, "approveRefund", { refundId: id })).refund.status).toBe("APPROVED");
  });

  test("a key needs its scope, and has a limit of its own that its owner sets within theirs", async () => {
    const makeKey = async (scopes: string[]) =>
      (
        await owner.ask(
          `mutation ($input: CreateIntegrationKeyInput!) { createIntegrationKey(input: $input) { ... on CreateIntegrationKeySuccess { secret key { id } } } }`,
          { input: { shopId: shop.id, name: "ERP", scopes } },
        )
      ).createIntegrationKey;
    const orderId = await bought();
    const reading = app.withKey((await makeKey(["ORDERS_READ"])).secret);
    expect((await goodwill(reading, orderId, 100)).__typename).toBe("PersonNotAllowed");
    const { secret, key } = await makeKey(["ORDERS_READ", "REFUNDS_WRITE"]);
    const erp = app.withKey(secret);
    const limit = {
      keyId: key.id,
      perRefundMinor: 500,
      perDayMinor: 800,
      goodwillPerDayMinor: 800,
    };
    expect((await setLimit(staff, limit)).__typename).toBe("PersonNotAllowed");
    expect((await setLimit(owner, { ...limit, perRefundMinor: 200_001 })).__typename).toBe(
      "InvalidInput",
    );
    expect((await setLimit(owner, limit)).__typename).toBe("RefundLimitSuccess");
    expect((await goodwill(erp, orderId, 500)).refund.status).toBe("APPROVED");
    expect((await goodwill(erp, orderId, 501)).refund.status).toBe("PENDING_APPROVAL");
    expect((await goodwill(erp, orderId, 301)).refund.status).toBe("PENDING_APPROVAL");
    expect((await goodwill(erp, orderId, 300)).refund.status).toBe("APPROVED");
  });

  test("has a budget a day of its own, beside other refunds; an administrator sets it", async () => {
    const limit = {
      role: "LEAD",
      perRefundMinor: 9_000,
      perDayMinor: null,
      goodwillPerDayMinor: 1_000,
    };
    expect((await setLimit(agent, limit)).__typename).toBe("PersonNotAllowed");
    expect((await setLimit(admin, limit)).__typename).toBe("ApprovalRequired");
    await approveNewest(await secondPerson(app, "ADMIN"));
    const lead = await app.client(
      "support",
      await app.world.agent("Sol", "sol@desk.example", "LEAD"),
    );
    const orderId = await bought();
    const due = { orderId, amountMinor: 5_000, reason: "A part was broken." };
    expect((await run(lead, "refundOnBehalf", due)).refund.status).toBe("APPROVED");
    expect((await goodwill(lead, orderId, 1_000)).refund.status).toBe("APPROVED");
    expect((await goodwill(lead, orderId, 1)).refund.status).toBe("PENDING_APPROVAL");
  });
});

describe("before it is given", () => {
  test("the preview says what goes to which payment, and that is what then goes", async () => {
    const orderId = await bought(10_001, ["instant", "normal", "instant"]);
    const shown = await preview(agent, orderId, 777);
    expect(shown).toMatchObject({ approveBy: null, perRefund: { amountMinor: 50_000 } });
    const parts = (of: Answer[]) =>
      Object.fromEntries(of.map(({ payment, amount }) => [payment.id, amount.amountMinor]));
    const sum = Object.values(parts(shown.allocations)).reduce((a: number, b) => a + Number(b), 0);
    expect(sum).toBe(777);
    const made = await goodwill(agent, orderId, 777, { expectedVersion: shown.version });
    expect(parts(made.refund.allocations)).toEqual(parts(shown.allocations));
  });

  test("the preview says until when a second person has to agree, and keeps nothing", async () => {
    const orderId = await bought();
    const shown = await preview(agent, orderId, 60_000);
    expect(shown.decision.outcome).toBe("NEEDS_APPROVAL");
    expect(shown.approveBy < shown.promisedBy).toBe(true);
    expect((await preview(owner, orderId, 700)).allocations).toEqual([]);
    expect((await preview(buyer, orderId, 700)).__typename).toBe("PersonNotAllowed");
    const [{ count }] = await app.platform.database.query(
      "SELECT COUNT(*)::int AS count FROM refunds WHERE order_id = $1",
      [orderId],
    );
    expect(count).toBe(0);
  });

  test("FIELD 24: what a colleague did meanwhile is told, and nothing is given on the old picture", async () => {
    const orderId = await bought();
    const { version } = await preview(agent, orderId, 500);
    await goodwill(admin, orderId, 2_000);
    const late = await goodwill(agent, orderId, 500, { expectedVersion: version });
    expect(late).toMatchObject({ __typename: "OrderChanged" });
    expect(late.changes[0]).toEqual({ kind: "refund.created", actorKind: "AGENT" });
    expect(late.nextSteps.map(({ kind }: Answer) => kind)).toContain("LOOK_AT_CHANGES");
    const expectedVersion = await until(async () => {
      const { order } = await buyer.ask(
        `query ($id: ID!) { order(id: $id) { timelineSeq refunds { status } } }`,
        { id: orderId },
      );
      expect(order.refunds).toEqual([{ status: "SUCCEEDED" }]);
      return order.timelineSeq;
    });
    const { refund } = await goodwill(agent, orderId, 500, { expectedVersion });
    expect(refund.status).toBe("APPROVED");
  });

  test("FIELD 24: agents see who else has the order open, and who is about to move its money", async () => {
    const orderId = await bought();
    const keep = async (client: TestClient, acting: boolean) =>
      (
        await client.ask(
          `mutation ($orderId: ID!, $acting: Boolean!) { keepPresence(orderId: $orderId, acting: $acting) { __typename ... on PresenceSuccess { colleagues { acting person { name } } } } }`,
          { orderId, acting },
        )
      ).keepPresence;
    expect((await keep(agent, true)).colleagues).toEqual([]);
    expect((await keep(admin, false)).colleagues).toEqual([
      { acting: true, person: { name: "Téo" } },
    ]);
    await keep(agent, false);
    expect((await keep(admin, false)).colleagues[0].acting).toBe(false);
    expect((await keep(buyer, false)).__typename).toBe("PersonNotAllowed");
    await app.platform.database.query(
      "UPDATE order_presences SET seen_at = seen_at - interval '31 seconds'",
    );
    expect((await keep(admin, false)).colleagues).toEqual([]);
  });

  test("FIELD 24: cancelling on behalf is refused on an old picture, too; talk doesn't age it", async () => {
    const orderId = await bought();
    const { version } = await preview(agent, orderId, 500);
    await buyer.ask(
      `mutation ($input: OpenCaseInput!) { openCase(input: $input) { __typename } }`,
      { input: { orderId, topic: "OTHER", message: "Hello?", idempotencyKey: freshKey() } },
    );
    const cancel = async (expectedVersion: number) =>
      (
        await agent.ask(
          `mutation ($input: CancelOnBehalfInput!) { cancelOnBehalf(input: $input) { __typename } }`,
          { input: { orderId, reason: "Asked for.", expectedVersion, idempotencyKey: freshKey() } },
        )
      ).cancelOnBehalf.__typename;
    expect((await goodwill(agent, orderId, 500, { expectedVersion: version })).refund.status).toBe(
      "APPROVED",
    );
    expect(await cancel(version)).toBe("OrderChanged");
  });
});

test("where no limit is set for a currency, nobody gives anything in it until an administrator sets one", async () => {
  const limitsIn = async (currency: string) =>
    (
      await admin.ask(
        "query ($currency: String!) { refundLimits(currency: $currency) { role setAt perRefund { amountMinor currency } } }",
        { currency },
      )
    ).refundLimits;
  expect(await limitsIn("CLP")).toContainEqual({
    role: "AGENT",
    setAt: null,
    perRefund: { amountMinor: 0, currency: "CLP" },
  });
  const [order] = await app.world.purchase({
    buyerId: ana,
    currency: "CLP",
    orders: [{ shop, lines: [{ title: "Chair", quantity: 1, unitPriceMinor: 90_000 }] }],
  });
  const orderId = order?.id ?? "";
  const refused = { __typename: "LimitNotSet", message: expect.stringContaining("CLP") };
  for (const person of [agent, owner, staff, admin]) {
    expect(await goodwill(person, orderId, 1)).toMatchObject(refused);
  }
  expect(await preview(agent, orderId, 1)).toMatchObject(refused);
  expect((await setLimit(admin, { role: "AGENT", currency: "XXQ" })).__typename).toBe(
    "InvalidInput",
  );
  const limit = { perRefundMinor: 5_000, perDayMinor: 50_000, goodwillPerDayMinor: 5_000 };
  await setLimit(admin, { role: "AGENT", currency: "CLP", ...limit });
  await approveNewest(await secondPerson(app, "ADMIN"));
  expect((await goodwill(agent, orderId, 5_000)).__typename).toBe("RefundSuccess");
  // What a role may give in one currency says nothing of another role, nor of another currency.
  expect(await goodwill(owner, orderId, 1)).toMatchObject(refused);
  expect(await limitsIn("CLP")).toContainEqual(
    expect.objectContaining({ role: "OWNER", setAt: null }),
  );
});
