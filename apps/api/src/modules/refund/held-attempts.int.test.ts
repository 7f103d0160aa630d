import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { recordChargeback } from "#modules/chargeback/exports/record-chargeback.js";
import { type RepaymentStage, startRepaymentStage } from "../../testing/repayment-stage.js";
import { configuredProviders, configuredTransfers, type Providers } from "./exports/providers.js";
import { OutcomeUnknown, type RefundProvider } from "./exports/refund-provider.js";
import { SandboxProvider } from "./exports/sandbox-provider.js";
import { sendPayout } from "./send-payout.js";
import { submitRefund } from "./submit-refund.js";

let at: RepaymentStage;
let sandbox: RefundProvider;
beforeAll(async () => {
  at = await startRepaymentStage();
  // Nothing is sent but what the test sends.
  await at.app.worker.stop();
  const { config, clock } = at.app.platform;
  const configured = configuredProviders(config, clock).get("sandbox");
  if (!configured) throw new Error("the tests have the sandbox's provider");
  sandbox = configured;
});
afterAll(() => at.app.close());

/** The sandbox's provider, whose first calls are lost on their way; the keys it is called with. */
function losing(calls: number) {
  const keys: string[] = [];
  const options = at.app.platform.config.providers.sandbox;
  if (!options) throw new Error("the tests have the sandbox's provider");
  const provider = new SandboxProvider(options);
  provider.createRefund = async (order) => {
    keys.push(order.key);
    if (keys.length <= calls) throw new OutcomeUnknown("lost on its way there");
    return sandbox.createRefund(order);
  };
  const providers: Providers = new Map([["sandbox", provider]]);
  return { keys, submit: (id: string) => submitRefund(at.app.platform, providers, id) };
}

const isWoken = async (refundId: string): Promise<boolean> =>
  (
    await at.sql("SELECT 1 FROM graphile_worker.jobs WHERE key = $1 AND attempts = 0", [
      `refund.submit:${refundId}`,
    ])
  ).length === 1;

