import type { LedgerEntry } from "./account.js";
import type { MoneyTerms } from "./money-terms.js";

/** The posting of goodwill that is owed to a buyer, borne by the shop or the marketplace. */
export function goodwillEntries(
  amountMinor: number,
  borneBy: MoneyTerms["goodwillBorneBy"],
): LedgerEntry[] {
  return [
    {
      account: borneBy === "SHOP" ? "SHOP_BALANCE" : "GOODWILL",
      component: "GOODWILL",
      amountMinor,
    },
    { account: "REFUND_OWED", component: null, amountMinor: 0 - amountMinor },
  ];
}
