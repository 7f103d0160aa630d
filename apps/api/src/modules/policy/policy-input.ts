import type { PolicyRules } from "@makegood/domain/policy/policy";
import { cleanText } from "@makegood/domain/text/clean-text";
import type { PolicyRulesInput } from "#generated/resolvers.generated.js";

const clean = (text: string, maxLength = 300) => {
  const cleaned = cleanText(text, { maxLength });
  return cleaned.ok ? cleaned.text : text.trim().slice(0, maxLength);
};
const localized = ({ en, ptBR }: { en: string; ptBR: string }, maxLength?: number) => ({
  en: clean(en, maxLength),
  "pt-BR": clean(ptBR, maxLength),
});

/** Rules as the domain has them, out of what was sent. */
export function rulesOf({ country, cancellation, refund, returns }: PolicyRulesInput): PolicyRules {
  const { address } = returns;
  return {
    country,
    cancellation: {
      ...cancellation,
      windowHours: cancellation.windowHours ?? null,
      reasons: cancellation.reasons.map(({ code, label, noteRequired }) => ({
        code: clean(code, 60),
        label: localized(label),
        noteRequired,
      })),
    },
    refund: { promiseBusinessDays: refund.promiseBusinessDays },
    returns: {
      ...returns,
      categories: returns.categories.map(({ category, windowDays, exemption }) => ({
        category: clean(category, 100),
        windowDays: windowDays ?? null,
        exemption: exemption ?? null,
      })),
      returnlessBelowMinor: returns.returnlessBelowMinor ?? null,
      address: address
        ? {
            name: clean(address.name),
            street: clean(address.street),
            postalCode: clean(address.postalCode, 20),
            city: clean(address.city, 100),
            country: clean(address.country, 2),
          }
        : null,
      packingTips: localized(returns.packingTips, 2_000),
    },
  };
}
