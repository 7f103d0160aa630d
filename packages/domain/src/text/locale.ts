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

const styles = {
  instant: { dateStyle: "medium", timeStyle: "short" },
  date: { dateStyle: "long" },
  day: { dateStyle: "medium" },
  /** As people write it: "GMT-3", which tells of summer time, too. */
  offset: { timeZoneName: "shortOffset" },
} as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once each: making one costs many times what using it does. */
function formatFor(style: keyof typeof styles, locale: Locale, zone: string): Intl.DateTimeFormat {
  const name = `${style} ${locale} ${zone}`;
  const known = formats.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...styles[style] });
  formats.set(name, format);
  return format;
}

/** A date and time as people write it, in a zone. */
export function formatInstant(at: Date, locale: Locale, zone: Zone): string {
  const text = formatFor("instant", locale, zone.id).format(at);
  return zone.said ? `${text} (${zoneName(at, locale, zone.id)})` : text;
}

function zoneName(at: Date, locale: Locale, zone: string): string {
  const parts = formatFor("offset", locale, zone).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** Whether the whole day of a moment is over, in a zone: a date said without an hour means all of it. */
export function isDayOver(at: Date, now: Date, zone: string): boolean {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  return day.format(at) < day.format(now);
}

/** Whether it is the last instant of a day in a zone, so that the date alone says when it is. */
export const endsWithDay = (at: Date, zone: string): boolean =>
  at.getTime() % 1000 === 999 &&
  formatFor("day", "en", zone).format(at) !==
    formatFor("day", "en", zone).format(new Date(at.getTime() + 1));

/**
 * The end of a time as people write it: the date alone means its whole day, so that the hour is told of
 * whatever ends before its day does where the reader is.
 */
export const formatUntil = (at: Date, locale: Locale, zone: Zone): string =>
  endsWithDay(at, zone.id)
    ? formatFor("day", locale, zone.id).format(at)
    : formatInstant(at, locale, zone);

/** A date as people write it, in a zone. */
export const formatDate = (at: Date, locale: Locale, zone: string): string =>
  formatFor("date", locale, zone).format(at);
