import { describe, expect, it, test } from "vitest";
import { chargebackStatuses } from "./chargeback-machine.js";
import { atBankOf, commandsBetween } from "./mirror-chargeback.js";

describe("a chargeback's mirror", () => {
  it.each([
    ["NEEDS_RESPONSE", "UNDER_REVIEW", ["respond"]],
    ["NEEDS_RESPONSE", "WON", ["respond", "win"]],
    ["WARNING_NEEDS_RESPONSE", "LOST", ["dispute", "lose"]],
    ["LOST", "LOST", []],
  ] as const)("goes from %s to %s, through what it missed", (from, to, commands) => {
    expect(commandsBetween(from, to)).toEqual(commands);
  });

  it("never goes back: what comes late and out of order changes nothing", () => {
    expect(commandsBetween("UNDER_REVIEW", "NEEDS_RESPONSE")).toBeNull();
    expect(commandsBetween("WON", "LOST")).toBeNull();
  });
});

test("one that was lost can still be reversed, as by an appeal", () => {
  expect(commandsBetween("LOST", "WON")).toEqual(["reverse"]);
  expect(commandsBetween("NEEDS_RESPONSE", "WON")).toEqual(["respond", "win"]);
});

test.each(chargebackStatuses)(
  "of a payment, one that is %s has what it disputes, or nothing",
  (status) => {
    const open = ["NEEDS_RESPONSE", "UNDER_REVIEW"].includes(status);
    const lost = ["LOST", "ACCEPTED"].includes(status);
    const other = { status: "UNDER_REVIEW", buyerRepaid: false, amountMinor: 5 } as const;
    expect(atBankOf([{ status, buyerRepaid: false, amountMinor: 10 }, other])).toEqual({
      disputedMinor: open ? 15 : 5,
      goneMinor: lost ? 10 : 0,
    });
    const { goneMinor } = atBankOf([{ status, buyerRepaid: true, amountMinor: 10 }]);
    expect(goneMinor).toBe(lost || status === "PREVENTED" ? 10 : 0);
  },
);
