import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { askForDetails } from "./ask-for-details.js";
import { fail, keepTrace, pending, reverse, succeed } from "./attempt-outcome.js";
import type { Known } from "./attempt-rows.js";
import type { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import { arriveLate, comeBack } from "./late-attempt.js";

type Answer = ProviderRefund & { askedAt: Date | null };

interface News {
  /** Whether it undoes what we knew for certain. */
  contradicts: boolean;
  take(unit: UnitOfWork, known: Known, said: Answer): Promise<void>;
}

const news = (take: News["take"], contradicts = false): News => ({ take, contradicts });

/** What a provider's word means for an attempt in this state; null where it is nothing new. */
export function newsOf(
  { status, needsAction }: RefundAttemptEntity,
  said: ProviderRefund["status"],
): News | null {
  const sent = said === "succeeded" || said === "reversed";
  const gone = said === "failed" || said === "canceled" || said === "reversed";
  const returned = (given: ProviderRefund) => given.failureReason ?? "returned_by_bank";
  switch (status) {
    case "OPEN":
      if (said === "pending") {
        return news((unit, known, given) => pending(unit, known, given.pendingReason), needsAction);
      }
      if (said === "requires_action") {
        return needsAction ? null : news(askForDetails, true);
      }
      if (!sent)
        return news((unit, known, given) => fail(unit, known, given.failureReason ?? said));
      return news(async (unit, known, given) => {
        await succeed(unit, known, given);
        if (said === "reversed") await reverse(unit, known, returned(given));
      });
    case "SUCCEEDED":
      if (said === "succeeded") return news(keepTrace);
      return gone
        ? news((unit, known, given) => reverse(unit, known, returned(given)), true)
        : null;
    case "FAILED":
    case "REVERSED":
      return said === "succeeded" ? news(arriveLate, true) : null;
    case "PAID_TWICE":
      return gone ? news(comeBack, true) : null;
  }
}
