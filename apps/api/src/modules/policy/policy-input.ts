import { noFairUse } from "@makegood/domain/fair-use/fair-use-terms";
import { currencyOfCountry } from "@makegood/domain/place/currency-of-country";
import type { PolicyRules } from "@makegood/domain/policy/policy";
import { returnReasons } from "@makegood/domain/return/return-reasons";
import { cleanText } from "@makegood/domain/text/clean-text";
import type { PolicyRulesInput } from "#generated/resolvers.generated.js";

/** As text is kept; how long it may be is the policy's own rule, and said where it is broken. */
const clean = (text: string) => {
  const cleaned = cleanText(text, { maxLength: text.length + 1 });
  return cleaned.ok ? cleaned.text : "";
};
const localized = ({ en, ptBR }: { en: string; ptBR: string }) => ({
  en: clean(en),
  "pt-BR": clean(ptBR),
});

/** Rules as the domain has them, out of what was sent. */
export function rulesOf({
  country,
  currency,
  cancellation,
  refund,
  returns,
  fairUse,
}: PolicyRulesInput): PolicyRules {
  const { address } = returns;
  const amounts = [returns.returnlessBelowMinor, fairUse?.returnlessBudgetMinor];
  // An amount without a currency is refused by the policy's own rules.
  const unsaid = amounts.some((minor) => minor != null) ? "" : currencyOfCountry(country);
  return {
    country,
    currency: currency ?? unsaid,
    cancellation: {
      ...cancellation,
      windowHours: cancellation.windowHours ?? null,
      reasons: cancellation.reasons.map(({ code, label, noteRequired }) => ({
        code: clean(code),
        label: localized(label),
        noteRequired,
      })),
    },
    refund: { promiseBusinessDays: refund.promiseBusinessDays },
    returns: {
      ...returns,
      offersExchange: returns.offersExchange ?? false,
      offersReplacement: returns.offersReplacement ?? false,
      categories: returns.categories.map(({ category, windowDays, exemption }) => ({
        category: clean(category),
        windowDays: windowDays ?? null,
        exemption: exemption ?? null,
      })),
      reasons:
        returns.reasons?.map(({ code, label, noteRequired, fault, photosNeeded }) => ({
          code: clean(code),
          label: localized(label),
          noteRequired,
          fault,
          photosNeeded,
        })) ?? returnReasons,
      returnlessBelowMinor: returns.returnlessBelowMinor ?? null,
      address: address
        ? {
            name: clean(address.name),
            street: clean(address.street),
            postalCode: clean(address.postalCode),
            city: clean(address.city),
            country: clean(address.country),
          }
        : null,
      packingTips: localized(returns.packingTips),
    },
    fairUse: fairUse
      ? {
          withinDays: fairUse.withinDays,
          requestsPerOrder: fairUse.requestsPerOrder ?? null,
          requestsPerProduct: fairUse.requestsPerProduct ?? null,
          requestsPerBuyer: fairUse.requestsPerBuyer ?? null,
          changesPerOrder: fairUse.changesPerOrder ?? null,
          returnlessBudgetMinor: fairUse.returnlessBudgetMinor ?? null,
        }
      : noFairUse,
  };
}
