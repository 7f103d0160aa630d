import { formatInstant, type Locale, type Localized, type Zone } from "../text/locale.js";

/** What members of a shop are told of, beside the events of their orders. */
export const termsNewsKind = "terms.published";

const words: Localized<(from: string) => string> = {
  en: (from) => `New terms for your sales hold from ${from}.`,
  "pt-BR": (from) => `Novas condições para as suas vendas valem a partir de ${from}.`,
};

/** From when new terms hold, for the members of a shop that they are for. */
export const termsNews = (from: Date, locale: Locale, zone: Zone): string =>
  words[locale](formatInstant(from, locale, zone));
