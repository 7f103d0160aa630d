import type { BearingPart } from "@makegood/domain/ledger/bearing";

/** With the currency it is in. */
export type CurrencyPart = BearingPart & { currency: string };

export const inCurrency = (parts: readonly BearingPart[], currency: string): CurrencyPart[] =>
  parts.map((part) => ({ ...part, currency }));
