import { isDoubt } from "@makegood/domain/refund/doubt";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { askProvider } from "./ask-provider.js";
import { checkDeadline } from "./check-deadline.js";
import type { Providers } from "./exports/providers.js";
import { RefundEntity } from "./exports/refund.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { submitRefund } from "./submit-refund.js";

const longestWaitMs = 3_600_000;
/** While it is the buyer's turn, nothing changes by the hour. */
const longestWaitForBuyerMs = 24 * longestWaitMs;

/**
 * Asks the provider about what is still open, since webhooks get lost; and sends again what it has
 * never heard of. Asked again after half the time it has been under way, at most an hour; at most a
 * day while the buyer has to act.
 */
export async function checkRefund(
  platform: Platform,
  providers: Providers,
  refundId: string,
): Promise<void> {
  const { manager } = platform.database;
  const open = await manager.findBy(RefundAttemptEntity, { refundId, status: "OPEN" });
  const refund = await manager.findOneBy(RefundEntity, { id: refundId });
  if (!refund || open.length === 0) return;
  const now = platform.clock.now();
  const underWayMs = now.getTime() - (refund.submittedAt ?? now).getTime();
  const wait = Math.max(platform.config.refundCheckSeconds * 1000, underWayMs / 2);
  const longest = open.some(({ needsAction }) => needsAction)
    ? longestWaitForBuyerMs
    : longestWaitMs;
  await setDeadline(
    manager,
    checkDeadline,
    refundId,
    new Date(now.getTime() + Math.min(wait, longest)),
  );
  let unheard = false;
  for (const attempt of open) {
    const isThere = (await askProvider(platform, providers, attempt)) !== null;
    if (!isThere && !isDoubt(attempt.pendingReason)) unheard = true;
  }
  if (unheard) await submitRefund(platform, providers, refundId);
}
