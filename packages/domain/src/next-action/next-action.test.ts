import { describe, expect, test } from "vitest";
import { cancellationMachine, cancellationStatuses } from "../cancellation/cancellation-machine.js";
import { disputeStatuses } from "../dispute/dispute-machine.js";
import { orderStatuses } from "../order/order-machine.js";
import { callingOffReason } from "../refund/calling-off.js";
import { doubts } from "../refund/doubt.js";
import { refundMachine, refundStatuses } from "../refund/refund-machine.js";
import { returnStatuses } from "../return/return-machine.js";
import { nextActionOfCancellation } from "./next-action-of-cancellation.js";
import { nextActionOfCase } from "./next-action-of-case.js";
import { nextActionOfDispute } from "./next-action-of-dispute.js";
import { nextActionOfOrder } from "./next-action-of-order.js";
import { nextActionOfPayment } from "./next-action-of-payment.js";
import { nextActionOfRefund } from "./next-action-of-refund.js";
import { nextActionOfReturn } from "./next-action-of-return.js";
import { nextActionSentence, timeoutSentence } from "./next-action-words.js";

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

  test("a refund waits for a second person, or for a stop switch, until a date that is told", () => {
    const promisedBy = new Date("2026-12-01T12:00:00Z");
    expect(
      nextActionOfRefund({ status: "PENDING_APPROVAL", promisedBy, waitsUntil: at }),
    ).toMatchObject({ kind: "APPROVE_REFUND", deadline: at, onTimeout: "REFUND_NOT_MADE" });
    const stopped = { promisedBy, pendingReason: "stopped", waitsUntil: at };
    for (const status of ["APPROVED", "PROCESSING"] as const) {
      expect(nextActionOfRefund({ status, ...stopped })).toMatchObject({
        kind: "LIFT_STOP",
        deadline: at,
        onTimeout: "REFUND_GOES_ON",
      });
    }
  });

  test("a refund of which its provider has something else waits for support, until a date", () => {
    const promisedBy = new Date("2026-12-01T12:00:00Z");
    for (const pendingReason of doubts) {
      const doubted = { status: "PROCESSING", promisedBy, pendingReason, waitsUntil: at } as const;
      expect(nextActionOfRefund(doubted)).toMatchObject({
        owner: "SUPPORT",
        kind: "CLEAR_UP_REFUND",
        deadline: at,
      });
    }
  });

  test("a refund that is called off says so, and not that money moves", () => {
    const waits = { status: "REQUIRES_ACTION", promisedBy: at, actionBy: at } as const;
    expect(nextActionOfRefund(waits)?.kind).toBe("GIVE_BANK_DETAILS");
    const off = nextActionOfRefund({ ...waits, pendingReason: callingOffReason });
    expect(off).toMatchObject({ owner: "PROVIDER", kind: "GIVE_REFUND_UP" });
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

  test("what support owes goes up to a lead when it takes longer", () => {
    const answer = nextActionOfCase({ status: "OPEN", replyBy: at, waitsUntil: null });
    const right = nextActionOfRefund({ status: "FAILED", promisedBy: at });
    for (const next of [answer, right]) {
      expect(next).toMatchObject({ owner: "SUPPORT", deadline: at, onTimeout: "GOES_TO_A_LEAD" });
    }
    expect(
      nextActionOfCase({ status: "OPEN", replyBy: null, waitsUntil: null })?.onTimeout,
    ).toBeNull();
  });

  test("a case that waits for somebody says until when, and that support looks at it again", () => {
    for (const status of ["PENDING_BUYER", "PENDING_SELLER", "ON_HOLD"] as const) {
      expect(nextActionOfCase({ status, replyBy: null, waitsUntil: at })).toMatchObject({
        deadline: at,
        onTimeout: "SUPPORT_LOOKS_AGAIN",
      });
    }
  });

  test("a late parcel has a consequence whatever the shop's policy says", () => {
    const next = nextActionOfOrder({
      status: "AWAITING_SHIPMENT",
      shipBy: at,
      graceEndsAt: null,
      atOnceWhenLate: false,
      cancellations: [],
      refunds: [],
    });
    expect(next).toMatchObject({ deadline: at, onTimeout: "BUYER_ASKS_SUPPORT" });
  });

  const everything = [
    ...cancellationStatuses.map((status) =>
      nextActionOfCancellation({ status, respondBy: at, appealBy: at }),
    ),
    ...returnStatuses.map((status) => nextActionOfReturn({ status, dueAt: at })),
    ...disputeStatuses.map((status) => nextActionOfDispute({ status, dueAt: at })),
    ...orderStatuses.flatMap((status) =>
      [true, false].map((atOnceWhenLate) =>
        nextActionOfOrder({
          status,
          shipBy: at,
          graceEndsAt: at,
          atOnceWhenLate,
          cancellations: [],
          refunds: [],
        }),
      ),
    ),
    ...(
      [
        { kind: "DUE" },
        { kind: "UNDER_WAY", step: "CAPTURE" },
        { kind: "UNDER_WAY", step: "VOID" },
        { kind: "CAPTURE_FAILED", reason: "declined" },
        { kind: "TO_RELEASE" },
        { kind: "RELEASE_FAILED", reason: "refused" },
      ] as const
    ).map((money) => nextActionOfPayment({ money, paymentDueBy: at, authorizedUntil: at })),
  ].filter((next) => next !== null);

  test.each([
    { reader: "BUYER", locale: "en", themselves: /\bthe buyer\b/i },
    { reader: "BUYER", locale: "pt-BR", themselves: /\bcomprador\b/i },
    { reader: "SELLER", locale: "en", themselves: /\bthe seller\b/i },
    { reader: "SELLER", locale: "pt-BR", themselves: /\bvendedor\b/i },
  ] as const)("no $reader reads of themselves as of somebody else, in $locale", (each) => {
    const { reader, locale, themselves } = each;
    for (const { kind, onTimeout } of everything) {
      expect(nextActionSentence(kind, locale, reader)).not.toMatch(themselves);
      if (onTimeout) expect(timeoutSentence(onTimeout, locale, reader)).not.toMatch(themselves);
    }
  });
});
