import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Attempt,
  type RepaymentStage,
  startRepaymentStage,
} from "../../testing/repayment-stage.js";
import { configuredProviders, configuredTransfers } from "./exports/providers.js";
import { recordOutcome } from "./record-outcome.js";
import { watchRefund } from "./watch-refund.js";

let at: RepaymentStage;
beforeAll(async () => {
  at = await startRepaymentStage();
});
afterAll(() => at.app.close());

/** A refund that succeeded and came back, with its one attempt. */
async function reversed(): Promise<{ orderId: string; refundId: string; attempt: Attempt }> {
  const made = await at.canceled(["instant"]);
  await at.becomes(made.refundId, "SUCCEEDED");
  const [attempt] = await at.attemptsOf(made.refundId);
  if (!attempt) throw new Error("it was just made");
  await at.providerSays(attempt, "reversed");
  expect((await at.refundOf(made.refundId)).status).toBe("REVERSED");
  return { ...made, attempt };
}
const statusOf = async (refundId: string) => (await at.attemptsOf(refundId))[0]?.status;

describe("a refund that came back, and stayed with the buyer after all", () => {
  test("is paid again, in the books too, however often its provider changes its mind", async () => {
    const { orderId, refundId, attempt } = await reversed();
    expect((await at.books(orderId)).owed).toBe(-10_000);
    for (const _ of [1, 2]) {
      await at.providerSays(attempt, "succeeded");
      expect((await at.refundOf(refundId)).status).toBe("SUCCEEDED");
      expect((await at.books(orderId)).owed).toBe(0);
      await at.providerSays(attempt, "reversed");
      expect((await at.refundOf(refundId)).status).toBe("REVERSED");
      expect((await at.books(orderId)).owed).toBe(-10_000);
    }
  });

  test("is asked about first: a webhook that is late changes nothing", async () => {
    const { refundId, attempt } = await reversed();
    const [made] = [...at.app.provider.books.refunds.values()].filter(
      ({ id }) => id === attempt.provider_refund_id,
    );
    if (!made) throw new Error("it was just made");
    at.app.provider.books.refunds.set(made.id, { ...made, status: "reversed" });
    await recordOutcome(at.app.platform, {
      provider: "sandbox",
      providerRefundId: made.id,
      reference: attempt.id,
      chargeId: made.chargeId,
      intentId: null,
      amountMinor: made.amountMinor,
      currency: made.currency,
      status: "succeeded",
      pendingReason: null,
      failureReason: null,
      trace: null,
    });
    expect((await at.refundOf(refundId)).status).toBe("REVERSED");
  });

  test("is found by watching, where no webhook told that it was paid twice", async () => {
    const { refundId, attempt } = await reversed();
    await at.send(at.buyer, "takeStoreCredit", { refundId, creditMinor: 10_500 });
    const { config, clock } = at.app.platform;
    const providers = configuredProviders(config, clock);
    const { refunds } = at.app.provider.books;
    const made = refunds.get(attempt.provider_refund_id);
    if (!made) throw new Error("it was just made");
    refunds.set(made.id, { ...made, status: "succeeded" });
    await watchRefund(at.app.platform, providers, configuredTransfers(config), refundId);
    expect(await statusOf(refundId)).toBe("PAID_TWICE");
    expect((await at.refundOf(refundId)).incidents).toHaveLength(1);
  });

  test("when it was paid another way meanwhile, is paid twice: each time an incident of its own", async () => {
    const { orderId, refundId, attempt } = await reversed();
    await at.send(at.buyer, "takeStoreCredit", { refundId, creditMinor: 10_500 });
    for (const times of [1, 2]) {
      await at.providerSays(attempt, "succeeded");
      expect(await statusOf(refundId)).toBe("PAID_TWICE");
      expect((await at.books(orderId)).owed).toBe(10_000);
      const { status, incidents } = await at.refundOf(refundId);
      expect(status).toBe("SUCCEEDED");
      expect(incidents).toHaveLength(times);
      await at.providerSays(attempt, "reversed");
      expect((await at.books(orderId)).owed).toBe(0);
    }
    const { incidents } = await at.refundOf(refundId);
    const settled = incidents.map(({ settlement }: { settlement: string }) => settlement);
    expect(settled).toEqual(["PAID_BACK", "PAID_BACK"]);
  });
});
