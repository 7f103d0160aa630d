import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refuseApprover } from "./decide-approval.js";

const asked = { askedById: "teo", amountMinor: 60_000, currency: "BRL" };

describe("a second person", () => {
  test("is never the one who asked, whatever their role", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.option(fc.nat()), fc.nat(), (isAdmin, most, amountMinor) => {
        const same = { personId: "teo", isAdmin, perRefundMinor: most };
        expect(refuseApprover(same, { ...asked, amountMinor })).toMatchObject({
          kind: "SecondPersonNeeded",
          why: "SAME_PERSON",
        });
      }),
    );
  });

  test.each([
    ["might have given it alone", { isAdmin: false, perRefundMinor: 60_000 }, null],
    ["has no limit", { isAdmin: false, perRefundMinor: null }, null],
    ["is an administrator", { isAdmin: true, perRefundMinor: 1 }, null],
    ["has a lower limit", { isAdmin: false, perRefundMinor: 59_999 }, "LIMIT_TOO_LOW"],
  ] as const)("who %s", (_who, approver, why) => {
    const refusal = refuseApprover({ personId: "sol", ...approver }, asked);
    expect(refusal && "why" in refusal ? refusal.why : null).toBe(why);
  });
});
