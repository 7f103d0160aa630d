import { afterAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { startQuickShop } from "../../testing/quick-shop.js";
import { approveNewest, secondPerson } from "../../testing/second-person.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { checkRefund } from "./check-refund.js";
import { configuredProviders } from "./exports/providers.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import { giveBankDetails } from "./give-bank-details.js";
import { recordOutcome } from "./record-outcome.js";
import { recordPayout } from "./record-payout.js";

const { app, shop, ana, buyer, agent, lead } = await startQuickShop();
afterAll(() => app.close());

const sql = (text: string, parameters: unknown[] = []) =>
  app.platform.database.query(text, parameters);

async function canceled(testMethods: string[], of = shop) {
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop: of, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 10_000 }] }],
    payments: testMethods.map((testMethod) => ({ testMethod })),
  });
  const input = { orderId: order?.id, idempotencyKey: freshKey() };
  const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
  return { orderId: order?.id ?? "", refundId: requestCancellation.cancellation.refund.id };
}

const fields = "status pendingReason payoutOptions { kind } incidents { id settlement }";
const refundOf = async (id: string): Promise<Answer> =>
  (await agent.ask(`query ($id: ID!) { refund(id: $id) { ${fields} } }`, { id })).refund;
const becomes = (id: string, status: string) =>
  until(async () => {
    const refund = await refundOf(id);
    expect(refund.status).toBe(status);
    return refund;
  });
const send = async (client: TestClient, name: string, type: string, input: object) =>
  (
    await client.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, {
      input: { idempotencyKey: freshKey(), ...input },
    })
  )[name].__typename;
const retry = (refundId: string) => send(buyer, "retryRefund", "RetryRefundInput", { refundId });
const details = {
  kind: "PIX",
  holder: "TEST SLOW",
  pixKey: "8d1f7b3a-2c64-4e0b-9a57-0f6c1d2e3b4a",
} as const;
const transfer = (refundId: string) =>
  send(buyer, "takeBankTransfer", "TakeBankTransferInput", { refundId, details });

interface Attempt {
  id: string;
  status: string;
  provider_refund_id: string;
}
const attemptsOf = (refundId: string): Promise<Attempt[]> =>
  sql(
    "SELECT id, status, provider_refund_id FROM refund_attempts WHERE refund_id = $1 ORDER BY id",
    [refundId],
  );

/** What the provider says about an attempt when it is asked now, and whenever it is asked again. */
async function says(
  attempt: Attempt | undefined,
  status: ProviderRefund["status"],
  more: Partial<ProviderRefund> = {},
) {
  const [{ amount_minor: amount, charge }] = await sql(
    `SELECT l.amount_minor, p.provider_charge_id AS charge FROM refund_allocations l
     JOIN payments p ON p.id = l.payment_id
     JOIN refund_attempts a ON a.allocation_id = l.id WHERE a.id = $1`,
    [attempt?.id],
  );
  const { refunds } = app.provider.books;
  const known = refunds.get(attempt?.provider_refund_id ?? "");
  if (known && Object.keys(more).length === 0) refunds.set(known.id, { ...known, status });
  await recordOutcome(
    app.platform,
    {
      provider: "sandbox",
      providerRefundId: attempt?.provider_refund_id ?? "",
      reference: attempt?.id ?? "",
      chargeId: charge,
      intentId: null,
      amountMinor: Number(amount),
      currency: "BRL",
      status,
      pendingReason: null,
      failureReason: null,
      trace: null,
      ...more,
    },
    { askedAt: app.platform.clock.now() },
  );
}

/** What is still owed for an order, by our ledger; what was given away for it. */
async function books(orderId: string) {
  const [row] = await sql(
    `SELECT COALESCE(SUM(e.amount_minor) FILTER (WHERE e.account = 'REFUND_OWED'), 0)::int AS owed,
       COALESCE(SUM(e.amount_minor) FILTER (WHERE e.account = 'OVERPAYMENT_LOSS'), 0)::int AS given
     FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
     WHERE t.order_id = $1`,
    [orderId],
  );
  return row;
}

async function stopped(of: MadeShop) {
  const input = { scope: "SHOP", shopId: of.id, reason: "Looked at", idempotencyKey: freshKey() };
  const until = new Date(app.platform.clock.now().getTime() + 86_400_000).toISOString();
  const { setStopSwitch } = await lead.ask(
    `mutation ($input: SetStopSwitchInput!) { setStopSwitch(input: $input) { ... on StopSwitchSuccess { stopSwitch { id } } } }`,
    { input: { ...input, until } },
  );
  return () =>
    send(lead, "liftStopSwitch", "LiftStopSwitchInput", {
      stopSwitchId: setStopSwitch.stopSwitch.id,
      reason: "All is well",
    });
}
const otherShop = () =>
  app.world.shop({
    name: "Stopped",
    policy: "automatic",
    owner: { name: "S", email: `${freshKey()}@shops.example` },
  });

