import { assert } from "../assert.js";
import { apportion } from "../money/apportion.js";
import type { LedgerAccount, LedgerComponent, LedgerEntry } from "./account.js";
import type { MoneyTerms } from "./money-terms.js";
import { move, netted } from "./move.js";

/** An order's amounts as they were bought, in minor units of one currency. */
export interface CapturedOrder {
  readonly capturedMinor: number;
  readonly currency: string;
  readonly itemsMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly shippingMinor: number;
}

/**
 * Splits what was captured for an order into what the shop, the marketplace, the state and the
 * provider get of it, in one posting. Where the capture is not the sum of its parts (imported
 * orders have such), the parts share it in proportion.
 */
export function captureEntries(order: CapturedOrder, terms: MoneyTerms): LedgerEntry[] {
  const { capturedMinor } = order;
  assert(capturedMinor > 0, "a capture is of something");
  const { items, shipping, tax } = partsOf(order);
  const { commission, providerFee } = terms;
  const base = commission.of === "ITEMS" ? items : items + shipping;
  const fee = Math.min(
    capturedMinor,
    shareOf(capturedMinor, providerFee.basisPoints) + (providerFee.fixedMinor[order.currency] ?? 0),
  );
  const bearer: LedgerAccount = providerFee.borneBy === "SHOP" ? "SHOP_BALANCE" : "COMMISSION";
  return netted([
    ...held(items, "SHOP_BALANCE", "ITEMS"),
    ...held(shipping, terms.shippingGoesTo === "SHOP" ? "SHOP_BALANCE" : "SHIPPING", "SHIPPING"),
    ...held(tax, terms.taxRemittedBy === "SHOP" ? "SHOP_BALANCE" : "TAX", "TAX"),
    ...move(shareOf(base, commission.basisPoints), "SHOP_BALANCE", "COMMISSION", "COMMISSION"),
    ...move(fee, bearer, "PROVIDER_FEE", "PROVIDER_FEE"),
  ]);
}

function held(amountMinor: number, credit: LedgerAccount, component: LedgerComponent) {
  return move(amountMinor, "PROVIDER_CLEARING", credit, component).map((entry) =>
    entry.account === "PROVIDER_CLEARING" ? { ...entry, component: null } : entry,
  );
}

function partsOf(order: CapturedOrder): { items: number; shipping: number; tax: number } {
  const { capturedMinor, itemsMinor, discountMinor, taxMinor, shippingMinor } = order;
  const wanted = [Math.max(0, itemsMinor - discountMinor), shippingMinor, taxMinor];
  const fits = itemsMinor - discountMinor + taxMinor + shippingMinor === capturedMinor;
  const nothing = wanted.every((part) => part === 0);
  const [items = 0, shipping = 0, tax = 0] =
    fits && itemsMinor >= discountMinor
      ? wanted
      : apportion(capturedMinor, nothing ? [1, 0, 0] : wanted);
  return { items, shipping, tax };
}

/** A share in hundredths of a percent, rounded down in favour of whoever pays it. */
function shareOf(amountMinor: number, basisPoints: number): number {
  return Number((BigInt(amountMinor) * BigInt(basisPoints)) / 10_000n);
}
