import { describe, expect, it, test } from "vitest";
import { chargebackStatuses } from "./chargeback-machine.js";
import { commandsBetween, refundWaitsFor } from "./mirror-chargeback.js";

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

/** The table of STATES.md, and ACCEPTED with it: there, too, the buyer has the money. */
test.each(chargebackStatuses)(
  "a refund waits for a chargeback that is %s only if it must",
  (status) => {
    const waits = {
      NEEDS_RESPONSE: "chargeback_open",
      UNDER_REVIEW: "chargeback_open",
      LOST: "chargeback_lost",
      ACCEPTED: "chargeback_lost",
    } as Record<string, string>;
    expect(refundWaitsFor([{ status }])).toBe(waits[status] ?? null);
    expect(refundWaitsFor([{ status }, { status: "UNDER_REVIEW" }])).toBe("chargeback_open");
  },
);
