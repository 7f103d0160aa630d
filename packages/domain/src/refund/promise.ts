import { addBusinessDays } from "../calendar/calendar.js";
import { calendarFor } from "../calendar/calendars.js";
import type { PolicyRules } from "../policy/policy.js";
import type { PaymentMethod } from "./allocate-refund.js";

/**
 * Business days a bank takes to show a refund that its network has taken. Cards: what Stripe tells
 * its customers to expect (5 to 10); the others as Brazilian acquirers state them.
 */
export const bankBusinessDays: Readonly<Record<PaymentMethod, number>> = {
  CARD: 10,
  DEBIT_CARD: 5,
  BANK_SLIP: 5,
  VOUCHER: 0,
  WALLET: 1,
  UNKNOWN: 10,
};

/** By when the money has left and been taken by the network. Computed once, at the latest approval. */
export function promiseRefund(rules: PolicyRules, approvedAt: Date): Date {
  return addBusinessDays(calendarFor(rules.country), approvedAt, rules.refund.promiseBusinessDays);
}

/** By when the slowest of the methods should show it. */
export function expectAtBank(
  rules: Pick<PolicyRules, "country">,
  taken: Date,
  methods: readonly PaymentMethod[],
): Date {
  const days = Math.max(0, ...methods.map((method) => bankBusinessDays[method]));
  return days === 0 ? taken : addBusinessDays(calendarFor(rules.country), taken, days);
}
