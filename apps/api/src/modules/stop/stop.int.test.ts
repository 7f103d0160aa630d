import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { approveNewest, secondPerson } from "../../testing/second-person.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let shops: MadeShop[];
let ana: string;
let buyer: TestClient;
let agent: TestClient;
let lead: TestClient;
let second: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  const shop = (name: string) =>
    app.world.shop({ name, policy: "automatic", owner: { name, email: `${name}@shops.example` } });
  shops = [await shop("one"), await shop("two")];
  ana = await app.world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  agent = await app.client("support", await app.world.agent("Téo", "teo@desk.example"));
  lead = await app.client("support", await app.world.agent("Sol", "sol@desk.example", "LEAD"));
  second = await secondPerson(app);
});
afterAll(() => app.close());

async function canceled(shop = shops[0] as MadeShop): Promise<string> {
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines: [{ title: "Mug", quantity: 1, unitPriceMinor: 4_200 }] }],
    payments: [{ testMethod: "instant" }],
  });
  const orderId = order?.id ?? "";
  await buyer.ask(documents.requestCancellation, {
    input: { orderId, idempotencyKey: freshKey() },
  });
  return orderId;
}

const run = async (client: TestClient, field: string, input: Record<string, unknown>) =>
  (
    await client.ask(
      `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) {
        __typename ... on StopSwitchSuccess { stopSwitch { id until liftedAt } } ... on Refusal { message } } }`,
      { input: { ...input, idempotencyKey: freshKey() } },
    )
  )[field];

/** Hours from now by the platform's clock, which tests move. */
const hence = (hours: number) =>
  new Date(app.platform.clock.now().getTime() + hours * 3_600_000).toISOString();
/** For everything, with the second person it needs. */
async function agreed(stopSwitchId: string | null, answer: Answer): Promise<Answer> {
  if (answer.__typename !== "ApprovalRequired") return answer;
  await approveNewest(second);
  const { stopSwitches } = await lead.ask(
    "query ($on: Boolean!) { stopSwitches(on: $on) { edges { node { id scope until liftedAt } } } }",
    { on: stopSwitchId === null },
  );
  const all = stopSwitches.edges.map(({ node }: Answer) => node);
  const stopSwitch = all.find(({ id, scope }: Answer) =>
    stopSwitchId === null ? scope === "ALL" : id === stopSwitchId,
  );
  return { __typename: "StopSwitchSuccess", stopSwitch };
}
const set = async (input: Record<string, unknown>) =>
  agreed(
    null,
    await run(lead, "setStopSwitch", {
      reason: "Odd refunds since noon.",
      until: hence(48),
      ...input,
    }),
  );
const lift = async (stopSwitchId: string) =>
  agreed(
    stopSwitchId,
    await run(lead, "liftStopSwitch", { stopSwitchId, reason: "It was a test of ours." }),
  );

const refundOf = async (id: string): Promise<Answer> =>
  (
    await buyer.ask(
      `query ($id: ID!) { order(id: $id) { refunds { status pendingReason nextAction { kind deadline onTimeout } allocations { attemptCount } } timeline { kind reason } } }`,
      { id },
    )
  ).order.refunds[0];
const ends = (orderId: string, status: string) =>
  until(async () => expect((await refundOf(orderId)).status).toBe(status));
const waits = (orderId: string) =>
  until(async () => {
    const refund = await refundOf(orderId);
    expect(refund.nextAction?.kind).toBe("LIFT_STOP");
    return refund;
  });
const switches = async (): Promise<Answer[]> =>
  (
    await lead.ask(
      `{ stopSwitches { edges { node { id scope shop { id } provider reason refundsWaiting { count amount { amountMinor } promisesAtRisk } } } } }`,
    )
  ).stopSwitches.edges.map(({ node }: Answer) => node);

