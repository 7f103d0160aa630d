import type { PaymentMethod } from "./allocate-refund.js";

/** Business days of the country's bank calendar. */
export interface BankTime {
  /** What a network needs to take a refund, beyond the time the policy gives itself to send it. */
  readonly takenDays: number;
  /** From there to the statement. */
  readonly shownDays: number;
}

/**
 * Cards: what Stripe tells its customers to expect (5 to 10 days); the others as acquirers state them.
 * A bank slip can't be paid backwards: an account is asked for first, and the money is transferred.
 */
const general: Readonly<Record<PaymentMethod, BankTime>> = {
  CARD: { takenDays: 0, shownDays: 10 },
  DEBIT_CARD: { takenDays: 0, shownDays: 5 },
  BANK_SLIP: { takenDays: 2, shownDays: 5 },
  VOUCHER: { takenDays: 0, shownDays: 0 },
  WALLET: { takenDays: 0, shownDays: 1 },
  UNKNOWN: { takenDays: 0, shownDays: 10 },
};

/** Where it is otherwise, by country (ISO 3166 alpha-2). */
const inCountry: Readonly<Record<string, Partial<Record<PaymentMethod, BankTime>>>> = {
  // Transfers between accounts there are instant (Pix), or of the next day at the latest.
  BR: { BANK_SLIP: { takenDays: 2, shownDays: 1 } },
};

/** How long banks of a country take for a method. */
export const bankTime = (country: string, method: PaymentMethod): BankTime =>
  inCountry[country]?.[method] ?? general[method];
