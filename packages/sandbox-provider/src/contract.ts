import { z } from "zod";
import { testMethodNames } from "./test-methods.js";

const minor = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const currency = z.string().regex(/^[A-Z]{3}$/);
const reference = z.string().min(1).max(200);
const text = z.string().min(1).max(200);

/** What a charge is registered with. The reference is the caller's own name for it, used once. */
export const newCharge = z.object({
  reference,
  amountMinor: minor,
  currency,
  testMethod: z.enum(testMethodNames),
  /** Captured at once, only authorised for a later capture, or still to be paid. */
  capture: z.enum(["now", "later", "unpaid"]).optional(),
});
export const newCharges = z.object({ charges: z.array(newCharge).min(1).max(1000) });
export const newRefund = z.object({
  chargeId: z.string(),
  amountMinor: minor,
  currency,
  reference,
});

export type NewCharge = z.infer<typeof newCharge>;
export type NewRefund = z.infer<typeof newRefund>;

export const chargeStatus = z.enum(["pending", "authorized", "captured", "voided"]);
export type ChargeStatus = z.infer<typeof chargeStatus>;

export const chargeSchema = newCharge.extend({
  id: z.string(),
  status: chargeStatus,
  /** 0 until it is captured. */
  capturedMinor: z.number().int().nonnegative(),
  /** Until when an authorisation can be captured. */
  authorizedUntil: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Charge = z.infer<typeof chargeSchema>;

export const captureOrder = z.object({ amountMinor: minor });

export const refundStatus = z.enum([
  "pending",
  "requires_action",
  "succeeded",
  "failed",
  "canceled",
  "reversed",
]);
export type RefundStatus = z.infer<typeof refundStatus>;

export const traceSchema = z.object({ type: z.enum(["ARN", "STAN", "RRN"]), value: z.string() });
export type Trace = z.infer<typeof traceSchema>;

export const refundSchema = z.object({
  id: z.string(),
  chargeId: z.string(),
  amountMinor: minor,
  currency,
  reference,
  status: refundStatus,
  pendingReason: z.string().nullable(),
  failureReason: z.string().nullable(),
  traceReference: traceSchema.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Refund = z.infer<typeof refundSchema>;

/** A bank account, as its country names one. Our books keep its last four characters only. */
export const bankDestination = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("IBAN"), holder: text, iban: text }),
  z.object({ kind: z.literal("PIX"), holder: text, pixKey: text }),
  z.object({
    kind: z.literal("BR_BANK"),
    holder: text,
    taxId: text,
    bankCode: text,
    branch: text,
    account: text,
  }),
]);
export type BankDestination = z.infer<typeof bankDestination>;
export const givenDetails = z.object({ destination: bankDestination });

export const newPayout = z.object({
  destination: bankDestination,
  amountMinor: minor,
  currency,
  reference,
});
export type NewPayout = z.infer<typeof newPayout>;

export const payoutStatus = z.enum(["pending", "succeeded", "failed", "returned"]);
export type PayoutStatus = z.infer<typeof payoutStatus>;

/** Money sent to a bank account, apart from any charge. */
export const payoutSchema = z.object({
  id: z.string(),
  reference,
  amountMinor: minor,
  currency,
  destinationKind: z.string(),
  destinationLast4: z.string(),
  status: payoutStatus,
  failureReason: z.string().nullable(),
  traceReference: traceSchema.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Payout = z.infer<typeof payoutSchema>;

export const chargebackStatus = z.enum([
  "warning_needs_response",
  "warning_under_review",
  "warning_closed",
  "needs_response",
  "under_review",
  "won",
  "lost",
  "accepted",
  "prevented",
]);
export type ChargebackStatus = z.infer<typeof chargebackStatus>;

/** What a test opens: the bank takes a charge's money back, or warns that it may. */
export const newChargeback = z.object({
  chargeId: z.string(),
  /** The charge's amount when left out; banks were seen to ask for more than that. */
  amountMinor: minor.optional(),
  reason: text.default("fraudulent"),
  status: z
    .enum(["warning_needs_response", "needs_response", "prevented"])
    .default("needs_response"),
  /** Days from now until evidence is due. */
  evidenceDays: z.number().int().min(0).max(120).default(7),
  /** Whether it is prevented by paying the buyer. */
  buyerRepaid: z.boolean().optional(),
});
export type NewChargeback = z.infer<typeof newChargeback>;
export const movedChargeback = z.object({
  status: chargebackStatus,
  buyerRepaid: z.boolean().default(false),
});

export const chargebackSchema = z.object({
  id: z.string(),
  chargeId: z.string(),
  amountMinor: minor,
  currency,
  reason: z.string(),
  status: chargebackStatus,
  openedAt: z.string(),
  evidenceDueBy: z.string().nullable(),
  /** Whether it was prevented by paying the buyer; absent in books of before it was told. */
  buyerRepaid: z.boolean().default(false),
  updatedAt: z.string(),
});
export type Chargeback = z.infer<typeof chargebackSchema>;

/** A charge in the report, with what was given back of it. */
export const reportedChargeSchema = chargeSchema.extend({
  refundedMinor: z.number().int().nonnegative(),
});
export type ReportedCharge = z.infer<typeof reportedChargeSchema>;

/** A page of what lies in the books; `next` is what the following page comes after. */
const pageOf = <S extends z.ZodType>(row: S) =>
  z.object({ rows: z.array(row), next: z.string().nullable() });
export const chargesReport = pageOf(reportedChargeSchema);
export const refundsReport = pageOf(refundSchema);
export const payoutsReport = pageOf(payoutSchema);
export const chargebacksReport = pageOf(chargebackSchema);

/** What a webhook tells: something as it is now. */
export const webhookContent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("refund.updated"), data: z.object({ refund: refundSchema }) }),
  z.object({ type: z.literal("charge.updated"), data: z.object({ charge: chargeSchema }) }),
  z.object({ type: z.literal("payout.updated"), data: z.object({ payout: payoutSchema }) }),
  z.object({
    type: z.literal("chargeback.updated"),
    data: z.object({ chargeback: chargebackSchema }),
  }),
]);
export type WebhookContent = z.infer<typeof webhookContent>;

/** The body of a webhook; its id is in the webhook-id header, too. */
export const webhookSchema = z.intersection(z.object({ id: z.string() }), webhookContent);
export type Webhook = z.infer<typeof webhookSchema>;

export interface ProviderError {
  error: { code: string; message: string };
}
