import { zoneOfCountry } from "@makegood/domain/calendar/calendars";
import type { Locale, Zone } from "@makegood/domain/text/locale";
import type { RequestContext } from "#platform/graphql/context.js";

/** The language of every sentence said to this caller. */
export const localeOf = (context: RequestContext): Locale => context.caller.locale;

/**
 * The zone in which times are told to this caller: the one their app named, in which it shows all other
 * times as well; else that of the country whose days and hours are counted, or the marketplace's, and then it is said.
 */
export const zoneOf = (context: RequestContext, country?: string): Zone =>
  context.timeZone === null
    ? country === undefined
      ? context.platform.config.marketplace.zone
      : zoneOfCountry(country)
    : { id: context.timeZone, said: false };