describe("an attempt that the provider has not heard of when a bank takes its payment back", () => {
  test("is not sent, says until when, and goes out with its key once the bank decided for the shop", async () => {
    const { orderId, refundId } = await at.canceled(["instant"]);
    const { keys, submit } = losing(1);
    await expect(submit(refundId)).rejects.toThrow(OutcomeUnknown);
    const move = await at.chargeback(orderId);
    await submit(refundId);
    expect(keys).toHaveLength(1);
    const waits = await at.refundOf(refundId);
    expect(waits).toMatchObject({
      status: "PROCESSING",
      nextAction: { kind: "SETTLE_CHARGEBACK", onTimeout: "Then it goes on by itself." },
    });
    expect(waits.nextAction.deadline).not.toBeNull();
    await at.sql("SELECT graphile_worker.remove_job($1)", [`refund.submit:${refundId}`]);
    await move("UNDER_REVIEW");
    await move("WON");
    expect(await isWoken(refundId)).toBe(true);
    await submit(refundId);
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(await at.refundOf(refundId)).toMatchObject({ status: "SUCCEEDED", pendingReason: null });
    expect((await at.books(orderId)).owed).toBe(0);
  });

  test("never is once the bank paid the buyer: support closes it", async () => {
    const { orderId, refundId } = await at.canceled(["instant"]);
    const { keys, submit } = losing(1);
    await expect(submit(refundId)).rejects.toThrow(OutcomeUnknown);
    const move = await at.chargeback(orderId);
    await move("LOST");
    await submit(refundId);
    expect(keys).toHaveLength(1);
    expect((await at.refundOf(refundId)).nextAction.kind).toBe("CLOSE_AS_PAID_BY_BANK");
    const closed = await at.send(at.agent, "closeHeldRefund", {
      refundId,
      reason: "The bank paid",
    });
    expect(closed.__typename).toBe("RefundSuccess");
    expect((await at.refundOf(refundId)).status).toBe("CANCELED");
    expect((await at.books(orderId)).owed).toBe(0);
  });

  test("is taken for what it is where it was there all the same", async () => {
    const { orderId, refundId } = await at.canceled(["instant"]);
    const { keys, submit } = losing(1);
    await expect(submit(refundId)).rejects.toThrow(OutcomeUnknown);
    const [attempt] = await at.attemptsOf(refundId);
    const [{ charge }] = await at.sql(
      `SELECT p.provider_charge_id AS charge FROM payments p
       JOIN refund_allocations a ON a.payment_id = p.id WHERE a.refund_id = $1`,
      [refundId],
    );
    const sent = { chargeId: charge, amountMinor: 10_000, currency: "BRL" };
    at.app.provider.muted = true;
    at.app.provider.books.addRefund({ ...sent, reference: attempt?.id ?? "" }, "lost", "lost");
    at.app.provider.muted = false;
    await at.chargeback(orderId);
    await submit(refundId);
    expect(keys).toHaveLength(1);
    expect((await at.refundOf(refundId)).status).toBe("SUCCEEDED");
  });

  test("is asked about later again where what is there under its name is not ours", async () => {
    const { orderId, refundId } = await at.canceled(["instant"]);
    const { keys, submit } = losing(1);
    await expect(submit(refundId)).rejects.toThrow(OutcomeUnknown);
    const [attempt] = await at.attemptsOf(refundId);
    const other = { chargeId: attempt?.charge ?? "", amountMinor: 1, currency: "BRL" };
    at.app.provider.muted = true;
    at.app.provider.books.addRefund({ ...other, reference: attempt?.id ?? "" }, "odd", "odd");
    at.app.provider.muted = false;
    await at.chargeback(orderId);
    await expect(submit(refundId)).rejects.toThrow(OutcomeUnknown);
    expect(keys).toHaveLength(1);
    expect((await at.attemptsOf(refundId)).map(({ status }) => status)).toEqual(["OPEN"]);
  });

  test("is not sent either where that happened while another part was being sent", async () => {
    const { refundId } = await at.canceled(["instant", "instant"]);
    const { keys, submit } = losing(0);
    await disputedWhileSending(refundId, submit);
    expect(keys).toHaveLength(1);
    const statuses = (await at.attemptsOf(refundId)).map(({ status }) => status);
    expect(statuses).toEqual(["SUCCEEDED", "OPEN"]);
    expect((await at.refundOf(refundId)).nextAction.kind).toBe("SETTLE_CHARGEBACK");
  });
});

/** Sends a refund over two payments, the second of which is disputed while the first part is sent. */
async function disputedWhileSending(refundId: string, submit: (id: string) => Promise<void>) {
  const [{ charge }] = await at.sql(
    `SELECT p.provider_charge_id AS charge FROM payments p
     JOIN refund_allocations a ON a.payment_id = p.id WHERE a.refund_id = $1
     ORDER BY a.id DESC LIMIT 1`,
    [refundId],
  );
  const openedAt = at.app.platform.clock.now();
  const say = (status: "NEEDS_RESPONSE" | "LOST") =>
    recordChargeback(at.app.platform, {
      provider: "sandbox",
      providerChargebackId: `cb_of_${charge}`,
      chargeId: charge,
      intentId: null,
      amountMinor: 5_000,
      currency: "BRL",
      status,
      reason: "fraudulent",
      openedAt,
      evidenceDueBy: null,
      buyerRepaid: false,
    });
  const send = sandbox.createRefund.bind(sandbox);
  const spy = vi.spyOn(sandbox, "createRefund").mockImplementation(async (order) => {
    await say("NEEDS_RESPONSE");
    return send(order);
  });
  await submit(refundId).finally(() => spy.mockRestore());
  return say;
}

