import { afterAll, beforeAll, expect, test } from "vitest";
import { configuredProviders } from "#modules/refund/exports/providers.js";
import { onDrift } from "../../testing/drift-shop.js";
import { type RepaymentStage, startRepaymentStage } from "../../testing/repayment-stage.js";
import { freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { reconcile } from "./reconcile.js";

let at: RepaymentStage;
beforeAll(async () => {
  at = await startRepaymentStage();
});
afterAll(() => at.app.close());

async function run() {
  const { platform } = at.app;
  const done = await reconcile(
    platform,
    configuredProviders(platform.config, platform.clock),
    "sandbox",
  );
  expect(done).toMatchObject({ problem: null });
}
const itemOf = async (subject: string) =>
  (await at.sql("SELECT id, kind, status FROM drift_items WHERE subject = $1", [subject]))[0];

/** Books a missing second payment as unpaid; what becomes of its item, also in the next comparison. */
async function bookedAsUnpaid(subject: string): Promise<string[]> {
  await run();
  const { id, kind } = await itemOf(subject);
  expect(kind).toBe("MISSING");
  const input = { driftItemId: id, idempotencyKey: freshKey() };
  const { bookDriftAsUnpaid } = await at.lead.ask(onDrift("bookDriftAsUnpaid"), { input });
  await run();
  return [bookDriftAsUnpaid.driftItem.status, (await itemOf(subject)).status];
}

/** A refund that failed, given as credit instead. */
async function credited(refundId: string): Promise<void> {
  await at.send(at.buyer, "takeStoreCredit", { refundId, creditMinor: 10_500 });
  expect((await at.refundOf(refundId)).status).toBe("SUCCEEDED");
}

test("a refund that was paid twice in our books alone is booked as unpaid, and stays healed", async () => {
  const { refundId, orderId } = await at.canceled(["always_fails"]);
  await at.becomes(refundId, "FAILED");
  await credited(refundId);
  const [attempt] = await at.attemptsOf(refundId);
  await at.providerSays(attempt, "succeeded");
  expect((await at.attemptsOf(refundId))[0]?.status).toBe("PAID_TWICE");
  at.app.provider.books.refunds.delete(attempt?.provider_refund_id ?? "");
  expect(await bookedAsUnpaid(attempt?.id ?? "")).toEqual(["HEALED", "HEALED"]);
  expect((await at.attemptsOf(refundId))[0]?.status).toBe("REVERSED");
  const { status, incidents } = await at.refundOf(refundId);
  expect(status).toBe("SUCCEEDED");
  expect(incidents).toMatchObject([{ settlement: "PAID_BACK" }]);
  expect((await at.books(orderId)).owed).toBe(0);
});

test("so is a transfer", async () => {
  const { refundId, orderId } = await at.canceled(["always_fails"]);
  await at.becomes(refundId, "FAILED");
  const payoutId = await at.transfer(refundId, "TEST CLOSED");
  await until(async () =>
    expect((await at.refundOf(refundId)).payouts).toMatchObject([{ status: "FAILED" }]),
  );
  await credited(refundId);
  await at.bankSays(payoutId, "succeeded");
  const { payouts } = at.app.provider.books;
  for (const { id, reference } of payouts.values()) if (reference === payoutId) payouts.delete(id);
  expect(await bookedAsUnpaid(payoutId)).toEqual(["HEALED", "HEALED"]);
  const [{ status }] = await at.sql("SELECT status FROM refund_payouts WHERE id = $1", [payoutId]);
  expect(status).toBe("RETURNED");
  expect((await at.books(orderId)).owed).toBe(0);
});
