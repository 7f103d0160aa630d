import type { QuoteComponent } from "../quote/quote-cancellation.js";
import type { RefundParts } from "./refund-entries.js";

/**
 * What a quoted amount is made of, for the ledger: what the policy keeps is left out of what it is
 * kept from, and what an inspection took off later comes off the items. Minor units.
 */
export function partsOfQuote(
  components: readonly QuoteComponent[],
  deductedMinor = 0,
): RefundParts {
  const of = (...kinds: QuoteComponent["kind"][]) =>
    components.reduce(
      (sum, { kind, amountMinor }) => sum + (kinds.includes(kind) ? amountMinor : 0),
      0,
    );
  const items = of("ITEMS", "DISCOUNT", "RESTOCKING_FEE", "RETURN_LABEL") - deductedMinor;
  return {
    ITEMS: Math.max(0, items),
    SHIPPING: Math.max(0, of("SHIPPING", "SHIPPING_KEPT")),
    TAX: Math.max(0, of("TAX")),
  };
}
