import { createHash } from "node:crypto";
import { assert } from "@makegood/domain/assert";
import { zoneOfCountry } from "@makegood/domain/calendar/calendars";
import { type Allocation, methodsOf } from "@makegood/domain/refund/allocate-refund";
import { promiseRefund } from "@makegood/domain/refund/promise";
import type { RefundAsk } from "@makegood/domain/refund/refund-question";
import { splitRefund } from "@makegood/domain/refund/split-refund";
import { formatDate } from "@makegood/domain/text/locale";
import type { DecidedRefund } from "./decide-for-refund.js";

export interface RefundTerms {
  allocations: readonly Allocation[];
  methods: ReturnType<typeof methodsOf>;
  promisedBy: Date;
  /** Names just these terms: anything else would have another name. */
  quote: string;
}

/**
 * What a decided refund comes to now. Its name is made from what is shown, so that nothing has to be
 * kept: whoever names it gets these terms to the minor unit and day, or is told that they are stale.
 */
export function refundTerms(decided: DecidedRefund, ask: RefundAsk, now: Date): RefundTerms {
  const { facts, policy, locked, approveBy } = decided;
  const { amountMinor } = ask;
  const room = { nowMinor: amountMinor, waitsMinor: 0 };
  const strategy = locked.order.allocationStrategy;
  const { now: allocations, goneMinor } = splitRefund(amountMinor, room, facts.payments, strategy);
  assert(goneMinor === 0, "what was decided fits its payments");
  const methods = methodsOf(allocations, facts.payments);
  const promisedBy = promiseRefund(policy.rules, approveBy ?? now, methods);
  // The day of the calendar that made the promise: UTC's changes in the middle of its evening.
  const day = formatDate(promisedBy, "en", zoneOfCountry(policy.rules.country).id);
  const isAsked = approveBy !== null;
  const shown = [
    facts.orderId,
    facts.currency,
    amountMinor,
    ask.goodwill,
    allocations,
    day,
    isAsked,
  ];
  const quote = createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
  return { allocations, methods, promisedBy, quote };
}