/** Failed, and then written off or given back as paid twice, while a transfer is on its way. */
async function paidTwice(settlement: "PAID_BACK" | "WRITTEN_OFF" | null) {
  const made = await canceled(["always_fails"]);
  await becomes(made.refundId, "FAILED");
  const [attempt] = await attemptsOf(made.refundId);
  expect(await transfer(made.refundId)).toBe("RefundSuccess");
  await says(attempt, "succeeded");
  const [incident] = (await refundOf(made.refundId)).incidents;
  const input = { incidentId: incident.id, settlement, note: "Talked to the buyer" };
  if (settlement) {
    await send(lead, "settleRefundIncident", "SettleRefundIncidentInput", input);
    await approveNewest(await secondPerson(app));
  }
  const [payout] = await sql("SELECT id FROM refund_payouts WHERE refund_id = $1", [made.refundId]);
  const bank = (status: "succeeded" | "failed" | "returned") =>
    recordPayout(
      app.platform,
      { reference: payout.id, status, failureReason: null },
      { asked: true },
    );
  return { ...made, bank };
}

describe("bank details on their way to the provider", () => {
  test("are not asked for again by a provider that has not got them yet, and are sent at last", async () => {
    const { refundId } = await canceled(["needs_bank_details"]);
    await becomes(refundId, "REQUIRES_ACTION");
    const [key] = app.platform.config.sealingKeys;
    if (!key) throw new Error("tests have a key");
    await app.platform.database.transaction(async (manager) => {
      const actor = { kind: "BUYER", id: ana, name: "Ana" } as const;
      const now = app.platform.clock.now();
      const unit = { manager, actor, now, keepIfRefused: () => undefined };
      const input = { refundId, details: { ...details, holder: "Ana" } };
      const caller = { kind: "BUYER", personId: ana, sessionId: "s", locale: "en" } as const;
      await giveBankDetails(unit, caller, key, input);
      // The job that hands them over died.
      await manager.query("SELECT graphile_worker.remove_job($1)", [
        `refund.sendDetails:${refundId}`,
      ]);
    });
    await checkRefund(
      app.platform,
      configuredProviders(app.platform.config, app.platform.clock),
      refundId,
    );
    await becomes(refundId, "SUCCEEDED");
    const asked = await sql(
      "SELECT 1 FROM timeline_events WHERE refund_id = $1 AND kind = 'refund.actionNeeded'",
      [refundId],
    );
    expect(asked.length).toBe(1);
  });

  test("do not keep another part of the refund from being sent, once it is due again", async () => {
    const { refundId } = await canceled(["needs_bank_details", "pending_days"]);
    await becomes(refundId, "REQUIRES_ACTION");
    const [other] = await until(async () => {
      const open = await sql(
        `SELECT id, provider_refund_id AS theirs FROM refund_attempts
         WHERE refund_id = $1 AND NOT needs_action AND provider_refund_id IS NOT NULL`,
        [refundId],
      );
      expect(open).toHaveLength(1);
      return open;
    });
    const { books: theirs } = app.provider;
    theirs.turnRefund(other.theirs, "failed", "provider_error");
    const statusOf = async (id: string) =>
      (await attemptsOf(refundId)).find((attempt) => attempt.id === id)?.status;
    await until(async () => expect(await statusOf(other.id)).toBe("FAILED"));
    await send(buyer, "giveBankDetails", "GiveBankDetailsInput", {
      refundId,
      details: { ...details, holder: "Ana" },
    });
    const sent = await until(async () => {
      const last = (await attemptsOf(refundId))[2];
      expect(last?.provider_refund_id).toBeTruthy();
      return last;
    });
    theirs.turnRefund(sent?.provider_refund_id ?? "", "succeeded");
    await becomes(refundId, "SUCCEEDED");
  });
});

