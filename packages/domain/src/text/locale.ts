/** The languages of every sentence we say. */
export const locales = ["en", "pt-BR"] as const;
export type Locale = (typeof locales)[number];

/** The same words in every language; a missing one fails the type check. */
export type Localized<T> = Readonly<Record<Locale, T>>;

/** A date and time as people write it, in a zone. */
export function formatInstant(at: Date, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(at);
}

/** A date as people write it, in a zone. */
export function formatDate(at: Date, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long" }).format(at);
}
