import type { DriftKind } from "@makegood/domain/reconciliation/drift";
import type { Refund } from "@makegood/sandbox-provider/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { configuredProviders, type Providers } from "#modules/refund/exports/providers.js";
import { SandboxProvider } from "#modules/refund/exports/sandbox-provider.js";
import { SandboxClock } from "#platform/clock/sandbox-clock.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { reconcile } from "./reconcile.js";

let app: TestApp;
let agent: TestClient;
let providers: Providers;
let makeOrder: (testMethod: string) => Promise<string>;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const owner = { name: "Quick", email: "quick@shops.example" };
  const shop = await world.shop({ name: "Quick", policy: "automatic", owner });
  const buyerId = await world.person("Ana", "ana@buyers.example");
  agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
  providers = configuredProviders(app.platform.config, app.platform.clock);
  makeOrder = async (testMethod) => {
    const [order] = await world.purchase({
      buyerId,
      orders: [{ shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 5000 }] }],
      payments: [{ testMethod }],
    });
    return order?.id ?? "";
  };
});
afterAll(() => app.close());

/** Gives a part of an order back; the provider's refund, once it has made one. */
async function refunded(testMethod: string): Promise<Refund> {
  const orderId = await makeOrder(testMethod);
  const input = { orderId, amountMinor: 1000, reason: "Scratched", idempotencyKey: freshKey() };
  await agent.ask(
    `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }`,
    { input },
  );
  return until(async () => {
    const [attempt] = await app.platform.database.query(
      `SELECT a.id, a.provider_refund_id FROM refund_attempts a
       JOIN refunds r ON r.id = a.refund_id WHERE r.order_id = $1`,
      [orderId],
    );
    const refund = app.provider.books.refunds.get(attempt?.provider_refund_id);
    if (!refund) throw new Error("not made yet");
    return refund;
  });
}

const settled = () =>
  until(async () => {
    const [row] = await app.platform.database.query(
      `SELECT count(*)::int AS open FROM refund_attempts a JOIN refund_allocations al
       ON al.id = a.allocation_id JOIN payments p ON p.id = al.payment_id
       WHERE a.status = 'OPEN' AND p.test_method = 'instant'`,
    );
    expect(row.open).toBe(0);
  });

const run = async () => {
  const done = await reconcile(app.platform, providers, "sandbox");
  if (!done) throw new Error("another run is under way");
  expect(done.problem).toBeNull();
  return done;
};

const items = (status: string): Promise<{ id: string; kind: DriftKind; subject: string }[]> =>
  app.platform.database.query(
    "SELECT id, kind, subject FROM drift_items WHERE status = $1 ORDER BY kind, subject",
    [status],
  );

/** How each kind of difference gets into a provider's books. Its subject, by our attempt or theirs. */
const inject: Record<Exclude<DriftKind, "LATE">, (refund: Refund) => string> = {
  MISSING: ({ id, reference }) => {
    app.provider.books.refunds.delete(id);
    return reference;
  },
  EXTRA: (refund) => put({ ...refund, id: `${refund.id}_by_hand`, reference: "by hand" }).id,
  WRONG_AMOUNT: (refund) => put({ ...refund, amountMinor: 999 }).reference,
  WRONG_CURRENCY: (refund) => put({ ...refund, currency: "USD" }).reference,
  DUPLICATE: (refund) => put({ ...refund, id: `${refund.id}_again` }).id,
};
const put = (refund: Refund) => {
  app.provider.books.refunds.set(refund.id, refund);
  return refund;
};

test("every kind of difference in the provider's report is named, none is invented, and all heal", async () => {
  const kinds = Object.keys(inject) as (keyof typeof inject)[];
  const refunds = await Promise.all([...kinds, ...kinds, "none"].map(() => refunded("instant")));
  const pending = await refunded("pending_days");
  await settled();
  expect(await run()).toMatchObject({ found: 0, reported: refunds.length + 1 });

  const booksBefore = new Map(app.provider.books.refunds);
  const injected = [...kinds, ...kinds].map((kind, index) => {
    const refund = refunds[index];
    if (!refund) throw new Error("one refund for each");
    return { kind: kind as DriftKind, subject: inject[kind](refund) };
  });
  const { clock } = app.platform;
  if (clock instanceof SandboxClock) await clock.moveTo(new Date(Date.now() + 45 * 86_400_000));
  injected.push({ kind: "LATE", subject: pending.reference });
  const named = (list: { kind: string; subject: string }[]) =>
    list.map(({ kind, subject }) => `${kind} ${subject}`).sort();

  expect((await run()).found).toBe(injected.length);
  const first = await items("OPEN");
  expect(named(first)).toEqual(named(injected));
  await run();
  expect(await items("OPEN")).toEqual(first);

  app.provider.books.refunds.clear();
  for (const [id, refund] of booksBefore) app.provider.books.refunds.set(id, refund);
  expect((await run()).healed).toBe(injected.length - 1);
  expect(named(await items("OPEN"))).toEqual([`LATE ${pending.reference}`]);

  inject.MISSING(refunds[0] as Refund);
  await run();
  const again = (await items("OPEN")).find(({ kind }) => kind === "MISSING");
  expect(again?.id).toBe(first.find(({ subject }) => subject === again?.subject)?.id);
}, 60_000);

test("one comparison of a provider runs at a time, one that died is given up, silence is told", async () => {
  const { database } = app.platform;
  await database.query(
    "INSERT INTO reconciliation_runs (id, provider, started_at) VALUES ('r', 'sandbox', $1)",
    [app.platform.clock.now()],
  );
  expect(await reconcile(app.platform, providers, "sandbox")).toBeNull();
  await database.query(
    "UPDATE reconciliation_runs SET started_at = started_at - interval '1 hour' WHERE id = 'r'",
  );
  await run();
  const [dead] = await database.query("SELECT problem FROM reconciliation_runs WHERE id = 'r'");
  expect(dead.problem).toBe("interrupted");
  const { sandbox } = app.platform.config.providers;
  const nobody = new SandboxProvider({
    key: "",
    webhookSecret: "",
    ...sandbox,
    url: "http://127.0.0.1:1",
  });
  const done = await reconcile(app.platform, new Map([["sandbox", nobody]]), "sandbox");
  expect(done?.problem).toBe("the provider did not answer");
});
