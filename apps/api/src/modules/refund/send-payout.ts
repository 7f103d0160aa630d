import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { payoutCheck } from "./check-deadline.js";
import { BankDetailsEntity } from "./exports/bank-details.entity.js";
import type { BankTransfers } from "./exports/bank-transfers.js";
import { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import { OutcomeUnknown } from "./exports/refund-provider.js";
import { giveHeldCredit } from "./give-held-credit.js";
import { payoutHold } from "./payout-is-held.js";
import { recordPayout } from "./record-payout.js";
import { openDetails } from "./send-bank-details.js";

const longestWaitMs = 3_600_000;

/** Makes an open payout: sends it to the bank, with no transaction open and its own id as key, however often. */
export async function sendPayout(
  platform: Platform,
  transfers: BankTransfers | null,
  payoutId: string,
): Promise<void> {
  const { manager } = platform.database;
  const payout = await manager.findOneBy(RefundPayoutEntity, { id: payoutId, status: "OPEN" });
  if (payout?.kind === "STORE_CREDIT") return giveHeldCredit(platform, payout);
  if (!payout?.bankDetailsId) return;
  if (!transfers) throw new OutcomeUnknown("nobody makes bank transfers here any more");
  const hold = await payoutHold(platform, payout);
  if (hold === "chargeback_lost") return giveUp(platform, transfers, payoutId);
  if (hold) return;
  const details = await manager.findOneByOrFail(BankDetailsEntity, { id: payout.bankDetailsId });
  const { id, amountMinor, currency } = payout;
  const answer = await transfers.createPayout({
    destination: openDetails(platform, details),
    amountMinor,
    currency,
    reference: id,
    key: id,
  });
  if (answer.kind === "MADE") return recordPayout(platform, answer.payout);
  await recordPayout(platform, { reference: id, status: "failed", failureReason: answer.reason });
}

/** The buyer has the money from their own bank: what this one surely never heard of is not sent. */
async function giveUp(
  platform: Platform,
  transfers: BankTransfers,
  reference: string,
): Promise<void> {
  const found = await transfers.findPayout(reference);
  const failed = { reference, status: "failed", failureReason: "chargeback_lost" } as const;
  await recordPayout(platform, found ?? failed, { asked: true });
}

/** Asks the bank about a payout without outcome; what it never heard of is sent again. */
export async function checkPayout(
  platform: Platform,
  transfers: BankTransfers | null,
  payoutId: string,
): Promise<void> {
  const { manager } = platform.database;
  const payout = await manager.findOneBy(RefundPayoutEntity, { id: payoutId, status: "OPEN" });
  if (!payout || !transfers) return;
  const now = platform.clock.now();
  const underWayMs = now.getTime() - payout.consentAt.getTime();
  const wait = Math.max(platform.config.refundCheckSeconds * 1000, underWayMs / 2);
  const next = new Date(now.getTime() + Math.min(wait, longestWaitMs));
  await setDeadline(manager, payoutCheck, payoutId, next);
  const found = await transfers.findPayout(payoutId);
  if (found) await recordPayout(platform, found, { asked: true });
  else await sendPayout(platform, transfers, payoutId);
}
