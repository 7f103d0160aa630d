import { describe, expect, test } from "vitest";
import { cancellationMachine, cancellationStatuses } from "../cancellation/cancellation-machine.js";
import { refundMachine, refundStatuses } from "../refund/refund-machine.js";
import { nextActionOfCancellation, nextActionOfOrder, nextActionOfRefund } from "./next-action.js";

const at = new Date("2026-11-24T12:00:00Z");

describe("next actions", () => {
  test.each(cancellationStatuses)(
    "a cancellation in %s waits for somebody, or is over",
    (status) => {
      const over = cancellationMachine.final.includes(status) || status === "REFUNDING";
      expect(nextActionOfCancellation({ status, respondBy: at }) === null).toBe(over);
    },
  );

  test.each(refundStatuses)("a refund in %s waits for somebody, or is over", (status) => {
    const over = refundMachine.final.includes(status) || status === "SUCCEEDED";
    expect(nextActionOfRefund({ status, promisedBy: at }) === null).toBe(over);
  });

  test("an order with an open request waits for the seller's decision before anything else", () => {
    const next = nextActionOfOrder({
      status: "PROCESSING",
      shipBy: at,
      graceEndsAt: null,
      atOnceWhenLate: true,
      cancellations: [{ status: "PENDING_SELLER", respondBy: at }],
      refunds: [{ status: "PROCESSING", promisedBy: at }],
    });
    expect(next).toEqual({
      owner: "SELLER",
      kind: "DECIDE_CANCELLATION",
      deadline: at,
      onTimeout: "CANCELED_BY_SILENCE",
    });
  });

  test("a rejected request does not stop the order: the seller ships", () => {
    const next = nextActionOfOrder({
      status: "PROCESSING",
      shipBy: at,
      graceEndsAt: null,
      atOnceWhenLate: true,
      cancellations: [{ status: "REJECTED", respondBy: at }],
      refunds: [],
    });
    expect(next).toMatchObject({ owner: "SELLER", onTimeout: "BUYER_CANCELS_AT_ONCE" });
  });
});
