import type { RefundQuote } from "@makegood/domain/quote/quote-cancellation";
import type { QuoteStaleReason } from "@makegood/domain/refusal/refusal";
import type { QuoteEntity } from "./quote.entity.js";
import { quoteBody } from "./quote-view.js";

/** Why a quote that was shown can't be carried out any more; null when it can. */
export function staleness(
  shown: QuoteEntity | null,
  fresh: RefundQuote,
  now: Date,
): QuoteStaleReason | null {
  if (!shown) return "UNKNOWN";
  if (shown.usedAt) return "USED";
  if (shown.expiresAt <= now) return "EXPIRED";
  return sameMoney(quoteBody(shown), fresh) ? null : "CHANGED";
}

/** Whether both bring back the same amounts for the same units. */
function sameMoney(a: RefundQuote, b: RefundQuote): boolean {
  const essence = ({ totalMinor, notChargedMinor, currency, lines, allocations }: RefundQuote) =>
    JSON.stringify({
      totalMinor,
      notChargedMinor,
      currency,
      lines: lines.map(({ lineId, quantity, amountMinor }) => [lineId, quantity, amountMinor]),
      allocations: allocations.map(({ paymentId, amountMinor }) => [paymentId, amountMinor]),
    });
  return essence(a) === essence(b);
}
