import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RepaymentStage, startRepaymentStage } from "../../testing/repayment-stage.js";

let at: RepaymentStage;
let paid: { orderId: string; refundId: string };
let failed: { orderId: string; refundId: string };
beforeAll(async () => {
  at = await startRepaymentStage();
  paid = await at.canceled(["instant"]);
  failed = await at.canceled(["always_fails"]);
  await at.becomes(paid.refundId, "SUCCEEDED");
  await at.becomes(failed.refundId, "FAILED");
});
afterAll(() => at.app.close());

const attempt = `INSERT INTO refund_attempts (id, allocation_id, refund_id, number, provider_key, status, created_at)
  SELECT 'rat_x', id, refund_id, 9, 'k', 'SUCCEEDED', now() FROM refund_allocations WHERE refund_id = $1`;

describe("plain SQL cannot", () => {
  test.each([
    [
      "send money to another charge",
      "UPDATE payments SET provider_charge_id = 'ch_other'",
      /never/,
    ],
    [
      "point an attempt at another refund of the provider's",
      "UPDATE refund_attempts SET provider_refund_id = 're_other'",
      /never changes/,
    ],
    ["make what was bought dearer", "UPDATE order_lines SET unit_price_minor = 20000", /never/],
    ["make an order dearer", "UPDATE orders SET shipping_minor = shipping_minor + 1", /never/],
    ["empty what belongs to money", "TRUNCATE refund_incidents, payout_holds", /never emptied/],
    ["empty it from below", "TRUNCATE order_lines CASCADE", /never emptied/],
  ])("%s", async (_, statement, why) => {
    await expect(at.sql(statement)).rejects.toThrow(why);
  });

  test.each([
    ["say that an attempt paid that was never made", attempt, /starts as OPEN/],
    [
      "say that a part is paid which nothing has paid",
      "UPDATE refund_allocations SET status = 'SUCCEEDED' WHERE refund_id = $1",
      /an attempt or a payout/,
    ],
    [
      "say that a refund is paid of which no part is",
      "UPDATE refunds SET status = 'SUCCEEDED' WHERE id = $1",
      /once each part/,
    ],
  ])("%s", async (_, statement, why) => {
    await expect(at.sql(statement, [failed.refundId])).rejects.toThrow(why);
  });

  test.each([
    ["take a part back", "UPDATE refund_allocations SET status = 'REVERSED' WHERE refund_id = $1"],
    [
      "take its attempt back",
      "UPDATE refund_attempts SET status = 'REVERSED' WHERE refund_id = $1",
    ],
  ])("%s and leave the rest as paid", async (_, statement) => {
    await expect(at.sql(statement, [paid.refundId])).rejects.toThrow(/an attempt or a payout/);
  });
});
