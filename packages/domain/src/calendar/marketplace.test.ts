import { expect, test } from "vitest";
import { addBusinessHours, isBusinessDay } from "./calendar.js";
import { marketplaceIn } from "./marketplace.js";

test("a marketplace keeps its country's holidays in its own zone and hours", () => {
  const { calendar, zone } = marketplaceIn("US", {
    zone: "America/Los_Angeles",
    hours: [{ opens: 8 * 60, closes: 12 * 60 }],
  });
  expect(zone).toEqual({ id: "America/Los_Angeles", said: true });
  expect(isBusinessDay(calendar, new Date("2026-11-26T18:00:00Z"))).toBe(false); // Thanksgiving
  // Tuesday 11:00 in Los Angeles (UTC-8) and two hours: one then, one on Wednesday from 8:00.
  expect(addBusinessHours(calendar, new Date("2026-12-01T19:00:00Z"), 2)).toEqual(
    new Date("2026-12-02T17:00:00Z"),
  );
});
