import type { Localized } from "../text/locale.js";
import type { Exemption } from "./policy.js";

/** What the law of a place grants every consumer who bought from a distance. */
export interface Statute {
  readonly id: "EU" | "GB" | "BR";
  readonly countries: readonly string[];
  /** Days after delivery in which the buyer withdraws without giving a reason. */
  readonly withdrawalDays: number;
  /** Whether the seller then pays for sending it back, whatever the policy says. */
  readonly sellerPaysReturn: boolean;
  /** Days after delivery in which a fault is the seller's to put right. */
  readonly faultDays: number;
  /** Whether a fault gives the buyer the same anew if they want it, and by which article. */
  readonly replacesFaulty: string;
  /** The grounds on which goods are exempt from the withdrawal, each by its article; a shop can't add one. */
  readonly exempts: Partial<Readonly<Record<Exemption, string>>>;
  /** Days from the declaration in which the money has to be back. */
  readonly repayDays: number;
  /** Which periods in days end on the next working day where their last one is none. */
  readonly movesOn: "NOTHING" | "ITS_OWN_PERIODS" | "EVERY_PERIOD";
  readonly name: Localized<string>;
}

const euCountries = [
  ..."AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
];

export const statutes: readonly Statute[] = [
  {
    // Directive 2011/83/EU: Article 9(1) 14 days; 13(1) repay within 14 days; 14(1) the consumer may
    // bear the direct cost of returning. Directive (EU) 2019/771, Article 10(1): two years.
    id: "EU",
    countries: euCountries,
    withdrawalDays: 14,
    sellerPaysReturn: false,
    faultDays: 730,
    replacesFaulty: "Directive (EU) 2019/771, Article 13(2)",
    exempts: {
      CUSTOM_MADE: "Directive 2011/83/EU, Article 16(c)",
      PERISHABLE: "Directive 2011/83/EU, Article 16(d)",
      SEALED_HYGIENE: "Directive 2011/83/EU, Article 16(e)",
      SEALED_MEDIA: "Directive 2011/83/EU, Article 16(i)",
      DIGITAL: "Directive 2011/83/EU, Article 16(m)",
    },
    repayDays: 14,
    // Regulation (EEC, Euratom) No 1182/71, which by its recital 41 Directive 2011/83/EU follows: the
    // day of the event isn't counted (Article 3(1)), the last one counts to its last hour (3(2)(b)), and
    // one that is a public holiday, Sunday or Saturday is replaced by the next working day (3(4)). It
    // binds acts of the Union, so it says nothing of the days a shop gives on top.
    movesOn: "ITS_OWN_PERIODS",
    name: { en: "EU right of withdrawal", "pt-BR": "direito de retratação da UE" },
  },
  {
    // Consumer Contracts Regulations 2013, regulations 29, 30 and 34; Consumer Rights Act 2015, s. 22.
    id: "GB",
    countries: ["GB"],
    withdrawalDays: 14,
    sellerPaysReturn: false,
    faultDays: 30,
    replacesFaulty: "Consumer Rights Act 2015, section 23",
    exempts: {
      CUSTOM_MADE: "Consumer Contracts Regulations 2013, regulation 28(1)(b)",
      PERISHABLE: "Consumer Contracts Regulations 2013, regulation 28(1)(c)",
      SEALED_HYGIENE: "Consumer Contracts Regulations 2013, regulation 28(3)(a)",
      SEALED_MEDIA: "Consumer Contracts Regulations 2013, regulation 28(3)(b)",
      DIGITAL: "Consumer Contracts Regulations 2013, regulation 37",
    },
    repayDays: 14,
    // "At the end of 14 days after the day" (regulation 30(3)); "the end of 30 days beginning with the
    // first day after" (Consumer Rights Act 2015, s. 22(3)): whole days, whatever day the last one is.
    movesOn: "NOTHING",
    name: { en: "UK right to cancel", "pt-BR": "direito de cancelar do Reino Unido" },
  },
  {
    // Código de Defesa do Consumidor: Art. 49 (7 days, everything paid comes back; the seller bears
    // the return, STJ REsp 1.340.604/RJ) and Art. 26, II (90 days for durable goods).
    id: "BR",
    countries: ["BR"],
    withdrawalDays: 7,
    sellerPaysReturn: true,
    faultDays: 90,
    replacesFaulty: "Código de Defesa do Consumidor, Art. 18, § 1º, I",
    // The article itself names none; these are what courts and the market have settled on, since the
    // goods can't be had back as they were. Nothing else is exempt.
    exempts: {
      CUSTOM_MADE: "Art. 49 CDC, as applied to goods made for one buyer",
      PERISHABLE: "Art. 49 CDC, as applied to goods that spoil",
      SEALED_HYGIENE: "Art. 49 CDC, as applied to opened hygiene goods",
    },
    repayDays: 14,
    // Código Civil, Art. 132: the first day is left out and the last one included; § 1º: one that is no
    // working day is moved to the next that is, in contracts as well unless they say otherwise; § 4º:
    // hours count from minute to minute. Saturdays and Sundays are read as holidays (as by Código de
    // Processo Civil, Art. 216), in the consumer's favour. Decreto 7.962/2013, Art. 5 leaves the days
    // of CDC Art. 49 as they are.
    movesOn: "EVERY_PERIOD",
    name: {
      en: "Brazilian right to regret a purchase",
      "pt-BR": "direito de arrependimento",
    },
  },
];

/** The law that protects buyers of a shop in this country; null where we know none. */
export function statuteOf(country: string): Statute | null {
  return statutes.find(({ countries }) => countries.includes(country)) ?? null;
}

/**
 * The law that protects the buyer of an order: that of where it went, where that is known (Regulation
 * (EC) 593/2008, Article 6(1): the consumer's own), else that of the shop's country.
 */
export function lawOf(
  rules: { readonly country: string },
  order: { readonly shipToCountry?: string | null },
): Statute | null {
  return statuteOf(order.shipToCountry ?? rules.country);
}
