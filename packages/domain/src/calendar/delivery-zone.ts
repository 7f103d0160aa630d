import { zonesOfCountries } from "./zones-of-countries.js";
import { zonesOfRegions } from "./zones-of-regions.js";

/** Where an order goes, as far as it is known. */
export interface Destination {
  /** ISO 3166 alpha-2. */
  readonly shipToCountry?: string | null;
  /** ISO 3166-2, with or without its country: "BR-AM" or "AM". */
  readonly shipToRegion?: string | null;
}

/** The part of an ISO 3166-2 code after the country. */
const plainRegion = (country: string, region: string): string => {
  const code = region.trim().toUpperCase();
  return code.startsWith(`${country}-`) ? code.slice(country.length + 1) : code;
};

/**
 * The time zone in whose days an order's windows are counted: where it was delivered, by region where
 * its country has several zones; else the one given, the marketplace's own.
 */
export function deliveryZone(to: Destination, marketplaceZone: string): string {
  const country = to.shipToCountry?.trim().toUpperCase();
  const zone = country && zonesOfCountries[country];
  if (!zone) return marketplaceZone;
  const region = plainRegion(country, to.shipToRegion ?? "");
  return zonesOfRegions[country]?.get(region) ?? zone;
}
