import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configuredProviders } from "#modules/refund/exports/providers.js";
import type { Mishap } from "../../../testing/stripe-mock.js";
import { type StripeShop, startStripeShop } from "../../../testing/stripe-shop.js";

let at: StripeShop;
beforeAll(async () => {
  at = await startStripeShop();
});
afterAll(() => at.close());

describe("a refund through Stripe", () => {
  test.each<Mishap>([
    "rate_limited",
    "drop_before_effect",
    "drop_after_effect",
    "webhook_before_answer",
    "saved_500",
  ])("over a line with %s is made once, by the attempt's own key", async (mishap) => {
    const { chargeId, orderId } = await at.paid();
    at.stripe.mishap(chargeId, mishap);
    const before = at.stripe.keys.length;
    await at.cancel(orderId);
    await at.ends(orderId, "SUCCEEDED");
    await at.made(chargeId);
    const keys = new Set(at.stripe.keys.slice(before));
    expect(keys.size).toBe(mishap === "saved_500" ? 2 : 1);
    expect(await at.told(orderId, "refund.succeeded")).toBe(1);
  });

  test("whose webhooks are all lost is found by asking", async () => {
    const { chargeId, orderId } = await at.paid();
    at.stripe.startAs(chargeId, { status: "pending", pending_reason: "processing" });
    await at.cancel(orderId);
    const { id } = await at.made(chargeId);
    at.stripe.change(id, { status: "succeeded" });
    await at.ends(orderId, "SUCCEEDED");
  });
});

test("Stripe's report has every refund once, ours by our own id", async () => {
  const { chargeId, orderId } = await at.paid();
  await at.cancel(orderId);
  await at.ends(orderId, "SUCCEEDED");
  const { id, metadata } = await at.made(chargeId);
  const stripe = configuredProviders(at.app.platform.config, at.app.platform.clock).get("stripe");
  const reported = [];
  for await (const page of stripe?.books.refunds(new Date(0)) ?? []) reported.push(...page);
  const ids = reported.map(({ providerRefundId }) => providerRefundId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(reported.find(({ providerRefundId }) => providerRefundId === id)).toMatchObject({
    reference: metadata?.makegood_attempt,
    chargeId,
    status: "succeeded",
  });
});

test("Stripe's charges are read with what was captured and given back of them", async () => {
  const { chargeId, orderId } = await at.paid();
  await at.giveBack(orderId, 1500);
  await at.made(chargeId);
  const stripe = configuredProviders(at.app.platform.config, at.app.platform.clock).get("stripe");
  const reported = [];
  for await (const page of stripe?.books.charges(new Date(0)) ?? []) reported.push(...page);
  const known = reported.find((charge) => charge.chargeId === chargeId);
  expect(known).toMatchObject({ status: "captured", capturedMinor: 10_001, currency: "BRL" });
  expect(await stripe?.books.charge(chargeId)).toEqual({ ...known, givenBackMinor: 1500 });
  expect(await stripe?.books.charge("ch_unknown")).toBeNull();
});

test("FIELD 13: a dispute of Stripe's that no webhook told of is found and taken over", async () => {
  const { chargeId, orderId } = await at.paid();
  at.stripe.disputes.push({
    id: "du_lost",
    object: "dispute",
    amount: 10_001,
    charge: chargeId,
    created: Math.floor(Date.now() / 1000),
    currency: "brl",
    payment_intent: null,
    reason: "fraudulent",
    status: "needs_response",
  } as Stripe.Dispute);
  expect(await at.compareBooks()).toMatchObject({ problem: null, found: 0 });
  expect(await at.told(orderId, "chargeback.opened")).toBe(1);
});

describe("Stripe's webhooks", () => {
  test("with a wrong, missing or old signature are refused, and change nothing", async () => {
    const { chargeId, orderId } = await at.paid();
    at.stripe.startAs(chargeId, { status: "pending" });
    await at.cancel(orderId);
    const forged = { ...(await at.made(chargeId)), status: "failed" };
    const sixMinutesAgo = Math.floor(Date.now() / 1000) - 360;
    expect(await at.stripe.tell("refund.failed", forged, { secret: "whsec_guessed" })).toBe(400);
    expect(await at.stripe.tell("refund.failed", forged, { at: sixMinutesAgo })).toBe(400);
    const unsigned = await fetch(at.stripe.webhookUrl, { method: "POST", body: "{}" });
    expect(unsigned.status).toBe(400);
    expect((await at.story(orderId)).refunds[0].status).toBe("PROCESSING");
  });

  test("that are replayed, late and in the wrong order change nothing twice", async () => {
    const { chargeId, orderId } = await at.paid();
    at.stripe.startAs(chargeId, { status: "pending", pending_reason: "processing" });
    await at.cancel(orderId);
    const pending = { ...(await at.made(chargeId)) };
    at.stripe.change(pending.id, { status: "succeeded" });
    const succeeded = await at.made(chargeId);
    await Promise.all([1, 2, 3].map(() => at.stripe.tell("refund.updated", succeeded)));
    await at.stripe.tell("refund.created", pending);
    await at.stripe.tell("charge.refund.updated", succeeded);
    await at.ends(orderId, "SUCCEEDED");
    expect(await at.told(orderId, "refund.succeeded")).toBe(1);
    expect(await at.refunded(orderId)).toBe(10_001);
  });

  test("that only hint at a charge make us ask", async () => {
    const { chargeId, orderId } = await at.paid();
    await at.cancel(orderId);
    await at.ends(orderId, "SUCCEEDED");
    const { id } = await at.made(chargeId);
    at.stripe.change(id, { status: "failed", failure_reason: "declined" });
    await at.stripe.tell("charge.refunded", { id: chargeId, payment_intent: null });
    await at.ends(orderId, "REVERSED");
  });

  test("of other subjects and of refunds that are not ours are taken, and mean nothing", async () => {
    expect(await at.stripe.tell("customer.created", { id: "cus_1" })).toBe(204);
    const foreign = {
      id: "re_x",
      charge: "ch_x",
      payment_intent: null,
      amount: 1,
      currency: "brl",
    };
    expect(await at.stripe.tell("refund.created", foreign)).toBe(204);
  });
});
