import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type StripeMock, startStripeMock } from "../../../testing/stripe-mock.js";
import { OutcomeUnknown, type RefundOrder } from "../exports/refund-provider.js";
import { StripeProvider } from "./stripe-provider.js";

/** All by the SDK itself, over HTTP, against the mock from npm; only the clock is made up. */
let mock: StripeMock;
let stripe: StripeProvider;
let now = new Date();
const openedAt = new Date("2026-03-02T12:00:00Z");
const after = (seconds: number) => {
  now = new Date(openedAt.getTime() + seconds * 1000);
};

beforeAll(async () => {
  mock = await startStripeMock();
  const { STRIPE_API_URL: url = "", STRIPE_API_KEY: key = "" } = mock.env;
  const options = { url, key, webhookSecrets: ["whsec_x"], faultSettlesAfterSeconds: 900 };
  stripe = new StripeProvider(options, { now: () => now });
});
beforeEach(() => after(0));
afterAll(() => mock.close());

let made = 0;
async function attempt(): Promise<RefundOrder> {
  const chargeId = await mock.charge(10_000, "brl");
  const reference = `rat_${++made}`;
  return { chargeId, amountMinor: 2_500, currency: "BRL", reference, key: reference, openedAt };
}

describe("an idempotency key that Stripe may have forgotten", () => {
  test("is not trusted after 23 hours: the refund it made is found by our own id", async () => {
    const order = await attempt();
    const first = await stripe.createRefund(order);
    mock.forgetKeys();
    after(23 * 3600 + 1);
    const sent = mock.keys.length;
    expect(await stripe.createRefund(order)).toEqual(first);
    expect(mock.keys.length).toBe(sent);
    expect(mock.refundsOf(order.chargeId)).toHaveLength(1);
  });

  test("would have refunded twice: Stripe, which forgot it, makes another one", async () => {
    const order = await attempt();
    await stripe.createRefund(order);
    mock.forgetKeys();
    await stripe.createRefund(order);
    expect(mock.refundsOf(order.chargeId)).toHaveLength(2);
  });

  test("is used when nothing was made by then, and the refund carries our id", async () => {
    const order = await attempt();
    after(30 * 3600);
    expect(await stripe.createRefund(order)).toMatchObject({ kind: "MADE" });
    expect(mock.keys.at(-1)).toBe(order.key);
    expect(mock.refundsOf(order.chargeId)[0]?.metadata?.makegood_attempt).toBe(order.reference);
  });
});

describe("a fault that Stripe saved for a key", () => {
  test("settles nothing for 15 minutes, and then lets another attempt begin", async () => {
    const order = await attempt();
    mock.mishap(order.chargeId, "saved_500");
    await expect(stripe.createRefund(order)).rejects.toThrow(OutcomeUnknown);
    after(899);
    await expect(stripe.createRefund(order)).rejects.toThrow(OutcomeUnknown);
    after(900);
    expect(await stripe.createRefund(order)).toEqual({ kind: "REFUSED", reason: "provider_error" });
    expect(new Set(mock.keys.slice(-3))).toEqual(new Set([order.key]));
  });

  test("behind which the refund was made after all is that refund", async () => {
    const order = await attempt();
    mock.mishap(order.chargeId, "saved_500");
    await expect(stripe.createRefund(order)).rejects.toThrow(OutcomeUnknown);
    await stripe.createRefund({ ...order, key: "made behind the fault" });
    after(900);
    expect(await stripe.createRefund(order)).toMatchObject({ kind: "MADE" });
    expect(mock.refundsOf(order.chargeId)).toHaveLength(1);
  });
});
