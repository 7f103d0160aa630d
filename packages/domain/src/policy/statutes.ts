import type { Localized } from "../text/locale.js";

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
  /** Days from the declaration in which the money has to be back. */
  readonly repayDays: number;
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
    repayDays: 14,
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
    repayDays: 14,
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
    repayDays: 14,
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
