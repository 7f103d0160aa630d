import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BankTransfers } from "#modules/refund/exports/bank-transfers.js";
import {
  configuredProviders,
  configuredTransfers,
  type Providers,
} from "#modules/refund/exports/providers.js";
import { sendPayout } from "#modules/refund/send-payout.js";
import { submitRefund } from "#modules/refund/submit-refund.js";
import { type RepaymentStage, startRepaymentStage } from "./repayment-stage.js";

/** What can happen to a refund; `pick` says to which of its attempts, payouts or incidents. */
const steps = [
  ...["succeeded", "failed", "reversed", "pending", "requires_action"].map(
    (word) => `says ${word}`,
  ),
  ...["succeeded", "failed", "returned"].map((word) => `bank ${word}`),
  ...["after all", "has another amount"],
  ...["send", "retry", "transfer", "credit", "give details", "close", "cancel"],
  ...[
    "settle PAID_BACK",
    "settle WRITTEN_OFF",
    "stop or lift",
    "chargeback",
    "bank LOST",
    "bank WON",
  ],
] as const;
const walks = Number(process.env.WALKS ?? 12);
const walk = fc.array(fc.record({ step: fc.constantFrom(...steps), pick: fc.nat(6) }), {
  minLength: 10,
  maxLength: 16,
  size: "max",
});

let at: RepaymentStage;
let providers: Providers;
let transfers: BankTransfers | null;
beforeAll(async () => {
  at = await startRepaymentStage();
  // Nothing happens but what the walk does, so that each is the same every time.
  await at.app.worker.stop();
  at.app.provider.muted = true;
  const { config, clock } = at.app.platform;
  providers = configuredProviders(config, clock);
  transfers = configuredTransfers(config);
});
afterAll(() => at.app.close());

const details = {
  kind: "PIX",
  holder: "TEST SLOW",
  pixKey: "8d1f7b3a-2c64-4e0b-9a57-0f6c1d2e3b4a",
};

type Lift = () => Promise<unknown>;

async function walkOne(happenings: { step: string; pick: number }[]): Promise<void> {
  const { orderId, refundId } = await at.canceled(["pending_days", "pending_days"]);
  let lift: Lift | null = null;
  let move: ((status: string) => Promise<unknown>) | null = null;
  const send = () => submitRefund(at.app.platform, providers, refundId);
  await send();
  for (const { step, pick } of happenings) {
    const [what = "", word = ""] = step.split(" ");
    const attempts = (await at.attemptsOf(refundId)).filter((one) => one.provider_refund_id);
    const payouts = await at.sql(
      "SELECT id, status FROM refund_payouts WHERE refund_id = $1 AND kind = 'BANK_TRANSFER' ORDER BY id",
      [refundId],
    );
    const payoutId: string | undefined = payouts[pick % payouts.length]?.id;
    const back = attempts.filter(({ status }) => status === "REVERSED");
    if (what === "after") await at.providerSays(back[pick % back.length], "succeeded");
    else if (what === "has") {
      const attempt = attempts[pick % attempts.length];
      await at.providerSays(attempt, "pending", { amountMinor: (attempt?.minor ?? 0) + 1 });
    } else if (what === "says")
      await at.providerSays(attempts[pick % attempts.length], word as "failed");
    else if (word === "LOST" || word === "WON") await move?.(word);
    else if (what === "bank" && payoutId) await at.bankSays(payoutId, word as "failed");
    else if (what === "retry") await at.send(at.agent, "retryRefund", { refundId });
    else if (what === "transfer")
      await at.send(at.buyer, "takeBankTransfer", { refundId, details });
    else if (what === "give") await at.send(at.buyer, "giveBankDetails", { refundId, details });
    else if (what === "close")
      await at.send(at.agent, "closeHeldRefund", { refundId, reason: "x" });
    else if (what === "cancel") await at.send(at.agent, "cancelRefund", { refundId, reason: "x" });
    else if (what === "chargeback") move ??= await at.chargeback(orderId);
    else if (what === "settle") {
      const { incidents } = await at.refundOf(refundId);
      if (incidents.length > 0)
        await at.settle(at.lead, incidents[pick % incidents.length].id, word);
    } else if (what === "credit") {
      const [option] = (await at.refundOf(refundId)).payoutOptions;
      const unpaid = option?.amount.amountMinor ?? 0;
      const creditMinor = unpaid + Math.floor(unpaid / 20);
      await at.send(at.buyer, "takeStoreCredit", { refundId, creditMinor });
    } else if (what === "stop") {
      if (lift) await lift();
      lift = lift ? null : await at.stopped(at.shop);
    } else if (what === "send") {
      await send();
      for (const { id, status } of payouts) {
        if (status === "OPEN") await sendPayout(at.app.platform, transfers, id);
      }
    }
    await agrees(orderId, refundId);
  }
  if (lift) await lift();
}

/** The ledger owes what no part was paid of, less what was paid twice; and nobody waits for nothing. */
async function agrees(orderId: string, refundId: string): Promise<void> {
  const [{ status, unpaid, twice, alive }] = await at.sql(
    `SELECT r.status,
       (SELECT COALESCE(SUM(amount_minor), 0)::int FROM refund_allocations
        WHERE refund_id = r.id AND status NOT IN ('SUCCEEDED', 'CANCELED')) AS unpaid,
       (SELECT COALESCE(SUM(amount_minor), 0)::int FROM refund_incidents
        WHERE refund_id = r.id AND settled_at IS NULL) AS twice,
       EXISTS (SELECT 1 FROM refund_attempts WHERE refund_id = r.id AND status = 'OPEN'
        UNION ALL SELECT 1 FROM refund_payouts WHERE refund_id = r.id AND status = 'OPEN'
        UNION ALL SELECT 1 FROM refund_allocations WHERE refund_id = r.id AND status = 'PENDING'
       ) AS alive
     FROM refunds r WHERE r.id = $1`,
    [refundId],
  );
  expect((await at.books(orderId)).owed).toBe(twice - unpaid);
  if (status === "SUCCEEDED" || status === "CANCELED") expect(unpaid).toBe(0);
  if (status === "FAILED" || status === "REVERSED") expect(unpaid).toBeGreaterThan(0);
  if (["PROCESSING", "REQUIRES_ACTION", "ALTERNATIVE_PAYOUT"].includes(status)) {
    expect({ status, alive }).toEqual({ status, alive: true });
  }
}

test(
  "whatever happens to a refund, late, twice or at odds: the books owe what was not paid",
  async () => {
    await fc.assert(fc.asyncProperty(walk, walkOne), {
      numRuns: walks,
      seed: Number(process.env.WALK_SEED ?? 20_260_101),
      endOnFailure: true,
    });
  },
  Math.max(300_000, walks * 5_000),
);
