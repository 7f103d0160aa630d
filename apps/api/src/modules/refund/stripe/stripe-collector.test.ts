import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type StripeMock, startStripeMock } from "../../../testing/stripe-mock.js";
import { OutcomeUnknown } from "../exports/refund-provider.js";
import { StripeProvider } from "./stripe-provider.js";

/** By the SDK itself, over HTTP; the payment intents are lines of our own that answer as recorded. */
let mock: StripeMock;
let stripe: StripeProvider;
let now = new Date();
const openedAt = new Date("2026-03-02T12:00:00Z");

beforeAll(async () => {
  mock = await startStripeMock();
  const { STRIPE_API_URL: url = "", STRIPE_API_KEY: key = "" } = mock.env;
  const options = { url, key, webhookSecrets: ["whsec_x"], faultSettlesAfterSeconds: 900 };
  stripe = new StripeProvider(options, { now: () => now });
});
beforeEach(() => {
  now = openedAt;
});
afterAll(() => mock.close());

const held = (currency = "brl") => mock.intents.create(10_000, currency, true);
const take = (chargeId: string, amountMinor = 7_500) =>
  stripe.collector.capture({ chargeId, amountMinor, currency: "BRL", key: chargeId, openedAt });
const letGo = (chargeId: string) =>
  stripe.collector.release({ chargeId, key: `${chargeId}-void`, openedAt });
const refused = (reason: string) => ({ kind: "REFUSED", reason });

describe("what a payment intent holds", () => {
  test("is taken in part, and says how much was", async () => {
    const id = held();
    const charge = { status: "captured", capturedMinor: 7_500, intentId: id };
    expect(await take(id)).toMatchObject({ kind: "DONE", charge });
    expect(mock.intents.get(id)).toMatchObject({ amount_received: 7_500, amount_capturable: 0 });
  });

  test("is taken once, though Stripe forgot the key", async () => {
    const id = held();
    const first = await take(id);
    mock.forgetKeys();
    expect(await take(id)).toEqual(first);
  });

  test("is let go once, and both say so", async () => {
    const id = held();
    const first = await letGo(id);
    expect(first).toMatchObject({ kind: "DONE", charge: { status: "voided", capturedMinor: 0 } });
    mock.forgetKeys();
    expect(await letGo(id)).toEqual(first);
  });

  test("was taken or let go by hand: then that is the answer", async () => {
    const taken = held();
    await take(taken);
    expect(await letGo(taken)).toMatchObject({ kind: "DONE", charge: { status: "captured" } });
    const gone = held();
    mock.intents.change(gone, { status: "canceled", cancellation_reason: "automatic" });
    expect(await take(gone)).toMatchObject({ kind: "DONE", charge: { status: "voided" } });
  });

  test("that Stripe still works on is neither taken nor given up", async () => {
    const id = held();
    mock.intents.change(id, { status: "processing" });
    await expect(take(id)).rejects.toThrow(OutcomeUnknown);
    await expect(letGo(id)).rejects.toThrow(OutcomeUnknown);
  });

  test.each([
    ["declined", "capture_declined"],
    ["expired", "authorization_expired"],
  ] as const)("that the bank has %s is refused as %s", async (refusal, reason) => {
    const id = held();
    mock.intents.refuse(id, refusal);
    expect(await take(id)).toEqual(refused(reason));
  });

  test("that the bank took back after all was declined", async () => {
    const id = held();
    mock.intents.change(id, { status: "requires_payment_method" });
    expect(await take(id)).toEqual(refused("capture_declined"));
    expect(await letGo(id)).toMatchObject({ charge: { status: "voided" } });
  });

  test("FIELD 17: is not taken in another currency than was recorded", async () => {
    const id = held("usd");
    expect(await take(id)).toEqual(refused("currency_mismatch"));
    expect(mock.intents.get(id).status).toBe("requires_capture");
  });

  test("that Stripe doesn't know, or that is older than intents, is refused by name", async () => {
    expect(await take("pi_unknown")).toEqual(refused("resource_missing"));
    expect(await take(await mock.charge(10_000, "brl"))).toEqual(refused("not_supported"));
  });

  test("behind a saved fault waits 15 minutes, and is then refused", async () => {
    const id = held();
    mock.mishap(id, "saved_500");
    await expect(take(id)).rejects.toThrow(OutcomeUnknown);
    now = new Date(openedAt.getTime() + 899_000);
    await expect(take(id)).rejects.toThrow(OutcomeUnknown);
    now = new Date(openedAt.getTime() + 900_000);
    expect(await take(id)).toEqual(refused("provider_error"));
  });
});
