import type { Locale, Localized } from "../text/locale.js";

export type PolicyLocale = Locale;

/** Until which point of the fulfilment something is possible. */
export type Until = "PROCESSING" | "SHIPMENT" | "NEVER";

/** A reason a buyer can give for a cancellation. */
export interface ReasonRule {
  readonly code: string;
  readonly label: Localized<string>;
  /** Whether a note has to come with it. */
  readonly noteRequired: boolean;
}

export interface CancellationRules {
  /** Hours after the purchase in which the buyer cancels at once, whatever else is said. */
  readonly gracePeriodHours: number;
  /** Before this, the buyer cancels at once. */
  readonly atOnceUntil: Until;
  /** Before this, the buyer may ask and the seller decides. */
  readonly onRequestUntil: Until;
  /** Hours after the purchase in which cancelling is possible at all; null for no such limit. */
  readonly windowHours: number | null;
  readonly reasonRequired: boolean;
  readonly reasons: readonly ReasonRule[];
  /** Business hours the seller has to answer; their silence approves. */
  readonly sellerAnswerBusinessHours: number;
  /** Whether the buyer cancels at once when the seller is past their own deadline to ship. */
  readonly atOnceWhenLate: boolean;
}

/** A shop's rules as plain data. Decisions, previews and the text are all made from this. */
export interface PolicyRules {
  /** Country whose calendar counts business days (ISO 3166 alpha-2). */
  readonly country: string;
  readonly cancellation: CancellationRules;
  readonly refund: {
    /** Business days from the approval until the money has left and the network has taken it. */
    readonly promiseBusinessDays: number;
  };
  readonly returns: {
    /** Days after delivery; 0 for no returns by choice (what the law grants stays). */
    readonly windowDays: number;
    readonly shippingPaidBy: "BUYER" | "SELLER";
  };
}

/** Rules in force from a day on, numbered within the shop, never changed. */
export interface PolicyVersion {
  readonly id: string;
  readonly shopId: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly rules: PolicyRules;
}

export interface PolicyProblem {
  /** The clause as a path: cancellation.windowHours. */
  readonly clause: string;
  readonly problem: string;
}

const reach: Record<Until, number> = { NEVER: 0, PROCESSING: 1, SHIPMENT: 2 };

/** What is wrong with rules, clause by clause; empty when they can be published. */
export function validatePolicy({ cancellation, refund, returns }: PolicyRules): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const need = (holds: boolean, clause: string, problem: string) => {
    if (!holds) problems.push({ clause, problem });
  };
  const whole = (value: number, most: number) =>
    Number.isInteger(value) && value >= 0 && value <= most;
  need(
    whole(cancellation.gracePeriodHours, 720),
    "cancellation.gracePeriodHours",
    "0 to 720 hours",
  );
  need(
    cancellation.windowHours === null ||
      (whole(cancellation.windowHours, 8760) && cancellation.windowHours > 0),
    "cancellation.windowHours",
    "1 to 8,760 hours, or none",
  );
  need(
    cancellation.windowHours === null || cancellation.windowHours >= cancellation.gracePeriodHours,
    "cancellation.windowHours",
    "not shorter than the grace period",
  );
  need(
    reach[cancellation.onRequestUntil] >= reach[cancellation.atOnceUntil],
    "cancellation.onRequestUntil",
    "not before the point until which buyers cancel at once",
  );
  need(
    whole(cancellation.sellerAnswerBusinessHours, 80) && cancellation.sellerAnswerBusinessHours > 0,
    "cancellation.sellerAnswerBusinessHours",
    "1 to 80 business hours",
  );
  need(
    !cancellation.reasonRequired || cancellation.reasons.length > 0,
    "cancellation.reasons",
    "at least one reason where one is required",
  );
  const codes = cancellation.reasons.map((reason) => reason.code);
  need(new Set(codes).size === codes.length, "cancellation.reasons", "each code once");
  need(
    whole(refund.promiseBusinessDays, 14),
    "refund.promiseBusinessDays",
    "0 to 14 business days",
  );
  need(whole(returns.windowDays, 365), "returns.windowDays", "0 to 365 days");
  return problems;
}
