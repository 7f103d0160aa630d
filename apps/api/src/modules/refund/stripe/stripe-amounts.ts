import { currencyExponent } from "@makegood/domain/money/currency";

/**
 * Where Stripe counts a currency's decimals otherwise than ISO 4217 does.
 * Source: docs.stripe.com/currencies, "Zero-decimal currencies" and "Special cases".
 */
const decimalsAtStripe: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** Amounts in currencies of three decimals must end in 0. Source: the same, "Three-decimal currencies". */
const endsInZero = (currency: string) => currencyExponent(currency) === 3;

const shift = (currency: string) =>
  (decimalsAtStripe[currency] ?? currencyExponent(currency)) - currencyExponent(currency);

/** Our minor units as Stripe writes them; null for an amount that it can't move. */
export function toStripeAmount(amountMinor: number, currency: string): number | null {
  const amount = amountMinor * 10 ** shift(currency);
  return Number.isInteger(amount) && !(endsInZero(currency) && amount % 10 !== 0) ? amount : null;
}

/** What Stripe writes in our minor units. Fractions, which ISK had until 2023, are cut off. */
export function fromStripeAmount(amount: number, currency: string): number {
  return Math.trunc(amount / 10 ** shift(currency));
}
