import type { Interval } from "@makegood/domain/calendar/calendar";
import { calendarCountries } from "@makegood/domain/calendar/calendars";
import { type Marketplace, marketplaceIn } from "@makegood/domain/calendar/marketplace";
import { z } from "zod";

const clockTime = /^([01]\d|2[0-4]):([0-5]\d)$/;

/** Minutes of the day; null for what is no time of a clock. */
function minuteOfDay(text: string): number | null {
  const [, hour, minute] = clockTime.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= 24 * 60 ? minutes : null;
}

/** "09:00-18:00", or several by comma where there is a break: "09:00-14:00,16:00-19:00". */
const hours = z.string().transform((text, ctx): Interval[] => {
  const parts = text.split(",").map((part) => part.trim().split("-").map(minuteOfDay));
  const intervals = parts.flatMap(([opens, closes, ...more]) =>
    opens != null && closes != null && opens < closes && more.length === 0
      ? [{ opens, closes }]
      : [],
  );
  const inOrder = intervals.every(({ opens }, at) => opens > (intervals[at - 1]?.closes ?? -1));
  if (intervals.length === parts.length && inOrder) return intervals;
  ctx.addIssue({ code: "custom", message: "is not like 09:00-18:00 or 09:00-14:00,16:00-19:00" });
  return z.NEVER;
});

/** The variables that say where the marketplace is at home, and when its people work. */
export const marketplaceVariables = {
  MARKETPLACE_COUNTRY: z
    .string()
    .refine(
      (country) => calendarCountries.includes(country),
      `is not one of ${calendarCountries.join(", ")}`,
    )
    .optional(),
  MARKETPLACE_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "is not an IANA time zone, as America/Sao_Paulo")
    .optional(),
  MARKETPLACE_HOURS: hours.optional(),
};
const given = z.object(marketplaceVariables);

/** Names alone: an offset would be wrong half of the year. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The demo's marketplace is Brazilian; everybody else says where theirs is. */
export function readMarketplace(
  value: z.infer<typeof given>,
  inSandbox: boolean,
  problems: string[],
): Marketplace {
  if (!inSandbox && value.MARKETPLACE_COUNTRY === undefined) {
    problems.push(
      "MARKETPLACE_COUNTRY: is needed, since support's days and hours are counted by it",
    );
  }
  return marketplaceIn(value.MARKETPLACE_COUNTRY ?? "BR", {
    zone: value.MARKETPLACE_TIME_ZONE,
    hours: value.MARKETPLACE_HOURS,
  });
}