describe("while a stop switch is on", () => {
  test.each([
    ["everything", () => ({ scope: "ALL" })],
    ["a shop", () => ({ scope: "SHOP", shopId: shops[0]?.id })],
    ["a provider", () => ({ scope: "PROVIDER", provider: "sandbox" })],
  ])(
    "for %s, a refund waits with a date, and goes on by itself once it is lifted",
    async (_, what) => {
      const { stopSwitch } = await set(what());
      const orderId = await canceled();
      const refund = await waits(orderId);
      expect(refund).toMatchObject({
        status: "APPROVED",
        nextAction: { deadline: stopSwitch.until, onTimeout: "Then it goes on by itself." },
        allocations: [{ attemptCount: 0 }],
      });
      expect(refund.pendingReason).toContain("paused");
      expect(JSON.stringify(await refundOf(orderId))).not.toContain("noon");
      const on = (await switches()).find(({ id }) => id === stopSwitch.id);
      expect(on.refundsWaiting).toEqual([
        { count: 1, amount: { amountMinor: 4_200 }, promisesAtRisk: 0 },
      ]);
      expect((await lift(stopSwitch.id)).stopSwitch.liftedAt).not.toBeNull();
      await ends(orderId, "SUCCEEDED");
      expect((await lift(stopSwitch.id)).__typename).toBe("NotInThisState");
    },
  );

  test("for one shop, another shop's refunds go out", async () => {
    const { stopSwitch } = await set({ scope: "SHOP", shopId: shops[1]?.id });
    await ends(await canceled(shops[0]), "SUCCEEDED");
    const held = await canceled(shops[1]);
    await waits(held);
    await lift(stopSwitch.id);
    await ends(held, "SUCCEEDED");
  });

  test("and another one, too, lifting one lets nothing go", async () => {
    const all = await set({ scope: "ALL", until: hence(24) });
    const shop = await set({ scope: "SHOP", shopId: shops[0]?.id, until: hence(72) });
    const orderId = await canceled();
    expect((await waits(orderId)).nextAction.deadline).toBe(shop.stopSwitch.until);
    await lift(shop.stopSwitch.id);
    await until(async () =>
      expect((await refundOf(orderId)).nextAction.deadline).toBe(all.stopSwitch.until),
    );
    await lift(all.stopSwitch.id);
    await ends(orderId, "SUCCEEDED");
  });

  test("set again, its new date is told to who waits", async () => {
    const first = await set({ scope: "ALL", until: hence(24) });
    const orderId = await canceled();
    await waits(orderId);
    const again = await set({ scope: "ALL", until: hence(100) });
    await until(async () =>
      expect((await refundOf(orderId)).nextAction.deadline).toBe(again.stopSwitch.until),
    );
    expect((await lift(first.stopSwitch.id)).__typename).toBe("NotInThisState");
    await lift(again.stopSwitch.id);
    await ends(orderId, "SUCCEEDED");
  });

  test("no attempt begins, whatever plain SQL says", async () => {
    const { stopSwitch } = await set({ scope: "ALL" });
    const orderId = await canceled();
    await waits(orderId);
    await expect(
      app.platform.database.query(
        `INSERT INTO refund_attempts (id, allocation_id, refund_id, number, provider, provider_key, status, created_at)
         SELECT 'x', a.id, a.refund_id, 1, 'sandbox', 'x', 'OPEN', now() FROM refund_allocations a WHERE a.order_id = $1`,
        [orderId],
      ),
    ).rejects.toThrow(/stop switch/);
    await lift(stopSwitch.id);
    await ends(orderId, "SUCCEEDED");
  });

  test("what somebody gave can be taken back before it is sent; what is due, and what was sent, can't", async () => {
    const { stopSwitch } = await set({ scope: "ALL" });
    const [order] = await app.world.purchase({
      buyerId: ana,
      orders: [
        { shop: shops[0] as MadeShop, lines: [{ title: "Cup", quantity: 1, unitPriceMinor: 900 }] },
      ],
      payments: [{ testMethod: "instant" }],
    });
    const orderId = order?.id ?? "";
    const command = async (field: string, input: Record<string, unknown>) =>
      (
        await agent.ask(
          `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { __typename ... on RefundSuccess { refund { id status } } } }`,
          { input: { ...input, idempotencyKey: freshKey() } },
        )
      )[field];
    const give = { orderId, amountMinor: 400, reason: "It is due." };
    const cancel = (refundId: string) =>
      command("cancelRefund", { refundId, reason: "Given to the wrong order." });
    const { refund } = await command("refundOnBehalf", give);
    await waits(orderId);
    expect((await cancel(refund.id)).refund.status).toBe("CANCELED");
    expect((await cancel(refund.id)).__typename).toBe("NotInThisState");
    const [{ owed }] = await app.platform.database.query(
      `SELECT COALESCE(SUM(e.amount_minor), 0)::int AS owed FROM ledger_entries e
       JOIN ledger_transactions t ON t.id = e.transaction_id
       WHERE t.order_id = $1 AND e.account = 'REFUND_OWED'`,
      [orderId],
    );
    expect(owed).toBe(0);

    const due = await canceled();
    await waits(due);
    const [{ id: dueId }] = await app.platform.database.query(
      "SELECT id FROM refunds WHERE order_id = $1",
      [due],
    );
    expect((await cancel(dueId)).__typename).toBe("NotInThisState");
    await lift(stopSwitch.id);
    await ends(due, "SUCCEEDED");

    // Sending and cancelling at once: one of them, and the provider agrees.
    const race = await command("refundOnBehalf", give);
    const answer = await cancel(race.refund.id);
    await until(async () => {
      const { order: now } = await buyer.ask(
        `query ($id: ID!) { order(id: $id) { refunds { id status } } }`,
        { id: orderId },
      );
      const { status } = now.refunds.find(({ id }: Answer) => id === race.refund.id);
      expect(status).toBe(answer.__typename === "RefundSuccess" ? "CANCELED" : "SUCCEEDED");
    });
  });

  test("a bank transfer that a buyer chose waits, too, and goes out afterwards", async () => {
    const shop = shops[0] as MadeShop;
    const [order] = await app.world.purchase({
      buyerId: ana,
      orders: [{ shop, lines: [{ title: "Jug", quantity: 1, unitPriceMinor: 4_200 }] }],
      payments: [{ testMethod: "always_fails" }],
    });
    const orderId = order?.id ?? "";
    const wanted = { orderId, idempotencyKey: freshKey() };
    const { requestCancellation } = await buyer.ask(documents.requestCancellation, {
      input: wanted,
    });
    await ends(orderId, "FAILED");
    const { stopSwitch } = await set({ scope: "SHOP", shopId: shop.id });
    const details = { kind: "PIX", holder: "Ana", pixKey: "8d1f7b3a-2c64-4e0b-9a57-0f6c1d2e3b4a" };
    const refundId = requestCancellation.cancellation.refund.id;
    await buyer.ask(
      `mutation ($input: TakeBankTransferInput!) { takeBankTransfer(input: $input) { __typename } }`,
      { input: { refundId, details, idempotencyKey: freshKey() } },
    );
    expect((await waits(orderId)).status).toBe("ALTERNATIVE_PAYOUT");
    await lift(stopSwitch.id);
    await ends(orderId, "SUCCEEDED");
  });

  test("store credit that a buyer chose waits, too, can't be written past it, and is there afterwards", async () => {
    const shop = shops[0] as MadeShop;
    const [order] = await app.world.purchase({
      buyerId: ana,
      orders: [{ shop, lines: [{ title: "Jar", quantity: 1, unitPriceMinor: 3_000 }] }],
      payments: [{ testMethod: "always_fails" }],
    });
    const orderId = order?.id ?? "";
    const wanted = { orderId, idempotencyKey: freshKey() };
    const { requestCancellation } = await buyer.ask(documents.requestCancellation, {
      input: wanted,
    });
    await ends(orderId, "FAILED");
    const { stopSwitch } = await set({ scope: "SHOP", shopId: shop.id });
    const refundId = requestCancellation.cancellation.refund.id;
    await buyer.ask(
      `mutation ($input: TakeStoreCreditInput!) { takeStoreCredit(input: $input) { __typename } }`,
      { input: { refundId, creditMinor: 3_150, idempotencyKey: freshKey() } },
    );
    expect((await waits(orderId)).status).toBe("ALTERNATIVE_PAYOUT");
    const balance = async () =>
      (await buyer.ask("{ storeCredit { balances { amountMinor } } }")).storeCredit.balances;
    expect(await balance()).toEqual([]);
    await expect(
      app.platform.database.query(
        `INSERT INTO store_credit_entries (id, buyer_id, kind, amount_minor, currency, payout_id, refund_id, created_at)
         SELECT 'x', r.buyer_id, 'REFUND', p.amount_minor, p.currency, p.id, r.id, now()
         FROM refund_payouts p JOIN refunds r ON r.id = p.refund_id WHERE r.id = $1`,
        [refundId],
      ),
    ).rejects.toThrow(/stop switch/);
    await lift(stopSwitch.id);
    await ends(orderId, "SUCCEEDED");
    expect(await balance()).toEqual([{ amountMinor: 3_150 }]);
  });

  test("it is a lead's to set, with a reason and for a week at most; others don't see it", async () => {
    const wanted = { scope: "ALL", reason: "x", until: hence(1) };
    expect((await run(agent, "setStopSwitch", wanted)).__typename).toBe("PersonNotAllowed");
    expect((await run(buyer, "setStopSwitch", wanted)).__typename).toBe("PersonNotAllowed");
    for (const bad of [{ until: hence(24 * 8) }, { until: hence(-1) }, { reason: " " }]) {
      expect((await set({ scope: "ALL", ...bad })).__typename).toBe("InvalidInput");
    }
    expect((await set({ scope: "SHOP" })).__typename).toBe("InvalidInput");
    expect((await set({ scope: "PROVIDER", provider: "strpie" })).__typename).toBe("InvalidInput");
    expect((await switches()).length).toBe(0);
    const { stopSwitches } = await buyer.ask("{ stopSwitches { edges { node { id } } } }");
    expect(stopSwitches.edges).toEqual([]);
  });

  test("for longer than was promised, promises at risk are counted; at its date it lifts itself", async () => {
    const { stopSwitch } = await set({ scope: "ALL", until: hence(24 * 7) });
    const orderId = await canceled();
    await waits(orderId);
    const [on] = await switches();
    expect(on.refundsWaiting[0].promisesAtRisk).toBe(1);
    await lead.ask(documents.moveClock, { hours: 24 * 7 + 1 });
    await ends(orderId, "SUCCEEDED");
    const { stopSwitches } = await lead.ask(
      `{ stopSwitches(on: false, first: 1) { edges { node { id liftedAt liftedBy { name } } } } }`,
    );
    expect(stopSwitches.edges[0].node).toMatchObject({ id: stopSwitch.id, liftedBy: null });
  });
});
