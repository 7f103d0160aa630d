import type { Charge, Refund } from "@makegood/sandbox-provider/contract";
import { expect } from "vitest";
import { reconcile } from "#modules/reconciliation/reconcile.js";
import { configuredProviders } from "#modules/refund/exports/providers.js";
import type { NewOrder } from "../scenario/insert-purchase.js";
import { startTestApp } from "./test-app.js";
import { type Answer, freshKey } from "./test-client.js";
import { until } from "./until.js";

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
  const providers = configuredProviders(platform.config, platform.clock);
  const { charges, refunds } = app.provider.books;

  return {
    app,
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

export const newest = (items: Answer): Answer => items.edges[0]?.node;
