import { calendarFor } from "@makegood/domain/calendar/calendars";
import type { Locale } from "@makegood/domain/text/locale";
import type { RequestContext } from "#platform/graphql/context.js";

/** The language of every sentence said to this caller. */
export const localeOf = (context: RequestContext): Locale => context.caller.locale;

/** The zone dates are told in where no shop's policy says another: that of the caller's language. */
export const zoneOf = (context: RequestContext): string =>
  context.caller.locale === "pt-BR" ? calendarFor("BR").zone : "UTC";
