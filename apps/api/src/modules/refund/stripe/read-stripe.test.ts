import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { isRelease, readChargeback, readRefund } from "./read-stripe.js";

/** As docs.stripe.com/api/refunds shows it, and what its fields may say otherwise. */
const recorded = {
  id: "re_1Nispe2eZvKYlo2Cd31jOCgZ",
  object: "refund",
  amount: 1000,
  balance_transaction: "txn_1Nispe2eZvKYlo2CYezqFhEx",
  charge: "ch_1NirD82eZvKYlo2CIvbtLWuY",
  created: 1692942318,
  currency: "usd",
  customer: null,
  customer_account: null,
  destination_details: {
    card: {
      reference: "123456789012",
      reference_status: "available",
      reference_type: "acquirer_reference_number",
      type: "refund",
    },
    type: "card",
  },
  metadata: { makegood_attempt: "rat_1" },
  payment_intent: "pi_1GszsK2eZvKYlo2CfhZyoZLp",
  payment_method: null,
  reason: null,
  receipt_number: null,
  source_transfer_reversal: null,
  status: "succeeded",
  transfer_reversal: null,
} satisfies Stripe.Refund;

const read = (more: Partial<Stripe.Refund>) => readRefund({ ...recorded, ...more });

describe("a refund of Stripe's", () => {
  test("is read with its reference, both names of its charge, and its trace", () => {
    expect(readRefund(recorded)).toEqual({
      provider: "stripe",
      providerRefundId: recorded.id,
      reference: "rat_1",
      chargeId: recorded.charge,
      intentId: recorded.payment_intent,
      amountMinor: 1000,
      currency: "USD",
      status: "succeeded",
      pendingReason: null,
      failureReason: null,
      trace: { type: "ARN", value: "123456789012" },
    });
  });

  test.each([
    ["pending", "pending"],
    ["requires_action", "requires_action"],
    ["succeeded", "succeeded"],
    ["failed", "failed"],
    ["canceled", "canceled"],
    [null, "pending"],
    ["a_status_of_the_future", "pending"],
  ])("with status %s is %s", (status, expected) => {
    expect(read({ status }).status).toBe(expected);
  });

  test.each(["processing", "insufficient_funds", "charge_pending"])("waits for %s", (reason) => {
    expect(read({ status: "pending", pending_reason: reason })).toMatchObject({
      pendingReason: reason,
    });
  });

  test("that only let go of a hold is none: it moved nothing, and is no attempt's", () => {
    const letGo = { ...recorded, metadata: {}, balance_transaction: null };
    expect(isRelease(letGo)).toBe(true);
    expect(isRelease({ ...letGo, metadata: recorded.metadata })).toBe(false);
    expect(isRelease({ ...letGo, balance_transaction: recorded.balance_transaction })).toBe(false);
    expect(isRelease({ ...letGo, status: "pending" })).toBe(false);
  });

  test("made by hand has no reference of ours", () => {
    expect(read({ metadata: {} }).reference).toBeNull();
  });

  test("carries what a bank calls it, or nothing while the network has no number", () => {
    const type = "br_bank_transfer";
    const transfer = { type, [type]: { reference: "E123", reference_status: "available" } };
    expect(read({ destination_details: transfer }).trace).toEqual({ type: "BANK", value: "E123" });
    const card = { type: "pending", reference_status: "pending" } as const;
    expect(read({ destination_details: { type: "card", card } }).trace).toBeNull();
  });
});

describe("a dispute of Stripe's", () => {
  const dispute = (more: object) =>
    readChargeback({
      id: "du_1",
      charge: { id: "ch_1" },
      payment_intent: null,
      amount: 4000,
      currency: "isk",
      created: 1692942318,
      reason: "fraudulent",
      evidence_details: { due_by: 1693542318 },
      ...more,
    } as Stripe.Dispute);

  test.each([
    ["warning_needs_response", "WARNING_NEEDS_RESPONSE"],
    ["needs_response", "NEEDS_RESPONSE"],
    ["won", "WON"],
    ["appeal_under_review", "LOST"],
    ["a_status_of_the_future", "NEEDS_RESPONSE"],
  ])("with status %s is %s", (status, expected) => {
    expect(dispute({ status })).toMatchObject({
      chargeId: "ch_1",
      status: expected,
      amountMinor: 40,
    });
  });

  test("says until when evidence is heard", () => {
    const { evidenceDueBy } = dispute({ status: "needs_response" });
    expect(evidenceDueBy?.toISOString()).toBe("2023-09-01T04:25:18.000Z");
  });
});
