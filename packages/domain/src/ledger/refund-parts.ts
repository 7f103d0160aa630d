import { apportion } from "../money/apportion.js";
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
  const listed = [of("ITEMS", "DISCOUNT"), of("SHIPPING"), of("TAX")].map((part) =>
    Math.max(0, part),
  );
  const difference = of("PAID_DIFFERENCE");
  const listedMinor = listed.reduce((sum, part) => sum + part, 0);
  // As at the capture, the parts share in proportion what was paid beyond the list, or below it.
  const [items = 0, shipping = 0, tax = 0] =
    difference === 0 || listedMinor === 0
      ? listed
      : apportion(Math.max(0, listedMinor + difference), listed);
  return {
    ITEMS: Math.max(0, items + of("RESTOCKING_FEE", "RETURN_LABEL") - deductedMinor),
    SHIPPING: Math.max(0, shipping + of("SHIPPING_KEPT")),
    TAX: tax,
  };
}
