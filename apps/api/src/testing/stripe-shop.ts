import type Stripe from "stripe";
import { expect } from "vitest";
import { toStripeAmount } from "#modules/refund/stripe/stripe-amounts.js";
import * as documents from "./documents.js";
import { type StripeMock, startStripeMock } from "./stripe-mock.js";
import { startTestApp, type TestApp } from "./test-app.js";
import { type Answer, freshKey } from "./test-client.js";
import { until } from "./until.js";

/** A shop whose buyers paid at Stripe, and what tests of its refunds do and look at. */
export type StripeShop = Awaited<ReturnType<typeof startStripeShop>>;

export async function startStripeShop(env: Record<string, string> = {}) {
  const stripe: StripeMock = await startStripeMock();
  const app: TestApp = await startTestApp({ ...stripe.env, ...env });
  stripe.webhookUrl = `http://127.0.0.1:${app.env.PORT}/webhooks/stripe`;
  const owner = { name: "Quick", email: "quick@shops.example" };
  const shop = await app.world.shop({ name: "Quick", policy: "automatic", owner });
  const buyerId = await app.world.person("Ana", "ana@buyers.example");
  const buyer = await app.client("buyer", buyerId);
  const agent = await app.client("support", await app.world.agent("Sol", "sol@desk.example"));

  const story = async (orderId: string): Promise<Answer> =>
    (await buyer.ask(documents.orderStory, { id: orderId })).order;

  return {
    stripe,
    app,
    buyer,
    agent,
    story,

    /** An order of one piece, paid by a charge at Stripe; its currency there can be wrong on purpose. */
    async paid(given: { amount?: number; currency?: string; atStripe?: string } = {}) {
      const { amount = 10_001, currency = "BRL" } = given;
      const chargeId = await stripe.charge(
        toStripeAmount(amount, currency) ?? 0,
        (given.atStripe ?? currency).toLowerCase(),
      );
      const [order] = await app.world.purchase({
        buyerId,
        currency,
        orders: [{ shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: amount }] }],
        payments: [{ charge: { provider: "stripe", id: chargeId } }],
      });
      return { chargeId, orderId: order?.id ?? "" };
    },

    cancel: (orderId: string): Promise<Answer> =>
      buyer.ask(documents.requestCancellation, { input: { orderId, idempotencyKey: freshKey() } }),

    giveBack: (orderId: string, amountMinor: number): Promise<Answer> =>
      agent.ask(
        `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename ... on Refusal { message } } }`,
        { input: { orderId, amountMinor, reason: "Scratched", idempotencyKey: freshKey() } },
      ),

    retry: (refundId: string): Promise<Answer> =>
      agent.ask(
        `mutation ($input: RetryRefundInput!) { retryRefund(input: $input) { __typename } }`,
        { input: { refundId, idempotencyKey: freshKey() } },
      ),

    /** The order's newest refund, once it has this status. */
    ends: (orderId: string, status: string): Promise<Answer> =>
      until(async () => {
        const [refund] = (await story(orderId)).refunds;
        expect(refund?.status).toBe(status);
        return refund;
      }),

    /** The one refund that Stripe has made for a charge by now. */
    made: (chargeId: string): Promise<Stripe.Refund> =>
      until(async () => {
        const [refund, ...others] = stripe.refundsOf(chargeId);
        if (!refund || others.length > 0) throw new Error("not one refund");
        return refund;
      }),

    /** How often the order's timeline tells this. */
    told: async (orderId: string, kind: string): Promise<number> =>
      (await story(orderId)).timeline.filter((event: Answer) => event.kind === kind).length,

    /** What we think was given back, in minor units. */
    refunded: async (orderId: string): Promise<number> =>
      (await story(orderId)).totals.refunded.amountMinor,

    async close() {
      await app.close();
      await stripe.close();
    },
  };
}