describe("an attempt that worked after all", () => {
  test("while the next one waits to be sent is the one that counts, and no other is sent", async () => {
    const held = await otherShop();
    const { orderId, refundId } = await canceled(["always_fails"], held);
    await becomes(refundId, "FAILED");
    const lift = await stopped(held);
    expect(await retry(refundId)).toBe("RefundSuccess");
    await until(async () => expect((await refundOf(refundId)).pendingReason).not.toBeNull());
    const [attempt] = await attemptsOf(refundId);
    await says(attempt, "succeeded");
    expect(await lift()).toBe("StopSwitchSuccess");
    const refund = await becomes(refundId, "SUCCEEDED");
    expect(refund.incidents).toEqual([]);
    expect((await attemptsOf(refundId)).map(({ status }) => status)).toEqual(["SUCCEEDED"]);
    expect((await books(orderId)).owed).toBe(0);
  });

  test("counts also where a later one came back", async () => {
    const { orderId, refundId } = await canceled(["always_fails"]);
    await becomes(refundId, "FAILED");
    await retry(refundId);
    await until(async () => expect((await attemptsOf(refundId)).length).toBe(2));
    await becomes(refundId, "FAILED");
    const [first, second] = await attemptsOf(refundId);
    await says(second, "succeeded");
    await says(second, "reversed");
    expect((await refundOf(refundId)).status).toBe("REVERSED");
    await says(first, "succeeded");
    const refund = await refundOf(refundId);
    expect(refund).toMatchObject({ status: "SUCCEEDED", payoutOptions: [] });
    expect((await books(orderId)).owed).toBe(0);
  });

  test("is not believed of a charge that is another's, though it bears its name", async () => {
    const { refundId } = await canceled(["pending_days"]);
    const attempt = await until(async () => {
      const [one] = await attemptsOf(refundId);
      expect(one?.provider_refund_id).toBeTruthy();
      return one;
    });
    await says(attempt, "succeeded", { chargeId: "ch_of_somebody_else" });
    expect((await refundOf(refundId)).status).toBe("PROCESSING");
  });

  test("is not mistaken for another refund that the provider made under its name", async () => {
    const { refundId } = await canceled(["pending_days"]);
    const attempt = await until(async () => {
      const [one] = await attemptsOf(refundId);
      expect(one?.provider_refund_id).toBeTruthy();
      return one;
    });
    await says(attempt, "failed", { providerRefundId: "re_another" });
    expect((await refundOf(refundId)).status).toBe("PROCESSING");
    await says(attempt, "succeeded");
    expect((await refundOf(refundId)).status).toBe("SUCCEEDED");
  });
});

describe("money that arrived twice", () => {
  test("was paid once where the transfer came back, so that nobody pays it again", async () => {
    const { orderId, refundId, bank } = await paidTwice(null);
    await bank("succeeded");
    await bank("returned");
    const refund = await refundOf(refundId);
    expect(refund).toMatchObject({ status: "SUCCEEDED", incidents: [{ settlement: "NOT_TWICE" }] });
    expect(await retry(refundId)).toBe("NotInThisState");
    expect((await books(orderId)).owed).toBe(0);
  });

  test("is owed again where the buyer gave it back before the transfer failed", async () => {
    const { orderId, refundId, bank } = await paidTwice("PAID_BACK");
    await bank("failed");
    expect((await refundOf(refundId)).status).toBe("FAILED");
    expect((await books(orderId)).owed).toBe(-10_000);
  });

  test("is nobody's gift any more where it was written off before the transfer failed", async () => {
    const { orderId, refundId, bank } = await paidTwice("WRITTEN_OFF");
    expect(await books(orderId)).toEqual({ owed: -10_000, given: 10_000 });
    await bank("failed");
    expect((await refundOf(refundId)).status).toBe("SUCCEEDED");
    expect(await books(orderId)).toEqual({ owed: 0, given: 0 });
  });
});

describe("a bank transfer that was not sent yet", () => {
  const chargeback = (orderId: string) =>
    agent.ask(
      "mutation ($input: OpenSandboxChargebackInput!) { openSandboxChargeback(input: $input) { id } }",
      { input: { orderId } },
    );

  test.each(["WON", "LOST"])("waits for a chargeback of its payment, which is %s", async (end) => {
    const held = await otherShop();
    const { orderId, refundId } = await canceled(["always_fails"], held);
    await becomes(refundId, "FAILED");
    const lift = await stopped(held);
    await transfer(refundId);
    await until(async () => expect((await refundOf(refundId)).pendingReason).toMatch(/paused/));
    const { openSandboxChargeback } = await chargeback(orderId);
    await lift();
    await until(async () => expect((await refundOf(refundId)).pendingReason).toMatch(/bank/));
    const [{ id }] = await sql("SELECT id FROM refund_payouts WHERE refund_id = $1", [refundId]);
    const sent = () => [...app.provider.books.payouts.values()].some((one) => one.reference === id);
    expect(sent()).toBe(false);
    for (const status of end === "WON" ? ["UNDER_REVIEW", "WON"] : ["LOST"]) {
      await agent.ask(
        "mutation ($input: MoveSandboxChargebackInput!) { moveSandboxChargeback(input: $input) { id } }",
        { input: { chargebackId: openSandboxChargeback.id, status } },
      );
    }
    if (end === "LOST") {
      await becomes(refundId, "FAILED");
      const close = { refundId, reason: "The bank paid you" };
      expect(await send(agent, "closeHeldRefund", "CloseHeldRefundInput", close)).toBe(
        "RefundSuccess",
      );
      expect((await refundOf(refundId)).status).toBe("CANCELED");
      expect((await books(orderId)).owed).toBe(0);
    } else await until(async () => expect(sent()).toBe(true));
    expect(sent()).toBe(end === "WON");
  });
});
