import { addBusinessDays } from "../calendar/calendar.js";
import { calendarFor } from "../calendar/calendars.js";
import type { PolicyRules } from "../policy/policy.js";

const dayMs = 86_400_000;

/** How long a buyer has to give bank details that a provider asks for. Days; Stripe waits 45. */
const actionDays = 30;
/** How long a bank may send back what it took: failed refunds can surface up to 30 days later. */
const reversalDays = 30;
/** Business days until a transfer to a bank account is on its statement. */
const transferBusinessDays = 2;

export const actionDueBy = (asked: Date): Date => new Date(asked.getTime() + actionDays * dayMs);

/** When to ask next whether a refund that succeeded is still so; null once a bank can't undo it. */
export function lookAgainAt(succeededAt: Date, now: Date): Date | null {
  const passedMs = now.getTime() - succeededAt.getTime();
  const next = new Date(now.getTime() + Math.max(dayMs, passedMs));
  return next.getTime() - succeededAt.getTime() > reversalDays * dayMs ? null : next;
}

export const transferAtBankBy = (rules: Pick<PolicyRules, "country">, sent: Date): Date =>
  addBusinessDays(calendarFor(rules.country), sent, transferBusinessDays);
