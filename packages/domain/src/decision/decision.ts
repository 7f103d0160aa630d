import type { ReasonRule } from "../policy/policy.js";
import type { Refusal } from "../refusal/refusal.js";

export type FactValue = string | number | boolean | null;

/** One rule that was looked at: the fact it read, against what, and what came of it. */
export interface TraceStep {
  readonly rule: CancellationRule;
  readonly fact: string;
  readonly value: FactValue;
  readonly threshold: FactValue;
  readonly verdict: "PASS" | "FAIL" | "NOT_APPLICABLE";
}

/** The rules of a cancellation by name, in the order in which they are looked at. */
export const cancellationRules = [
  "order-not-over",
  "not-shipped",
  "no-open-request",
  "units-available",
  "unpaid",
  "support-steps-in",
  "grace-period",
  "seller-late",
  "window",
  "at-once",
  "on-request",
  "reason-given",
  "note-given",
] as const;
export type CancellationRule = (typeof cancellationRules)[number];

export type DecisionOutcome = "AUTO_APPROVED" | "NEEDS_SELLER" | "REFUSED";

export interface UnitsOfLine {
  readonly lineId: string;
  readonly quantity: number;
}

/** Whether it can be canceled, and why: the same answer for API, screens and the trail. */
export interface CancellationDecision {
  readonly command: "CANCEL";
  readonly outcome: DecisionOutcome;
  /** The rule that settled it. */
  readonly rule: CancellationRule;
  readonly policyVersionId: string;
  readonly policyNumber: number;
  readonly trace: readonly TraceStep[];
  /** Until when this holds by the clock alone; null when no clock bears on it. */
  readonly validUntil: Date | null;
  /** Where the seller decides: until when. */
  readonly respondBy: Date | null;
  readonly cancelableUnits: readonly UnitsOfLine[];
  readonly reasonRequired: boolean;
  readonly reasons: readonly ReasonRule[];
  readonly refusal: Refusal | null;
  /** From when the buyer could cancel at once, where only time is missing. */
  readonly possibleFrom: Date | null;
}
