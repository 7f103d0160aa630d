import { addBusinessDays } from "../calendar/calendar.js";
import { calendarFor } from "../calendar/calendars.js";
import type { PolicyRules } from "../policy/policy.js";
import type { PaymentMethod } from "./allocate-refund.js";
import { bankTime } from "./bank-times.js";

/**
 * By when the money has left and been taken by the slowest network of those it goes back by. Computed
 * once, at the latest approval.
 */
export function promiseRefund(
  rules: PolicyRules,
  approvedAt: Date,
  methods: readonly PaymentMethod[],
): Date {
  const taken = Math.max(0, ...methods.map((method) => bankTime(rules.country, method).takenDays));
  const days = rules.refund.promiseBusinessDays + taken;
  return addBusinessDays(calendarFor(rules.country), approvedAt, days);
}

/** By when the slowest of the methods should show it. */
export function expectAtBank(
  rules: Pick<PolicyRules, "country">,
  taken: Date,
  methods: readonly PaymentMethod[],
): Date {
  const days = Math.max(0, ...methods.map((method) => bankTime(rules.country, method).shownDays));
  return days === 0 ? taken : addBusinessDays(calendarFor(rules.country), taken, days);
}
