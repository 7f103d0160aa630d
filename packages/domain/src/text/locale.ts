/** The languages of every sentence we say. */
export const locales = ["en", "pt-BR"] as const;
export type Locale = (typeof locales)[number];

/** The same words in every language; a missing one fails the type check. */
export type Localized<T> = Readonly<Record<Locale, T>>;

/** A time zone in which times are told. */
export interface Zone {
  /** Its IANA name. */
  readonly id: string;
  /** Whether it is said beside a time: needless for a reader who named it as their own. */
  readonly said: boolean;
}

export const utc: Zone = { id: "UTC", said: true };

/** A date and time as people write it, in a zone. */
export function formatInstant(at: Date, locale: Locale, zone: Zone): string {
  const text = new Intl.DateTimeFormat(locale, {
    timeZone: zone.id,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(at);
  return zone.said ? `${text} (${zoneName(at, locale, zone.id)})` : text;
}

/** As people write it: "GMT-3", which tells of summer time, too. */
function zoneName(at: Date, locale: Locale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "shortOffset" });
  return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** A date as people write it, in a zone. */
export function formatDate(at: Date, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long" }).format(at);
}
