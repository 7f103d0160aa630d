import { type FairUseRules, noFairUse } from "../fair-use/fair-use-terms.js";
import { currencyOfCountry } from "../place/currency-of-country.js";
import { returnReasons } from "../return/return-reasons.js";
import type { PolicyRules, ReturnRules } from "./policy.js";

/** What a version that is older than a rule meant: the clauses it does not have yet. */
export const returnDefaults: ReturnRules = {
  windowDays: 14,
  faultWindowDays: 90,
  categories: [],
  reasons: returnReasons,
  shippingPaidBy: "SELLER",
  restockingFeePercent: 0,
  refundShipping: true,
  autoApprove: false,
  sellerAnswerBusinessHours: 18,
  shipByDays: 10,
  inspectionBusinessDays: 3,
  returnlessBelowMinor: null,
  refundAtFirstScan: false,
  offersExchange: false,
  offersReplacement: false,
  appealDays: 7,
  lostAfterDays: 14,
  address: null,
  packingTips: { en: "", "pt-BR": "" },
};

/** Rules as they were published, with what later versions of the format added. */
export function completeRules(
  published: Omit<PolicyRules, "returns" | "fairUse" | "currency"> & {
    readonly currency?: string;
    readonly returns: Partial<ReturnRules>;
    readonly fairUse?: FairUseRules;
  },
): PolicyRules {
  return {
    ...published,
    currency: published.currency ?? currencyOfCountry(published.country),
    returns: { ...returnDefaults, ...published.returns },
    fairUse: published.fairUse ?? noFairUse,
  };
}
