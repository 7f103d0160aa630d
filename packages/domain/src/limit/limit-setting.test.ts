import { describe, expect, test } from "vitest";
import { limitRoles, limitUntilSet, looserThan } from "./limit-setting.js";

describe("limits nobody has set", () => {
  test.each([
    ["JPY", 500],
    ["BRL", 50_000],
    ["KWD", 500_000],
  ])("are in the decimals of the currency: %s", (currency, perRefundMinor) => {
    expect(limitUntilSet("AGENT", currency).perRefundMinor).toBe(perRefundMinor);
  });

  test.each(limitRoles)(
    "bound %s in every way, and a day is never less than one refund",
    (role) => {
      const { perRefundMinor, perDayMinor, goodwillPerDayMinor } = limitUntilSet(role, "BRL");
      expect(perRefundMinor).not.toBeNull();
      expect(perDayMinor).toBeGreaterThanOrEqual(perRefundMinor ?? Number.POSITIVE_INFINITY);
      expect(goodwillPerDayMinor).toBeLessThanOrEqual(perDayMinor ?? 0);
    },
  );

  test("grow with the role", () => {
    const [agent, lead, admin] = (["AGENT", "LEAD", "ADMIN"] as const).map((role) =>
      limitUntilSet(role, "BRL"),
    );
    expect(agent && lead && looserThan(agent, lead)).toEqual([]);
    expect(lead && admin && looserThan(lead, admin)).toEqual([]);
  });
});

test("a limit is looser where it allows more, or anything at all", () => {
  const bound = limitUntilSet("OWNER", "BRL");
  expect(looserThan({ ...bound, perRefundMinor: null }, bound)).toEqual(["perRefundMinor"]);
  expect(looserThan({ ...bound, perDayMinor: 1_000_001 }, bound)).toEqual(["perDayMinor"]);
  expect(looserThan({ ...bound, goodwillPerDayMinor: 0 }, bound)).toEqual([]);
});
