import { z } from "zod";
import { testMethodNames } from "./test-methods.js";

const minor = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const currency = z.string().regex(/^[A-Z]{3}$/);
const reference = z.string().min(1).max(200);

/** What a charge is registered with. The reference is the caller's own name for it, used once. */
export const newCharge = z.object({
  reference,
  amountMinor: minor,
  currency,
  testMethod: z.enum(testMethodNames),
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

export interface Charge extends NewCharge {
  id: string;
}

export const refundStatus = z.enum(["pending", "succeeded", "failed", "reversed"]);
export type RefundStatus = z.infer<typeof refundStatus>;

export const refundSchema = z.object({
  id: z.string(),
  chargeId: z.string(),
  amountMinor: minor,
  currency,
  reference,
  status: refundStatus,
  pendingReason: z.string().nullable(),
  failureReason: z.string().nullable(),
  traceReference: z.object({ type: z.enum(["ARN", "STAN", "RRN"]), value: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Refund = z.infer<typeof refundSchema>;

/** The body of a webhook; its id is in the webhook-id header, too. */
export const webhookSchema = z.object({
  type: z.literal("refund.updated"),
  id: z.string(),
  data: z.object({ refund: refundSchema }),
});
export type Webhook = z.infer<typeof webhookSchema>;

export interface ProviderError {
  error: { code: string; message: string };
}
