import { describe, expect, test } from "vitest";
import {
  compareChargeback,
  type OurChargeback,
  type TheirChargeback,
} from "./compare-chargeback.js";
import type { DriftKind } from "./drift.js";

const ours = (more: Partial<OurChargeback> = {}): OurChargeback => ({
  status: "NEEDS_RESPONSE",
  buyerRepaid: false,
  amountMinor: 1000,
  postedMinor: 1000,
  currency: "BRL",
  capturedMinor: 1000,
  takenBeforeMinor: 0,
  ...more,
});
const theirs = (more: Partial<TheirChargeback> = {}): TheirChargeback => ({
  status: "NEEDS_RESPONSE",
  buyerRepaid: false,
  amountMinor: 1000,
  currency: "BRL",
  paidIn: "BRL",
  ...more,
});
const won = ours({ status: "WON", postedMinor: 0 });

describe("our chargebacks and the provider's", () => {
  test.each<[string, OurChargeback | null, TheirChargeback | null, DriftKind | null]>([
    ["agree", ours(), theirs(), null],
    ["agree above the payment, as banks ask", ours({ capturedMinor: 900 }), theirs(), null],
    [
      "agree where the steps differ and no money does",
      ours(),
      theirs({ status: "UNDER_REVIEW" }),
      null,
    ],
    ["agree where it was won", won, theirs({ status: "WON" }), null],
    [
      "agree that one prevented by paying the buyer took it",
      ours({ status: "PREVENTED", buyerRepaid: true }),
      theirs({ status: "PREVENTED", buyerRepaid: true }),
      null,
    ],
    [
      "agree that a foreign warning took nothing",
      null,
      theirs({ status: "WARNING_NEEDS_RESPONSE", paidIn: null }),
      null,
    ],
    ["differ when theirs has none", ours(), null, "MISSING"],
    ["differ when theirs gave it back", ours(), theirs({ status: "WON" }), "MISSING"],
    [
      "differ when the ledger still has it",
      { ...won, postedMinor: 1000 },
      theirs({ status: "WON" }),
      "MISSING",
    ],
    ["differ when it is of no payment of ours", null, theirs({ paidIn: null }), "EXTRA"],
    ["differ when ours thinks it won", won, theirs({ status: "LOST" }), "EXTRA"],
    ["differ in the amount", ours(), theirs({ amountMinor: 1001 }), "WRONG_AMOUNT"],
    ["differ when the ledger has less", ours({ postedMinor: 0 }), theirs(), "WRONG_AMOUNT"],
    [
      "FIELD 17: differ in the currency that was paid",
      null,
      theirs({ currency: "USD" }),
      "WRONG_CURRENCY",
    ],
    [
      "FIELD 13: differ when a bank took it twice",
      ours({ takenBeforeMinor: 1000 }),
      theirs(),
      "DUPLICATE",
    ],
    [
      "agree on two parts of one payment",
      ours({ capturedMinor: 2000, takenBeforeMinor: 1000 }),
      theirs(),
      null,
    ],
    ["differ when ours has not followed", ours(), theirs({ status: "LOST" }), "LATE"],
  ])("%s", (_, our, their, kind) => {
    expect(compareChargeback(our, their)).toBe(kind);
  });
});
