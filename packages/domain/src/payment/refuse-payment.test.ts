import { expect, test } from "vitest";
import { refusePayment } from "./refuse-payment.js";

const now = new Date("2026-12-01T12:00:00Z");
const dueBy = new Date("2026-12-03T12:00:00Z");
const waiting = { status: "PENDING_PAYMENT", paymentDueBy: dueBy };

test("an order that waits for its money can be paid, once or again", () => {
  expect(refusePayment(waiting, { kind: "DUE" }, now)).toBeNull();
  const declined = { kind: "CAPTURE_FAILED", reason: "declined" } as const;
  expect(refusePayment({ status: "PROCESSING", paymentDueBy: dueBy }, declined, now)).toBeNull();
});

test("from the instant on at which its time is over it can't, whether or not it has ended yet", () => {
  expect(refusePayment(waiting, { kind: "DUE" }, dueBy)).toMatchObject({
    machine: "order",
    state: "EXPIRED",
  });
});

test.each([
  ["EXPIRED", { kind: "RELEASED" }],
  ["EXPIRED", { kind: "UNDER_WAY", step: "VOID" }],
  ["CANCELED", { kind: "TO_RELEASE" }],
] as const)("an order that is %s takes no payment", (status, money) => {
  expect(refusePayment({ status, paymentDueBy: dueBy }, money, now)).toMatchObject({
    machine: "order",
    state: status,
  });
});

test.each([
  [{ kind: "TAKEN", capturedMinor: 100 }],
  [{ kind: "AUTHORIZED" }],
  [{ kind: "UNDER_WAY", step: "CAPTURE" }],
  [null],
] as const)("what is paid, held or being taken is not paid again: %j", (money) => {
  expect(refusePayment({ status: "PROCESSING", paymentDueBy: null }, money, now)).toMatchObject({
    machine: "payment",
  });
});