test("what a bank had paid before a refund was sent is closed by itself, and the rest is sent", async () => {
  const { orderId, refundId } = await at.canceled(["instant", "instant"]);
  await (await at.chargeback(orderId))("LOST");
  await losing(0).submit(refundId);
  expect(await at.refundOf(refundId)).toMatchObject({ status: "CANCELED", nextAction: null });
  const [rest] = await at.sql(
    "SELECT id, amount_minor::int AS minor FROM refunds WHERE split_from_id = $1",
    [refundId],
  );
  expect(rest.minor).toBe(5_000);
  await losing(0).submit(rest.id);
  await at.becomes(rest.id, "SUCCEEDED");
  expect(await at.books(orderId)).toEqual({ owed: 0, given: 0 });
});

test("a refund of which a part came back still asks for the details that another part needs", async () => {
  const { refundId } = await at.canceled(["pending_days", "instant"]);
  await losing(0).submit(refundId);
  const attempts = await at.attemptsOf(refundId);
  const of = (status: string) => attempts.find((attempt) => attempt.status === status);
  await at.providerSays(of("SUCCEEDED"), "reversed");
  expect((await at.refundOf(refundId)).status).toBe("REVERSED");
  await at.providerSays(of("OPEN"), "requires_action");
  const asks = await at.refundOf(refundId);
  expect(asks.status).toBe("REQUIRES_ACTION");
  expect(asks.bankDetailsAsked.until).toBe(asks.nextAction.deadline);
});

test("the rest of a refund that a bank has paid is closed directly where a part was paid", async () => {
  const { orderId, refundId } = await at.canceled(["instant", "instant"]);
  const { submit } = losing(0);
  const say = await disputedWhileSending(refundId, submit);
  await say("LOST");
  await submit(refundId);
  const waits = await at.refundOf(refundId);
  expect(waits).toMatchObject({
    status: "PROCESSING",
    nextAction: { kind: "CLOSE_AS_PAID_BY_BANK" },
  });
  const closed = await at.send(at.agent, "closeHeldRefund", { refundId, reason: "The bank paid" });
  expect(closed.__typename).toBe("RefundSuccess");
  expect(await at.refundOf(refundId)).toMatchObject({ status: "SUCCEEDED", nextAction: null });
  expect(await at.books(orderId)).toEqual({ owed: 0, given: 0 });
  const parts = await at.sql(
    "SELECT status, amount_minor::int AS minor FROM refund_allocations WHERE refund_id = $1 ORDER BY id",
    [refundId],
  );
  expect(parts).toEqual([
    { status: "SUCCEEDED", minor: 5_000 },
    { status: "CANCELED", minor: 5_000 },
  ]);
  // What was paid comes back and goes to an account: then all is settled, the closed part as well.
  const paid = (await at.attemptsOf(refundId)).find(({ status }) => status === "SUCCEEDED");
  await at.providerSays(paid, "reversed");
  await at.bankSays(await at.transfer(refundId), "succeeded");
  expect((await at.refundOf(refundId)).status).toBe("SUCCEEDED");
  expect((await at.books(orderId)).owed).toBe(0);
});

test("a transfer is not made once the bank paid, and no other way is promised: support closes it", async () => {
  const { orderId, refundId } = await at.canceled(["pending_days"]);
  await losing(0).submit(refundId);
  await at.providerSays((await at.attemptsOf(refundId))[0], "failed");
  const payoutId = await at.transfer(refundId);
  await (await at.chargeback(orderId))("LOST");
  const { platform } = at.app;
  await sendPayout(platform, configuredTransfers(platform.config), payoutId);
  expect(await at.refundOf(refundId)).toMatchObject({
    status: "FAILED",
    payoutOptions: [],
    nextAction: { kind: "CLOSE_AS_PAID_BY_BANK" },
  });
  const told = await at.sql(
    "SELECT kind FROM timeline_events WHERE refund_id = $1 AND kind IN ('refund.paidByBank', 'refund.transferFailed')",
    [refundId],
  );
  expect(told).toEqual([{ kind: "refund.paidByBank" }]);
  const closed = await at.send(at.agent, "closeHeldRefund", { refundId, reason: "The bank paid" });
  expect(closed.__typename).toBe("RefundSuccess");
  expect((await at.books(orderId)).owed).toBe(0);
});
