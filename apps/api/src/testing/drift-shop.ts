import type { Charge, Payout, Refund } from "@makegood/sandbox-provider/contract";
import { expect } from "vitest";
import { reconcile } from "#modules/reconciliation/reconcile.js";
import { configuredProviders } from "#modules/refund/exports/providers.js";
import type { NewOrder } from "../scenario/insert-purchase.js";
import * as documents from "./documents.js";
import { startTestApp } from "./test-app.js";
import { type Answer, freshKey } from "./test-client.js";
import { until } from "./until.js";

const pixKey = "8d1f7b3a-2c64-4e0b-9a57-0f6c1d2e3b4a";

/** A shop with refunds at the sandbox's provider, whose books a test can make differ from ours. */
export type DriftShop = Awaited<ReturnType<typeof startDriftShop>>;

export async function startDriftShop() {
  const app = await startTestApp();
  const { world, platform } = app;
  const owner = { name: "Quick", email: "quick@shops.example" };
  const shop = await world.shop({ name: "Quick", policy: "automatic", owner });
  const buyerId = await world.person("Ana", "ana@buyers.example");
  const agentId = await world.agent("Sol", "sol@desk.example");
  const agent = await app.client("support", agentId);
  const buyer = await app.client("buyer", buyerId);
  const providers = configuredProviders(platform.config, platform.clock);
  const { charges, refunds } = app.provider.books;

  return {
    app,
    shop,
    buyerId,
    providers,
    agent,
    lead: await app.client("support", await world.agent("Teo", "teo@desk.example", "LEAD")),
    otherLead: await app.client("support", await world.agent("Bia", "bia@desk.example", "LEAD")),

    /** A new order, and its payment at the provider. */
    async paid(
      testMethod: string,
      money: NewOrder["money"] = "captured",
    ): Promise<{ orderId: string; charge: Charge }> {
      const [order] = await world.purchase({
        buyerId,
        orders: [{ shop, money, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 5000 }] }],
        payments: [{ testMethod }],
      });
      const charge = [...charges.values()].at(-1);
      if (!order || !charge) throw new Error("it was just made");
      return { orderId: order.id, charge };
    },

    /** Gives a part of a new order back; the order, and the provider's refund. */
    async refunded(testMethod: string): Promise<{ orderId: string; refund: Refund }> {
      const [order] = await world.purchase({
        buyerId,
        orders: [{ shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 5000 }] }],
        payments: [{ testMethod }],
      });
      const orderId = order?.id ?? "";
      const input = { orderId, amountMinor: 1000, reason: "Scratched", idempotencyKey: freshKey() };
      await agent.ask(
        `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }`,
        { input },
      );
      return until(async () => {
        const [attempt] = await platform.database.query(
          `SELECT a.provider_refund_id AS id FROM refund_attempts a
           JOIN refunds r ON r.id = a.refund_id WHERE r.order_id = $1
             AND (a.status = 'SUCCEEDED' OR a.pending_reason IS NOT NULL)`,
          [orderId],
        );
        const refund = refunds.get(attempt?.id);
        if (!refund) throw new Error("not made yet");
        return { orderId, refund };
      });
    },

    /** Pays a refund that failed to the buyer's account; the provider's transfer, once it arrived. */
    async transferred(): Promise<{ orderId: string; payout: Payout }> {
      const { orderId } = await this.paid("always_fails");
      const canceled = await buyer.ask(documents.requestCancellation, {
        input: { orderId, idempotencyKey: freshKey() },
      });
      const refundId = canceled.requestCancellation.cancellation.refund.id;
      const statusOf = async () =>
        (await buyer.ask("query ($id: ID!) { refund(id: $id) { status } }", { id: refundId }))
          .refund.status;
      await until(async () => expect(await statusOf()).toBe("FAILED"));
      const details = { kind: "PIX", holder: "Ana Souza", pixKey };
      await buyer.ask(
        "mutation ($input: TakeBankTransferInput!) { takeBankTransfer(input: $input) { __typename } }",
        { input: { refundId, details, idempotencyKey: freshKey() } },
      );
      await until(async () => expect(await statusOf()).toBe("SUCCEEDED"));
      const payout = [...app.provider.books.payouts.values()].at(-1);
      if (!payout) throw new Error("it was just made");
      return { orderId, payout };
    },

    /** Writes into the provider's books behind everybody's back. */
    put(refund: Refund): Refund {
      refunds.set(refund.id, refund);
      return refund;
    },

    putCharge(charge: Charge): Charge {
      charges.set(charge.id, charge);
      return charge;
    },

    async run() {
      const done = await reconcile(platform, providers, "sandbox");
      if (!done) throw new Error("another run is under way");
      expect(done.problem).toBeNull();
      return done;
    },

    /** The item about a subject: our attempt, or the provider's refund. */
    async item(subject: string): Promise<{ id: string; kind: string; status: string }> {
      const [row] = await platform.database.query(
        "SELECT id, kind, status FROM drift_items WHERE subject = $1",
        [subject],
      );
      return row;
    },
  };
}

/** Any mutation on a difference. */
export const onDrift = (name: string, input = "DriftInput") => `mutation ($input: ${input}!) {
  ${name}(input: $input) {
    __typename
    ... on DriftSuccess { driftItem { id about kind status nextStep sentence case { id } refund { id status } } }
    ... on NotInThisState { allowedCommands }
    ... on RefundHeld { why until nextSteps { kind at } }
    ... on AmountAboveRefundable { refundable { amountMinor } }
    ... on Refusal { message }
  }
}`;

export const driftsNamed = async ({ app }: DriftShop, about: string): Promise<string[]> => {
  const rows: { item: string }[] = await app.platform.database.query(
    "SELECT kind || ' ' || subject AS item FROM drift_items WHERE status = 'OPEN' AND about = $1",
    [about],
  );
  return rows.map(({ item }) => item).sort();
};

/** Ids sort by time. */
export const newest = (items: Answer): Answer =>
  items.edges
    .map(({ node }: Answer) => node)
    .sort((a: Answer, b: Answer) => (a.id < b.id ? -1 : 1))
    .at(-1);
