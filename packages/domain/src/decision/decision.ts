import type { ReasonRule, ReturnReasonRule } from "../policy/policy.js";
import type { Refusal } from "../refusal/refusal.js";
import type { ReplacingKind } from "../return/return-kind.js";
import type { BuyerRight } from "../rights/buyer-right.js";

export type FactValue = string | number | boolean | null;

/** One rule that was looked at: the fact it read, against what, and what came of it. */
export interface TraceStep {
  readonly rule: RuleName;
  readonly fact: string;
  readonly value: FactValue;
  readonly threshold: FactValue;
  readonly verdict: "PASS" | "FAIL" | "NOT_APPLICABLE";
}

/** The caps on what one buyer asks of one shop, by name, in the order in which they are looked at. */
export const fairUseRules = [
  "fair-use-order",
  "fair-use-changes",
  "fair-use-product",
  "fair-use-buyer",
] as const;
export type FairUseRule = (typeof fairUseRules)[number];

/** The rules of a cancellation by name, in the order in which they are looked at. */
export const cancellationRules = [
  "order-not-over",
  "not-shipped",
  "no-open-request",
  "units-available",
  "unpaid",
  "support-steps-in",
  "seller-cancels",
  "statutory-right",
  "grace-period",
  "seller-late",
  ...fairUseRules,
  "window",
  "at-once",
  "not-in-dispute",
  "on-request",
  "reason-given",
  "note-given",
] as const;
export type CancellationRule = (typeof cancellationRules)[number];

/** The rules of a return by name, in the order in which they are looked at. */
export const returnRules = [
  "arrived",
  "returnable-units",
  "no-open-return",
  "agent-steps-in",
  "statutory-withdrawal",
  ...fairUseRules,
  "category",
  "return-window",
  "returnless-budget",
  "returnless",
  "returns-by-rule",
  "returns-on-request",
  "exchange-offered",
  "exchange-wish",
  "return-reason",
  "return-note",
  "return-photos",
] as const;
export type ReturnRule = (typeof returnRules)[number];

/** The rules of a refund beyond the policy by name, in the order in which they are looked at. */
export const refundRules = [
  "money-captured",
  "money-left",
  "amount-left",
  "refund-limit",
  "refund-day-limit",
  "goodwill-day-limit",
  "refund-given",
] as const;
export type RefundRule = (typeof refundRules)[number];
/** Those of them that are about the person who gives it. */
export const limitRules: readonly RuleName[] = [
  "refund-limit",
  "refund-day-limit",
  "goodwill-day-limit",
];
export type RuleName = CancellationRule | ReturnRule | RefundRule;

/** NEEDS_APPROVAL: a second person of the desk or the shop; NEEDS_SELLER: the seller decides. */
export type DecisionOutcome = "AUTO_APPROVED" | "NEEDS_SELLER" | "NEEDS_APPROVAL" | "REFUSED";

export interface UnitsOfLine {
  readonly lineId: string;
  readonly quantity: number;
}

/** What every decision says, whatever it is about. */
interface DecisionOf<C extends string, R extends RuleName> {
  readonly command: C;
  readonly outcome: DecisionOutcome;
  /** The rule that settled it. */
  readonly rule: R;
  readonly policyVersionId: string;
  readonly policyNumber: number;
  readonly trace: readonly TraceStep[];
  /** Until when this holds by the clock alone; null when no clock bears on it. */
  readonly validUntil: Date | null;
  /** Where the seller decides: until when. */
  readonly respondBy: Date | null;
  readonly reasonRequired: boolean;
  readonly reasons: readonly ReasonRule[];
  readonly refusal: Refusal | null;
  /** From when it would be possible, where only time is missing. */
  readonly possibleFrom: Date | null;
}

/** Whether it can be canceled, and why: the same answer for API, screens and the trail. */
export interface CancellationDecision extends DecisionOf<"CANCEL", CancellationRule> {
  /** What the buyer may do besides, the strongest first. Absent in what was kept before it was told. */
  readonly rights?: readonly BuyerRight[];
  readonly cancelableUnits: readonly UnitsOfLine[];
}

/** Whether it can be returned, how, and at whose cost. */
export interface ReturnDecision extends DecisionOf<"RETURN", ReturnRule> {
  /** What the buyer may do, the strongest first. Absent in what was kept before it was told. */
  readonly rights?: readonly BuyerRight[];
  /** Those that would be taken, with what has to come with each. */
  readonly reasons: readonly ReturnReasonRule[];
  readonly returnableUnits: readonly UnitsOfLine[];
  /** Whether it need not come back: the money goes, the buyer keeps it. */
  readonly returnless: boolean;
  readonly shippingPaidBy: "BUYER" | "SELLER";
  /** What else than the money can be had for the units and the reason asked about. */
  readonly replacing: readonly ReplacingKind[];
  /** Whether it rests on a right the law gives, which no policy takes away. */
  readonly statutory: boolean;
}

/** Whether money can be given back beyond what policies provide for, and how much. */
export interface RefundDecision extends DecisionOf<"REFUND", RefundRule> {
  /** The most that could be refunded now, in minor units of `currency`. */
  readonly refundableMinor: number;
  readonly currency: string;
}

export type Decision = CancellationDecision | ReturnDecision | RefundDecision;
