import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CollectedPayment, orderMoney } from "./order-money.js";
import type { PaymentState } from "./payment-machine.js";
import { planCapture } from "./plan-capture.js";

const payment = (
  state: PaymentState,
  lastStep: CollectedPayment["lastStep"] = null,
  capturedMinor = state === "CAPTURED" ? 1000 : 0,
): CollectedPayment => ({ state, capturedMinor, lastStep });
const step = (kind: "CAPTURE" | "VOID", status: "OPEN" | "SUCCEEDED" | "FAILED") => ({
  kind,
  status,
  failureReason: status === "FAILED" ? "declined" : null,
});

describe("an order's money", () => {
  test.each([
    [false, [payment("PENDING")], "DUE"],
    [false, [payment("AUTHORIZED")], "AUTHORIZED"],
    [false, [payment("AUTHORIZED", step("CAPTURE", "OPEN"))], "UNDER_WAY"],
    [false, [payment("AUTHORIZED", step("CAPTURE", "FAILED"))], "CAPTURE_FAILED"],
    [false, [payment("CAPTURED", step("CAPTURE", "SUCCEEDED"))], "TAKEN"],
    [false, [payment("VOIDED")], "CAPTURE_FAILED"],
    [true, [payment("AUTHORIZED")], "TO_RELEASE"],
    [true, [payment("PENDING", step("VOID", "OPEN"))], "UNDER_WAY"],
    [true, [payment("AUTHORIZED", step("CAPTURE", "FAILED"))], "TO_RELEASE"],
    [true, [payment("AUTHORIZED", step("VOID", "FAILED"))], "RELEASE_FAILED"],
    [true, [payment("VOIDED", step("VOID", "SUCCEEDED"))], "RELEASED"],
    [true, [payment("CAPTURED"), payment("AUTHORIZED")], "TO_RELEASE"],
    [true, [payment("CAPTURED"), payment("VOIDED")], "TAKEN_IN_VAIN"],
  ] as const)("over: %s, payments %j: %s", (isOver, payments, kind) => {
    expect(orderMoney({ isOver, dueMinor: 1000, payments }).kind).toBe(kind);
  });

  test("is not taken in full while less than what is due was captured", () => {
    const payments = [payment("CAPTURED", null, 400), payment("VOIDED")];
    expect(orderMoney({ isOver: false, dueMinor: 1000, payments }).kind).toBe("CAPTURE_FAILED");
    expect(orderMoney({ isOver: false, dueMinor: 400, payments }).kind).toBe("TAKEN");
  });
});

describe("a capture", () => {
  test("takes exactly what is due, and from no payment more than it holds", () => {
    const holds = fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(holds, fc.double({ min: 0, max: 1, noNaN: true }), (amounts, share) => {
        const held = amounts.reduce((sum, amount) => sum + amount, 0);
        const due = Math.floor(held * share);
        const payments = amounts.map((authorizedMinor, index) => ({
          paymentId: String(index),
          authorizedMinor,
        }));
        const plan = planCapture(due, payments);
        expect(plan.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(due);
        for (const [index, { amountMinor }] of plan.entries()) {
          expect(amountMinor).toBeLessThanOrEqual(amounts[index] ?? 0);
        }
      }),
    );
  });
});
