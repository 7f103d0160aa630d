import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SandboxClock } from "#platform/clock/sandbox-clock.js";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test("a deadline that passed while nothing was running is carried out once, dated when it fell due", async () => {
  const { world, platform } = app;
  const shop = await world.shop({
    name: "Pedra",
    policy: "asksSeller",
    owner: { name: "Pedro", email: "pedro@shops.example" },
  });
  const ana = await world.person("Ana", "ana@buyers.example");
  const buyer = await app.client("buyer", ana);
  const [order] = await world.purchase({
    buyerId: ana,
    placedAt: new Date(Date.now() - 3 * 3_600_000),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 9_900 }] }],
    payments: [{ testMethod: "instant" }],
  });
  const orderId = order?.id ?? "";
  const input = { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
  const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
  const { respondBy } = requestCancellation.cancellation;

  await app.worker.stop();
  const { clock } = platform;
  if (clock instanceof SandboxClock) await clock.moveTo(new Date(Date.now() + 9 * 86_400_000));
  const start = () =>
    spawn(process.execPath, ["dist/main.js", "serve"], {
      env: { ...process.env, ...app.env, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
  // Two at once: whoever comes first does it, and nobody does it again.
  const processes = [start(), start()];
  try {
    await until(async () => {
      const { order: now } = await buyer.ask(documents.orderStory, { id: orderId });
      expect(now.refunds[0]?.status).toBe("SUCCEEDED");
    });
    const events: { at: Date }[] = await platform.database.query(
      "SELECT at FROM timeline_events WHERE order_id = $1 AND kind = 'cancellation.approvedBySilence'",
      [orderId],
    );
    expect(events.map(({ at }) => at.toISOString())).toEqual([respondBy]);
  } finally {
    for (const child of processes) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    }
  }
});
