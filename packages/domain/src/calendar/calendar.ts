/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A part of a day in which business is done, in minutes of the local day. */
export interface Interval {
  readonly opens: number;
  readonly closes: number;
}

/** When business is done in one place. Holidays are local dates, YYYY-MM-DD. */
export interface Calendar {
  readonly id: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly businessDays: readonly Weekday[];
  /** The day's hours of business, in order; several where there is a break. */
  readonly hours: readonly Interval[];
  readonly holidays: ReadonlySet<string>;
}

interface LocalTime {
  year: number;
  month: number;
  day: number;
  minuteOfDay: number;
  second: number;
}

const hourMs = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, format);
  return format;
}

function localTime(zone: string, at: Date): LocalTime {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: string) => parts[name] ?? 0;
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    minuteOfDay: part("hour") * 60 + part("minute"),
    second: part("second"),
  };
}

/** The instant of a local time. Where the clock skips it, the first instant after the gap. */
function instantOf(zone: string, local: LocalTime): Date {
  const wanted = Date.UTC(
    local.year,
    local.month - 1,
    local.day,
    0,
    local.minuteOfDay,
    local.second,
  );
  let guess = wanted;
  for (let round = 0; round < 3; round++) {
    const seen = localTime(zone, new Date(guess));
    const seenAs = Date.UTC(seen.year, seen.month - 1, seen.day, 0, seen.minuteOfDay, seen.second);
    if (seenAs === wanted) break;
    guess += wanted - seenAs;
  }
  return new Date(guess);
}

function isBusinessDate(calendar: Calendar, { year, month, day }: LocalTime): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  const weekday = (date.getUTCDay() || 7) as Weekday;
  return (
    calendar.businessDays.includes(weekday) &&
    !calendar.holidays.has(date.toISOString().slice(0, 10))
  );
}

function nextDate(local: LocalTime): LocalTime {
  const date = new Date(Date.UTC(local.year, local.month - 1, local.day + 1));
  return {
    ...local,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** Whether the local date of this instant is a business day. */
export function isBusinessDay(calendar: Calendar, at: Date): boolean {
  return isBusinessDate(calendar, localTime(calendar.zone, at));
}

/** The last instant of a local date. */
function endOf(zone: string, local: LocalTime): Date {
  const midnight = instantOf(zone, { ...nextDate(local), minuteOfDay: 0, second: 0 });
  return new Date(midnight.getTime() - 1);
}

/**
 * The end of a period in days: the last instant of the local day that is so many days after the one
 * on which it began, so that the first day isn't counted and the last one is whole. Given a calendar,
 * it moves on from a day on which no business is done there to the end of the next on which it is.
 */
export function endOfDayAfter(zone: string, from: Date, days: number, movesOn?: Calendar): Date {
  let local = localTime(zone, from);
  for (let left = days; left > 0; left--) local = nextDate(local);
  while (movesOn && !isBusinessDate(movesOn, local)) local = nextDate(local);
  return endOf(zone, local);
}

/** The end of the local day, this many business days later. */
export function addBusinessDays(calendar: Calendar, from: Date, days: number): Date {
  let local = localTime(calendar.zone, from);
  let left = days;
  while (left > 0 || !isBusinessDate(calendar, local)) {
    local = nextDate(local);
    if (isBusinessDate(calendar, local)) left -= 1;
  }
  return endOf(calendar.zone, local);
}

/** So many hours later, counting only hours in which business is done. */
export function addBusinessHours(calendar: Calendar, from: Date, hours: number): Date {
  const { zone } = calendar;
  let leftMs = hours * hourMs;
  let local = localTime(zone, from);
  let at = from;
  while (true) {
    for (const { opens, closes } of isBusinessDate(calendar, local) ? calendar.hours : []) {
      if (local.minuteOfDay >= closes) continue;
      if (local.minuteOfDay < opens) {
        local = { ...local, minuteOfDay: opens, second: 0 };
        at = instantOf(zone, local);
      }
      const end = instantOf(zone, { ...local, minuteOfDay: closes, second: 0 });
      const openMs = end.getTime() - at.getTime();
      if (leftMs <= openMs) return new Date(at.getTime() + leftMs);
      leftMs -= openMs;
      local = { ...local, minuteOfDay: closes, second: 0 };
      at = end;
    }
    local = { ...nextDate(local), minuteOfDay: 0, second: 0 };
    at = instantOf(zone, local);
  }
}

export function addHours(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * hourMs);
}
