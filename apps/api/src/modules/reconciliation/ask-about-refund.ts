import { compareRefund } from "@makegood/domain/reconciliation/compare-refund";
import { askAboutAttempt } from "#modules/refund/exports/ask-about-attempt.js";
import { bookAsUnpaid } from "#modules/refund/exports/book-as-unpaid.js";
import { isAnothers } from "#modules/refund/exports/is-anothers.js";
import { lockRefundOfAttempt } from "#modules/refund/exports/lock-refund-of-attempt.js";
import type { Providers } from "#modules/refund/exports/providers.js";
import type { Platform } from "#platform/platform.js";
import type { Asked } from "./asked.js";
import type { DriftItemEntity } from "./exports/drift-item.entity.js";

/** Asks about an attempt of ours to refund. */
export async function askAboutRefund(
  platform: Platform,
  providers: Providers,
  { attemptId }: DriftItemEntity,
): Promise<Asked> {
  if (attemptId === null) return { differs: async () => true };
  const said = await askAboutAttempt(platform, providers, attemptId);
  const moves = said?.status === "succeeded" || said?.status === "pending";
  const theirs = said ? [{ ...said, chargeIds: [said.chargeId, said.intentId] }] : [];
  return {
    differs: async (manager) => {
      const ours = await lockRefundOfAttempt(manager, attemptId);
      return compareRefund(ours, theirs, platform.clock.now()).length > 0;
    },
    bookAsUnpaid: async (unit) => {
      if (!moves || (await isAnothers(unit.manager, attemptId, said))) {
        await bookAsUnpaid(unit, attemptId);
      }
    },
  };
}
