import { expect, test } from "vitest";
import { deriveFinancialStatus } from "./financial-status.js";

const day = new Date("2026-11-24T12:00:00Z");
const order = {
  status: "PROCESSING",
  totalMinor: 500,
  authorizedMinor: 0,
  voidedAt: null,
  paymentDueBy: null,
  capturedMinor: 0,
  refundedMinor: 0,
  chargedBackMinor: 0,
} as const;

test.each([
  ["asked for and not paid", { status: "PENDING_PAYMENT", paymentDueBy: day }, "UNPAID"],
  ["never paid", { status: "EXPIRED", authorizedMinor: 500 }, "UNPAID"],
  ["held by the bank", { authorizedMinor: 500 }, "AUTHORIZED"],
  ["declined when it was to be taken", { authorizedMinor: 500, paymentDueBy: day }, "UNPAID"],
  ["let go of", { authorizedMinor: 500, voidedAt: day }, "VOIDED"],
  ["not asked for, as it is free", { totalMinor: 0 }, "PAID"],
  ["not asked for, and the free order canceled", { totalMinor: 0, status: "CANCELED" }, "PAID"],
  ["taken", { authorizedMinor: 500, capturedMinor: 500 }, "PAID"],
  ["partly back", { capturedMinor: 500, refundedMinor: 1 }, "PARTIALLY_REFUNDED"],
  ["all back", { capturedMinor: 500, refundedMinor: 500 }, "REFUNDED"],
  ["back at the bank", { capturedMinor: 500, chargedBackMinor: 500 }, "CHARGED_BACK"],
  ["asked for beyond it", { capturedMinor: 500, chargedBackMinor: 700 }, "CHARGED_BACK"],
  ["partly at the bank", { capturedMinor: 500, chargedBackMinor: 499 }, "PARTIALLY_CHARGED_BACK"],
  [
    "partly back, and partly at the bank",
    { capturedMinor: 500, refundedMinor: 200, chargedBackMinor: 100 },
    "PARTIALLY_CHARGED_BACK",
  ],
  [
    "all back, the rest by the bank",
    { capturedMinor: 500, refundedMinor: 400, chargedBackMinor: 100 },
    "REFUNDED",
  ],
  [
    "all back, and disputed all the same",
    { capturedMinor: 500, refundedMinor: 500, chargedBackMinor: 100 },
    "REFUNDED",
  ],
] as const)("money that was %s is told as what it is", (_, change, status) => {
  expect(deriveFinancialStatus({ ...order, ...change })).toBe(status);
});
