import { describe, expect, it } from "vitest";
import { refundStatuses } from "../refund/refund-machine.js";
import { type PayoutFacts, payoutOptions } from "./payout-options.js";

const failed: PayoutFacts = {
  status: "FAILED",
  currency: "BRL",
  unpaidMinor: 10_001,
  underWay: false,
  transfers: true,
  bonusPercent: 5,
};
const kinds = (facts: Partial<PayoutFacts>) =>
  payoutOptions({ ...failed, ...facts }).map(({ kind }) => kind);

describe("what a buyer can choose when a refund failed", () => {
  it("is the plain retry first, then an account, then credit with its bonus", () => {
    expect(payoutOptions(failed)).toEqual([
      { kind: "RETRY", amountMinor: 10_001 },
      { kind: "BANK_TRANSFER", amountMinor: 10_001, accounts: ["PIX", "BR_BANK"] },
      { kind: "STORE_CREDIT", amountMinor: 10_001, bonusMinor: 500 },
    ]);
  });

  it("never hides the retry, and offers no transfer that can't be made", () => {
    expect(kinds({ currency: "JPY" })).toEqual(["RETRY", "STORE_CREDIT"]);
    expect(kinds({ transfers: false, status: "REVERSED" })).toEqual(["RETRY", "STORE_CREDIT"]);
  });

  it("is nothing while money may still be under way", () => {
    expect(kinds({ underWay: true })).toEqual([]);
    expect(kinds({ unpaidMinor: 0 })).toEqual([]);
  });

  it.each(refundStatuses.filter((status) => status !== "FAILED" && status !== "REVERSED"))(
    "is nothing while the refund is %s",
    (status) => {
      expect(kinds({ status })).toEqual([]);
    },
  );
});
