import { expect, test } from "vitest";
import { dateParameter } from "./date-parameter.js";

test.each([
  ["2026-12-11", "2026-12-11T00:00:00.000Z"],
  ["2028-02-29", "2028-02-29T00:00:00.000Z"],
  ["2026-12-11T09:30:00Z", "2026-12-11T09:30:00.000Z"],
  ["2026-12-11T09:30:00-03:00", "2026-12-11T12:30:00.000Z"],
])("%s is %s", (text, instant) => {
  expect(dateParameter(text)?.toISOString()).toBe(instant);
});

test.each([
  "11/12/2026",
  "2026-02-30",
  "2027-02-29",
  "2026-13-01",
  "2026-12",
  "2026-12-11T09:30:00",
  "2026-12-11 09:30:00Z",
  "0000-01-01",
  "Dec 11 2026",
  "1",
  "",
  "\n2026-12-11",
  ["2026-12-11", "2026-12-12"],
  { gte: "2026-12-11" },
])("%j is no date", (value) => {
  expect(dateParameter(value)).toBeUndefined();
});

test("no date is none", () => expect(dateParameter(undefined)).toBeNull());
