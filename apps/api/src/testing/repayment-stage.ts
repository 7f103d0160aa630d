import { expect } from "vitest";
import type { ProviderRefund } from "#modules/refund/exports/refund-provider.js";
import { recordOutcome } from "#modules/refund/record-outcome.js";
import { recordPayout } from "#modules/refund/record-payout.js";
import * as documents from "./documents.js";
import { approveNewest, secondPerson } from "./second-person.js";
import { startTestApp } from "./test-app.js";
import { type Answer, freshKey, type TestClient } from "./test-client.js";
import { until } from "./until.js";

/** Orders whose refunds don't go the plain way, and what provider and bank say about them. */
export type RepaymentStage = Awaited<ReturnType<typeof startRepaymentStage>>;

export interface Attempt {
  id: string;
  status: string;
  provider_refund_id: string;
  minor: number;
  /** The provider's name of the payment that it goes back to. */
  charge: string;
}

const fields = `status pendingReason failureReason payoutOptions { kind amount { amountMinor } }
  bankDetailsAsked { until } payouts { id kind status } incidents { id amount { amountMinor } settlement }
  nextAction { owner kind deadline onTimeout }`;
const pixKey = "8d1f7b3a-2c64-4e0b-9a57-0f6c1d2e3b4a";

export async function startRepaymentStage() {
  const app = await startTestApp();
  const { world, platform } = app;
  const shopCalled = (name: string) =>
    world.shop({
      name,
      policy: "automatic",
      owner: { name, email: `${freshKey()}@shops.example` },
    });
  const shop = await shopCalled("Quick");
  const ana = await world.person("Ana", "ana@buyers.example");
  const buyer = await app.client("buyer", ana);
  const agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
  const lead = await app.client("support", await world.agent("Lea", "lea@desk.example", "LEAD"));
  const sql = (text: string, parameters: unknown[] = []) =>
    platform.database.query(text, parameters);

  const send = async (client: TestClient, name: string, input: object): Promise<Answer> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename
      ... on Refusal { message nextSteps { kind } } } }`;
    const answer = await client.ask(document, { input: { idempotencyKey: freshKey(), ...input } });
    return answer[name];
  };
  const refundOf = async (id: string, client = agent): Promise<Answer> =>
    (await client.ask(`query ($id: ID!) { refund(id: $id) { ${fields} } }`, { id })).refund;

  return {
    app,
    shop,
    shopCalled,
    ana,
    buyer,
    agent,
    lead,
    sql,
    send,
    refundOf,

    /** A canceled order of 100.00 (100.01 over two payments), and its refund. */
    async canceled(testMethods: string[], of = shop) {
      const [order] = await world.purchase({
        buyerId: ana,
        orders: [{ shop: of, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 10_000 }] }],
        payments: testMethods.map((testMethod) => ({ testMethod })),
      });
      const input = { orderId: order?.id, idempotencyKey: freshKey() };
      const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
      const refundId: string = requestCancellation.cancellation.refund.id;
      return { orderId: order?.id ?? "", refundId };
    },

    becomes: (id: string, status: string) =>
      until(async () => {
        const refund = await refundOf(id);
        expect(refund.status).toBe(status);
        return refund;
      }),

    /** Has the unpaid parts sent to the buyer's account; its holder's name says what becomes of it. */
    async transfer(refundId: string, holder = "TEST SLOW"): Promise<string> {
      const details = { kind: "PIX", holder, pixKey };
      const { __typename } = await send(buyer, "takeBankTransfer", { refundId, details });
      expect(__typename).toBe("RefundSuccess");
      const { payouts } = await refundOf(refundId);
      return payouts.at(-1).id;
    },

    attemptsOf: (refundId: string): Promise<Attempt[]> =>
      sql(
        `SELECT t.id, t.status, t.provider_refund_id, a.amount_minor::int AS minor,
           p.provider_charge_id AS charge
         FROM refund_attempts t JOIN refund_allocations a ON a.id = t.allocation_id
         JOIN payments p ON p.id = a.payment_id
         WHERE t.refund_id = $1 ORDER BY t.created_at, t.id`,
        [refundId],
      ),

    /** What the provider says about an attempt when it is asked now, and whenever it is asked again. */
    providerSays: (
      attempt: Attempt | undefined,
      status: ProviderRefund["status"],
      more: Partial<ProviderRefund> = {},
    ) => {
      const { refunds } = app.provider.books;
      const known = refunds.get(attempt?.provider_refund_id ?? "");
      if (known) refunds.set(known.id, { ...known, status });
      return recordOutcome(
        platform,
        {
          provider: "sandbox",
          providerRefundId: attempt?.provider_refund_id ?? "",
          reference: attempt?.id ?? "",
          chargeId: attempt?.charge ?? "",
          intentId: null,
          amountMinor: attempt?.minor ?? 0,
          currency: "BRL",
          status,
          pendingReason: null,
          failureReason: null,
          trace: null,
          ...more,
        },
        { askedAt: platform.clock.now(), ...(attempt ? { attemptId: attempt.id } : {}) },
      );
    },

    /** What the bank says about a transfer: when it is asked, or by a webhook that nobody asked for. */
    bankSays: (reference: string, status: "succeeded" | "failed" | "returned", asked = true) =>
      recordPayout(platform, { reference, status, failureReason: null }, { asked }),

    /** By our ledger: what is still owed for an order (negative), and what was given away for it. */
    async books(orderId: string): Promise<{ owed: number; given: number }> {
      const [row] = await sql(
        `SELECT COALESCE(SUM(e.amount_minor) FILTER (WHERE e.account = 'REFUND_OWED'), 0)::int AS owed,
           COALESCE(SUM(e.amount_minor) FILTER (WHERE e.account = 'OVERPAYMENT_LOSS'), 0)::int AS given
         FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
         WHERE t.order_id = $1`,
        [orderId],
      );
      return row;
    },

    /** A stop switch on a shop; returns what lifts it. */
    async stopped(of: { id: string }) {
      const input = {
        scope: "SHOP",
        shopId: of.id,
        reason: "Looked at",
        idempotencyKey: freshKey(),
      };
      const end = new Date(platform.clock.now().getTime() + 86_400_000).toISOString();
      const { setStopSwitch } = await lead.ask(
        `mutation ($input: SetStopSwitchInput!) { setStopSwitch(input: $input) { ... on StopSwitchSuccess { stopSwitch { id } } } }`,
        { input: { ...input, until: end } },
      );
      const stopSwitchId = setStopSwitch.stopSwitch.id;
      return () => send(lead, "liftStopSwitch", { stopSwitchId, reason: "All is well" });
    },

    async chargeback(orderId: string) {
      const { openSandboxChargeback } = await agent.ask(
        "mutation ($input: OpenSandboxChargebackInput!) { openSandboxChargeback(input: $input) { id } }",
        { input: { orderId } },
      );
      const { id: chargebackId } = openSandboxChargeback;
      return (status: string) =>
        agent.ask(
          "mutation ($input: MoveSandboxChargebackInput!) { moveSandboxChargeback(input: $input) { id } }",
          { input: { chargebackId, status } },
        );
    },

    /** Somebody of support proposes it, and somebody else approves. */
    async settle(client: TestClient, incidentId: string, settlement: string): Promise<void> {
      await send(client, "settleRefundIncident", { incidentId, settlement, note: "As agreed" });
      await approveNewest(await secondPerson(app));
    },
  };
}
