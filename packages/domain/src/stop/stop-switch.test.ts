import { describe, expect, test } from "vitest";
import { isStopDate, stops } from "./stop-switch.js";

const refund = { shopId: "shp_a", provider: "stripe" };

test.each([
  [{ scope: "ALL", subject: "" }, true],
  [{ scope: "SHOP", subject: "shp_a" }, true],
  [{ scope: "SHOP", subject: "shp_b" }, false],
  [{ scope: "PROVIDER", subject: "stripe" }, true],
  [{ scope: "PROVIDER", subject: "sandbox" }, false],
  // A shop can't be stopped by a provider's switch that happens to bear its id.
  [{ scope: "PROVIDER", subject: "shp_a" }, false],
] as const)("the switch %o stops the refund: %s", (stop, stopped) => {
  expect(stops(stop, refund)).toBe(stopped);
});

describe("a switch stays on until a date", () => {
  const now = new Date("2026-11-25T12:00:00Z");
  test.each([
    ["2026-11-25T12:00:01Z", true],
    ["2026-12-02T12:00:00Z", true],
    ["2026-12-02T12:00:01Z", false],
    ["2026-11-25T12:00:00Z", false],
  ])("%s: %s", (until, accepted) => {
    expect(isStopDate(now, new Date(until))).toBe(accepted);
  });
});
