/**
 * Currencies whose minor unit is not a hundredth, by ISO 4217; every other code has two decimals.
 * Source: ISO 4217 list one, as maintained by SIX.
 */
const exceptions: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** Whether this looks like an ISO 4217 code. */
export function isCurrencyCode(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

const known = new Set(Intl.supportedValuesOf("currency"));

/** Whether there is, or was, such a currency; XXX says that there is none. */
export const isCurrency = (code: string): boolean => known.has(code) && code !== "XXX";

/** Decimals of the currency's minor unit: JPY 0, BRL 2, KWD 3. */
export function currencyExponent(code: string): number {
  return exceptions[code] ?? 2;
}
