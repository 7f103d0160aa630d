import type Stripe from "stripe";
import { expect } from "vitest";
import { reconcile } from "#modules/reconciliation/reconcile.js";
import { configuredProviders } from "#modules/refund/exports/providers.js";
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
  const seller = await app.client("seller", shop.ownerId);
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

    /** An order of two pieces for 100.00 BRL, by a payment intent that holds it, or is still to be paid. */
    async ordered(money: "authorized" | "due" = "authorized") {
      const intentId = stripe.intents.create(10_000, "brl", money === "authorized");
      const lines = [{ title: "Lamp", quantity: 2, unitPriceMinor: 5_000 }];
      const status = money === "due" ? "PENDING_PAYMENT" : "AWAITING_SHIPMENT";
      const [order] = await app.world.purchase({
        buyerId,
        orders: [{ shop, lines, money, status }],
        payments: [{ charge: { provider: "stripe", id: intentId } }],
      });
      return { intentId, orderId: order?.id ?? "" };
    },

    /** The seller packs, which takes what is held. */
    pack: (orderId: string): Promise<Answer> =>
      seller.ask(
        `mutation ($input: StartProcessingInput!) { startProcessing(input: $input) { __typename } }`,
        { input: { orderId, idempotencyKey: freshKey() } },
      ),

    payAgain: (orderId: string): Promise<Answer> =>
      seller.ask(
        `mutation ($input: RetryPaymentInput!) { retryPayment(input: $input) { __typename } }`,
        { input: { orderId, idempotencyKey: freshKey() } },
      ),

    /** The order, once its money stands so. */
    stands: (orderId: string, financialStatus: string): Promise<Answer> =>
      until(async () => {
        const order = await story(orderId);
        expect(order.financialStatus).toBe(financialStatus);
        return order;
      }),

    /** The steps about its payment, once the last one has come to this. */
    steps: (orderId: string, status: string): Promise<Answer[]> =>
      until(async () => {
        const ask = `query ($id: ID!) { order(id: $id) { paymentSteps { kind status failureReason amount { amountMinor } } } }`;
        const { paymentSteps } = (await buyer.ask(ask, { id: orderId })).order;
        expect(paymentSteps.at(-1)?.status).toBe(status);
        return paymentSteps;
      }),

    /** Cancels all of it, or so many pieces of its first line. */
    async cancel(orderId: string, quantity?: number): Promise<Answer> {
      const lineId = quantity && (await story(orderId)).lines[0].id;
      const units = quantity ? [{ lineId, quantity }] : null;
      const input = { orderId, units, idempotencyKey: freshKey() };
      return buyer.ask(documents.requestCancellation, { input });
    },

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

    compareBooks: () =>
      reconcile(
        app.platform,
        configuredProviders(app.platform.config, app.platform.clock),
        "stripe",
      ),

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
