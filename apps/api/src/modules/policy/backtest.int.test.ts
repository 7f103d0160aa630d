import { asksSeller } from "@makegood/domain/policy/policy-presets";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { backtest } from "./backtest.js";

let app: TestApp;
let shop: MadeShop;
const requests = 20_000;

beforeAll(async () => {
  app = await startTestApp();
  const { world, platform } = app;
  shop = await world.shop({
    name: "Pedra",
    policy: "asksSeller",
    owner: { name: "Pedro", email: "pedro@shops.example" },
  });
  const buyerId = await world.person("Ana", "ana@buyers.example");
  const [order] = await world.purchase({
    buyerId,
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 9_900 }] }],
  });
  const question = {
    command: "CANCEL",
    actor: "BUYER",
    now: "2026-03-02T15:00:00.000Z",
    ask: { units: null, reasonCode: "CHANGED_MIND", note: null },
    order: {
      orderId: order?.id,
      status: "AWAITING_SHIPMENT",
      placedAt: "2026-03-02T12:00:00.000Z",
      shipBy: null,
      shippedAt: null,
      trackingNumber: null,
      currency: "BRL",
      capturedMinor: 9_900,
      refundReservedMinor: 0,
      heldMinor: 0,
      keptMinor: 0,
      openCancellation: null,
      lines: [
        {
          lineId: order?.lineIds[0],
          quantity: 1,
          canceledQuantity: 0,
          heldQuantity: 0,
          shippedQuantity: 0,
          returningQuantity: 0,
          returnedQuantity: 0,
          unitPriceMinor: 9_900,
          discountMinor: 0,
          taxMinor: 0,
          shippingMinor: 0,
          takenMinor: 0,
        },
      ],
    },
  };
  await platform.database.query(
    `INSERT INTO decisions (id, order_id, policy_version_id, command, outcome, rule, body, question, caller_id, decided_at)
     SELECT 'dec_' || lpad(n::text, 26, '0'), $1, $2, 'CANCEL', 'REFUSED', 'window',
       '{"command":"CANCEL","refusal":{"kind":"CancellationNotOffered"}}', $3, $4, now()
     FROM generate_series(1, ${requests}) n`,
    [order?.id, shop.policyVersionId, JSON.stringify(question), buyerId],
  );
});
afterAll(() => app.close());

const draft = () => ({ shopId: shop.id, rules: asksSeller, locale: "en" as const });

test("a backtest of 20,000 requests streams its progress and holds no more than a page", async () => {
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  let steps = 0;
  let last = { done: 0, total: 0, different: 0, examples: 0 };
  for await (const progress of backtest(app.platform, draft())) {
    steps += 1;
    most = Math.max(most, process.memoryUsage().heapUsed - before);
    const { done, total, different, examples } = progress;
    last = { done, total, different, examples: examples.length };
  }
  expect(last).toEqual({ done: requests, total: requests, different: requests, examples: 50 });
  expect(steps).toBeGreaterThan(20);
  expect(most).toBeLessThan(200 * 1024 * 1024);
});

test("it stops when nobody listens any more", async () => {
  const running = backtest(app.platform, draft());
  await running.next();
  await running.next();
  await running.return();
  expect((await running.next()).done).toBe(true);
});
