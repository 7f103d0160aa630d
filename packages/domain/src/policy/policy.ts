import type { FairUseRules } from "../fair-use/fair-use-terms.js";
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

/** A reason a buyer can give for a return: whose doing it is, and what has to come with it. */
export interface ReturnReasonRule extends ReasonRule {
  /** NOBODY where the buyer simply does not want it; a fault is the seller's cost. */
  readonly fault: "NOBODY" | "SELLER";
  /** Photos that have to come with it. */
  readonly photosNeeded: number;
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
  /** Of every amount in these rules (ISO 4217); to orders in others, none of them applies. */
  readonly currency: string;
  readonly cancellation: CancellationRules;
  readonly refund: {
    /** Business days from the approval until the money has left and the network has taken it. */
    readonly promiseBusinessDays: number;
  };
  readonly returns: ReturnRules;
  readonly fairUse: FairUseRules;
}

/** What else than the shop's usual holds for one product category. */
export interface CategoryRule {
  readonly category: string;
  /** Days after delivery instead of the usual; null leaves them. */
  readonly windowDays: number | null;
  /** Why it can't be returned just because the buyer changed their mind; null when it can. */
  readonly exemption: Exemption | null;
}

/**
 * Why a kind of goods can't be returned without a fault: what Directive 2011/83/EU, Article 16 (and
 * regulation 28 of the UK's Consumer Contracts Regulations 2013) lets a seller exclude, no more.
 */
export const exemptions = [
  "CUSTOM_MADE",
  "PERISHABLE",
  "SEALED_HYGIENE",
  "SEALED_MEDIA",
  "DIGITAL",
] as const;
export type Exemption = (typeof exemptions)[number];

export interface ReturnAddress {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}

export interface ReturnRules {
  /** Days after delivery; 0 for no returns by choice (what the law grants stays). */
  readonly windowDays: number;
  /** Days after delivery in which what is wrong, damaged or missing can be returned. */
  readonly faultWindowDays: number;
  readonly categories: readonly CategoryRule[];
  /** What buyers can give as a reason, in the order in which they are offered it. */
  readonly reasons: readonly ReturnReasonRule[];
  /** Who pays for sending it back where nobody is at fault; a seller's fault is the seller's cost. */
  readonly shippingPaidBy: "BUYER" | "SELLER";
  /** Percent of the items' price kept where nobody is at fault, 0 to 100. */
  readonly restockingFeePercent: number;
  /** Whether the outbound shipping comes back where nobody is at fault. */
  readonly refundShipping: boolean;
  /** Whether requests are approved by rule, without asking the seller. */
  readonly autoApprove: boolean;
  /** Business hours the seller has to answer; their silence approves. */
  readonly sellerAnswerBusinessHours: number;
  /** Days after the approval in which the parcel has to be on its way. */
  readonly shipByDays: number;
  /** Business days the seller has to inspect what arrived; their silence accepts. */
  readonly inspectionBusinessDays: number;
  /** At or below this many minor units it need not come back; null: it always has to. */
  readonly returnlessBelowMinor: number | null;
  /** Whether the money leaves at the carrier's first scan instead of after the inspection. */
  readonly refundAtFirstScan: boolean;
  /** Whether another variant (size, colour) can be had for what is sent back. */
  readonly offersExchange: boolean;
  /** Whether the same can be had anew for what is sent back; for faults the law may say so anyway. */
  readonly offersReplacement: boolean;
  /** Days in which the buyer can bring a refusal to support. */
  readonly appealDays: number;
  /** Days without any scan after which a parcel counts as lost. */
  readonly lostAfterDays: number;
  readonly address: ReturnAddress | null;
  /** How to pack it, in the shop's own words; empty for none. */
  readonly packingTips: Localized<string>;
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
