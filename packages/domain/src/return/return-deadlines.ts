import {
  addBusinessDays,
  addBusinessHours,
  addHours,
  type Calendar,
  endOfDayAfter,
} from "../calendar/calendar.js";
import { calendarFor } from "../calendar/calendars.js";
import type { ReturnDecision } from "../decision/decision.js";
import { type CountedAt, dayWindowEnd, zoneOfDays } from "../policy/day-window.js";
import type { PolicyRules } from "../policy/policy.js";

/** Hours a buyer has to answer an offer; silence never accepts. */
const offerHours = 72;
/** Days a buyer has to answer a seller's question. */
const infoDays = 7;
/** Hours a carrier has to print a label; then the buyer sends it as they like. */
const labelHours = 24;
/** Days a parcel takes, as far as a promise counts on it. */
const transitDays = 5;
/** Business hours a seller has to answer a dispute; silence decides for the buyer. */
const disputeAnswerBusinessHours = 18;
/** Business days in which support rules. */
const rulingBusinessDays = 3;
/** Days in which a ruling can be appealed, once. */
const rulingAppealDays = 7;

/** The end of so many days that a person has, where their order was delivered. */
const daysFrom = (rules: PolicyRules, order: CountedAt, from: Date, days: number) =>
  dayWindowEnd(rules, order, { from, days, setBy: "POLICY" });

/**
 * By when each party has to act; what happens then is told by the machine's next action. Days end with
 * the local day where the order was delivered, hours at their minute.
 */
export const returnDeadlines = {
  answerBy: ({ country, returns }: PolicyRules, at: Date) =>
    addBusinessHours(calendarFor(country), at, returns.sellerAnswerBusinessHours),
  labelBy: (at: Date) => addHours(at, labelHours),
  infoBy: (rules: PolicyRules, order: CountedAt, at: Date) => daysFrom(rules, order, at, infoDays),
  offerBy: (at: Date) => addHours(at, offerHours),
  sendBy: (rules: PolicyRules, order: CountedAt, at: Date) =>
    daysFrom(rules, order, at, rules.returns.shipByDays),
  // Nobody has to act in these days: they end when they end.
  lostBy: (rules: PolicyRules, order: CountedAt, lastScan: Date) =>
    endOfDayAfter(zoneOfDays(rules, order), lastScan, rules.returns.lostAfterDays),
  inspectBy: ({ country, returns }: PolicyRules, at: Date) =>
    addBusinessDays(calendarFor(country), at, returns.inspectionBusinessDays),
  appealBy: (rules: PolicyRules, order: CountedAt, at: Date) =>
    daysFrom(rules, order, at, rules.returns.appealDays),
  disputeAnswerBy: ({ country }: PolicyRules, at: Date) =>
    addBusinessHours(calendarFor(country), at, disputeAnswerBusinessHours),
  /** Support keeps the marketplace's days. */
  ruleBy: (support: Calendar, at: Date) => addBusinessDays(support, at, rulingBusinessDays),
  rulingAppealBy: (rules: PolicyRules, order: CountedAt, at: Date) =>
    daysFrom(rules, order, at, rulingAppealDays),
} as const;

/**
 * When a return is settled at the latest if everybody takes all the time they have: from then on the
 * policy's promise of the money is counted.
 */
export function settledBy(
  rules: PolicyRules,
  order: CountedAt,
  decision: Pick<ReturnDecision, "respondBy" | "returnless">,
  { now, withLabel }: { now: Date; withLabel: boolean },
): Date {
  const approved = decision.respondBy ?? now;
  if (decision.returnless) return approved;
  const sent = returnDeadlines.sendBy(rules, order, approved);
  // Only a parcel with our label is scanned for us.
  if (rules.returns.refundAtFirstScan && withLabel) return sent;
  return returnDeadlines.inspectBy(rules, addHours(sent, transitDays * 24));
}
