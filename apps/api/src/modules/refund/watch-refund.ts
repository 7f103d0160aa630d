import { lookAgainAt } from "@makegood/domain/repayment/payout-terms";
import { In } from "typeorm";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { askProvider } from "./ask-provider.js";
import { watchDeadline } from "./check-deadline.js";
import type { BankTransfers } from "./exports/bank-transfers.js";
import type { Providers } from "./exports/providers.js";
import { RefundEntity } from "./exports/refund.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import { recordPayout } from "./record-payout.js";

/** Asks about one attempt, since one of its provider's webhooks contradicted what we know. */
export async function confirmAttempt(
  platform: Platform,
  providers: Providers,
  attemptId: string,
): Promise<void> {
  const attempt = await platform.database.manager.findOneBy(RefundAttemptEntity, { id: attemptId });
  if (attempt) await askProvider(platform, providers, attempt);
}

/** The same about one payout. */
export async function confirmPayout(
  platform: Platform,
  transfers: BankTransfers | null,
  payoutId: string,
): Promise<void> {
  const found = transfers && (await transfers.findPayout(payoutId));
  if (found) await recordPayout(platform, found, { asked: true });
}

/**
 * Asks whether what succeeded is still so, since a bank may send it back for some thirty days and a
 * webhook may get lost; less and less often.
 */
export async function watchRefund(
  platform: Platform,
  providers: Providers,
  transfers: BankTransfers | null,
  refundId: string,
): Promise<void> {
  const { manager } = platform.database;
  const refund = await manager.findOneBy(RefundEntity, { id: refundId });
  if (refund?.status !== "SUCCEEDED" || refund.succeededAt === null) return;
  const now = platform.clock.now();
  const next = lookAgainAt(refund.succeededAt, now);
  if (next) await setDeadline(manager, watchDeadline, refundId, next);
  // Also what failed or came back: it may have arrived after all, beside what paid the refund.
  const over = In(["SUCCEEDED", "FAILED", "REVERSED"]);
  const sent = await manager.findBy(RefundAttemptEntity, { refundId, status: over });
  for (const { id } of sent) await confirmAttempt(platform, providers, id);
  const kind = "BANK_TRANSFER";
  const status = In(["SUCCEEDED", "FAILED"]);
  for (const { id } of await manager.findBy(RefundPayoutEntity, { refundId, kind, status })) {
    await confirmPayout(platform, transfers, id);
  }
}
