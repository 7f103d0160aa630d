import {
  addBusinessDays,
  addBusinessHours,
  addHours,
  type Calendar,
} from "../calendar/calendar.js";
import { calendarFor } from "../calendar/calendars.js";
import type { ReturnDecision } from "../decision/decision.js";
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

const addDays = (from: Date, days: number) => addHours(from, days * 24);

/** By when each party has to act; what happens then is told by the machine's next action. */
export const returnDeadlines = {
  answerBy: ({ country, returns }: PolicyRules, at: Date) =>
    addBusinessHours(calendarFor(country), at, returns.sellerAnswerBusinessHours),
  labelBy: (at: Date) => addHours(at, labelHours),
  infoBy: (at: Date) => addDays(at, infoDays),
  offerBy: (at: Date) => addHours(at, offerHours),
  sendBy: ({ returns }: PolicyRules, at: Date) => addDays(at, returns.shipByDays),
  lostBy: ({ returns }: PolicyRules, lastScan: Date) => addDays(lastScan, returns.lostAfterDays),
  inspectBy: ({ country, returns }: PolicyRules, at: Date) =>
    addBusinessDays(calendarFor(country), at, returns.inspectionBusinessDays),
  appealBy: ({ returns }: PolicyRules, at: Date) => addDays(at, returns.appealDays),
  disputeAnswerBy: ({ country }: PolicyRules, at: Date) =>
    addBusinessHours(calendarFor(country), at, disputeAnswerBusinessHours),
  /** Support keeps the marketplace's days. */
  ruleBy: (support: Calendar, at: Date) => addBusinessDays(support, at, rulingBusinessDays),
  rulingAppealBy: (at: Date) => addDays(at, rulingAppealDays),
} as const;

/**
 * When a return is settled at the latest if everybody takes all the time they have: from then on the
 * policy's promise of the money is counted.
 */
export function settledBy(
  rules: PolicyRules,
  decision: Pick<ReturnDecision, "respondBy" | "returnless">,
  { now, withLabel }: { now: Date; withLabel: boolean },
): Date {
  const approved = decision.respondBy ?? now;
  if (decision.returnless) return approved;
  const sent = returnDeadlines.sendBy(rules, approved);
  // Only a parcel with our label is scanned for us.
  if (rules.returns.refundAtFirstScan && withLabel) return sent;
  return returnDeadlines.inspectBy(rules, addDays(sent, transitDays));
}
