import type { OpenMatter } from "../case/open-matters.js";
import type { FairUseLimit } from "../fair-use/fair-use.js";
import type { Exemption, PolicyProblem, ReasonRule } from "../policy/policy.js";
import type { FloorBreach } from "../policy/policy-floor.js";
import type { PayoutOptionKind } from "../repayment/payout-options.js";
import type { ReplacingKind } from "../return/return-kind.js";
import type { BuyerRight, NoWithdrawalReason } from "../rights/buyer-right.js";
import type { PersonNeeded } from "./person-words.js";

/**
 * Why a command was refused, with the data that helps. `kind` is the name of the GraphQL type, so
 * that a new refusal breaks the build wherever it has to be handled.
 */
export type Refusal =
  | {
      readonly kind: "AlreadyShipped";
      readonly shippedAt: Date | null;
      readonly trackingNumber: string | null;
    }
  | { readonly kind: "AlreadyCanceled" }
  | {
      readonly kind: "CancellationWindowOver";
      readonly endedAt: Date;
      readonly windowHours: number;
    }
  | { readonly kind: "CancellationNotOffered"; readonly state: string; readonly returnDays: number }
  | {
      readonly kind: "CancellationAlreadyOpen";
      readonly cancellationId: string;
      readonly respondBy: Date | null;
      /** It was rejected, and support is asked to rule on it. */
      readonly withSupport?: true;
    }
  | {
      readonly kind: "UnitsNotAvailable";
      readonly lineId: string;
      readonly asked: number;
      readonly available: number;
    }
  | {
      readonly kind: "FairUseLimitReached";
      readonly limit: FairUseLimit;
      readonly count: number;
      readonly most: number;
      readonly withinDays: number;
      /** From when on one more is within the cap. */
      readonly until: Date;
    }
  | { readonly kind: "ReasonRequired"; readonly reasons: readonly ReasonRule[] }
  | {
      readonly kind: "ReasonUnknown";
      readonly given: string;
      readonly reasons: readonly ReasonRule[];
    }
  | { readonly kind: "NoteRequired"; readonly reasonCode: string }
  | {
      readonly kind: "QuoteStale";
      readonly why: QuoteStaleReason;
      readonly newQuoteId: string | null;
    }
  | {
      readonly kind: "LinesCanceled";
      readonly lineIds: readonly string[];
      readonly canceledAt: Date | null;
    }
  | { readonly kind: "LinesHeldByCancellation"; readonly cancellationId: string }
  | { readonly kind: "PaymentNotTaken"; readonly dueBy: Date | null }
  | {
      readonly kind: "NotInThisState";
      readonly machine: string;
      readonly state: string;
      readonly command: string;
      readonly allowedCommands: readonly string[];
    }
  | {
      readonly kind: "AmountAboveRefundable";
      readonly askedMinor: number;
      readonly refundableMinor: number;
      readonly currency: string;
    }
  | {
      readonly kind: "NothingToRefund";
      readonly capturedMinor: number;
      readonly refundReservedMinor: number;
      readonly heldMinor: number;
      readonly chargedBackMinor: number;
      readonly currency: string;
    }
  | {
      /** Nobody has set what may be given back alone in this currency. */
      readonly kind: "LimitNotSet";
      readonly currency: string;
    }
  | {
      readonly kind: "SecondPersonNeeded";
      readonly why: SecondPersonReason;
      readonly amountMinor: number;
      /** What this person may give alone; null where nothing bounds them. */
      readonly limitMinor: number | null;
      readonly currency: string;
    }
  | {
      readonly kind: "OrderChanged";
      readonly orderId: string;
      /** The newest event the caller had seen. */
      readonly expectedVersion: number;
      readonly version: number;
    }
  | {
      readonly kind: "VersionConflict";
      readonly caseId: string;
      readonly orderId: string;
      /** The newest event the caller had seen. */
      readonly expectedVersion: number;
      readonly version: number;
    }
  | {
      readonly kind: "AlreadyAssigned";
      readonly assigneeId: string;
      readonly assigneeName: string;
    }
  | { readonly kind: "MattersOpen"; readonly matters: readonly OpenMatter[] }
  | { readonly kind: "BankDetailsUnusable"; readonly field: string }
  | {
      readonly kind: "PayoutNotOffered";
      readonly wanted: PayoutOptionKind;
      readonly offered: readonly PayoutOptionKind[];
    }
  | {
      readonly kind: "PayoutOfferChanged";
      readonly creditMinor: number;
      readonly currency: string;
    }
  | {
      readonly kind: "RefundHeld";
      readonly why: RefundHoldReason;
      /** When the switch lifts itself, or the bank has decided; null where nothing more will happen. */
      readonly until: Date | null;
    }
  | { readonly kind: "DeliveryNotLate"; readonly expectedBy: Date }
  | { readonly kind: "TermsTooEarly"; readonly earliest: Date }
  | { readonly kind: "TermsChanged"; readonly number: number }
  | { readonly kind: "ReturnNotYet"; readonly state: string }
  | { readonly kind: "ReturnWindowOver"; readonly endedAt: Date; readonly windowDays: number }
  | {
      readonly kind: "ReturnNotOffered";
      readonly category: string;
      readonly exemption: Exemption;
    }
  | { readonly kind: "ExchangeNotOffered"; readonly wanted: ReplacingKind }
  | { readonly kind: "ReturnAlreadyOpen"; readonly returnId: string }
  | { readonly kind: "NothingToReturn" }
  | {
      readonly kind: "EvidenceRequired";
      readonly reasonCode: string;
      readonly photosNeeded: number;
    }
  | { readonly kind: "TrackingNumberUnusable"; readonly carrier: string; readonly example: string }
  | { readonly kind: "AppealWindowOver"; readonly endedAt: Date }
  | {
      readonly kind: "WithdrawalNotPossible";
      readonly why: NoWithdrawalReason;
      /** What the buyer may do instead, the strongest first. */
      readonly rights: readonly BuyerRight[];
    }
  | { readonly kind: "PolicyUnusable"; readonly problems: readonly PolicyProblem[] }
  | { readonly kind: "PolicyBelowFloor"; readonly breaches: readonly FloorBreach[] }
  | { readonly kind: "FeedbackNotYet" }
  | { readonly kind: "FeedbackAlreadyGiven"; readonly feedbackId: string }
  | { readonly kind: "ApprovalRequired"; readonly changeId: string; readonly until: Date }
  | { readonly kind: "PersonNotAllowed"; readonly needed: PersonNeeded }
  | { readonly kind: "NotFound"; readonly what: string }
  | {
      readonly kind: "InvalidInput";
      readonly field: string;
      readonly problem: InputProblem;
      readonly most?: number;
    }
  | { readonly kind: "ProviderSilent"; readonly provider: string }
  | { readonly kind: "IdempotencyConflict"; readonly key: string }
  | { readonly kind: "IdempotencyInProgress"; readonly key: string }
  | { readonly kind: "Busy"; readonly key: string | null };

export type RefusalKind = Refusal["kind"];
export type RefundHoldReason = "STOPPED" | "CHARGEBACK_OPEN" | "CHARGEBACK_LOST";
export type SecondPersonReason = "SAME_PERSON" | "LIMIT_TOO_LOW";
export type QuoteStaleReason = "EXPIRED" | "USED" | "CHANGED" | "UNKNOWN";
export type InputProblem =
  | "EMPTY"
  | "TOO_LONG"
  | "NOT_AN_ID"
  | "OUT_OF_RANGE"
  | "UNKNOWN_VALUE"
  | "NOTHING_CHANGES"
  | "TWICE";
