import { statutes } from "../policy/statutes.js";
import { formatUntil, type Locale, type Localized, type Zone } from "../text/locale.js";
import type { BuyerRight, BuyerRightKind } from "./buyer-right.js";

const words: Localized<Record<BuyerRightKind, (law: string | null, until: string) => string>> = {
  en: {
    WITHDRAW: (law, until) => `By law (${law}) you can withdraw without a reason${until}.`,
    RETURN: (_, until) => `The shop takes returns${until}.`,
    RETURN_FAULTY: (law, until) =>
      law
        ? `By law you can return what is faulty, damaged or wrong${until}.`
        : `The shop takes back what is faulty, damaged or wrong${until}.`,
  },
  "pt-BR": {
    WITHDRAW: (law, until) => `Por lei (${law}), você pode desistir sem dar um motivo${until}.`,
    RETURN: (_, until) => `A loja aceita devoluções${until}.`,
    RETURN_FAULTY: (law, until) =>
      law
        ? `Por lei, você pode devolver o que tem defeito, está danificado ou errado${until}.`
        : `A loja aceita de volta o que tem defeito, está danificado ou errado${until}.`,
  },
};

/** A right in one sentence: who gives it, and until when. */
export function rightSentence(right: BuyerRight, locale: Locale, zone: Zone): string {
  const law = statutes.find(({ id }) => id === right.law)?.name[locale] ?? null;
  const day = right.until && formatUntil(right.until, locale, zone);
  const until = day ? (locale === "en" ? ` until ${day}` : ` até ${day}`) : "";
  return words[locale][right.kind](law, until);
}
