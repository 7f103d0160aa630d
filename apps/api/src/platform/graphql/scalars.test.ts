import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateTimeScalar, minorUnitsScalar } from "./scalars.js";

describe("an instant", () => {
  test.each([
    ["2026-11-24T09:30:00Z", "2026-11-24T09:30:00.000Z"],
    ["2026-11-24T09:30:00.5-03:00", "2026-11-24T12:30:00.500Z"],
    ["2028-02-29T23:59:59+14:00", "2028-02-29T09:59:59.000Z"],
  ])("%s is %s", (text, instant) => {
    expect(dateTimeScalar.parseValue(text).toISOString()).toBe(instant);
  });

  test.each([
    ["a day of which the order is anybody's guess", "01/02/2027"],
    ["a day that there is none of", "2027-02-30T00:00:00Z"],
    ["February 29 of a common year", "2027-02-29T00:00:00Z"],
    ["a day without a time", "2027-02-28"],
    ["a time without a zone", "2027-02-28T10:00:00"],
    ["a zone by name", "2027-02-28T10:00:00 EST"],
    ["the hour 24", "2027-02-28T24:00:00Z"],
    ["the second 60", "2027-02-28T23:59:60Z"],
    ["a year of six digits", "+020270-02-28T10:00:00Z"],
    ["a year that is none in UTC", "9999-12-31T23:59:59-23:59"],
    ["the year 0", "0000-01-01T00:00:00Z"],
    ["words", "tomorrow"],
    ["a digit", "1"],
    ["nothing", ""],
    ["more behind it", "2027-02-28T10:00:00Z; DROP"],
    ["a line feed behind it", "2027-02-28T10:00:00Z\n"],
    ["a number", 1_800_000_000_000],
    ["a list", ["2027-02-28T10:00:00Z"]],
    ["a truth", true],
  ])("is not %s", (_what, value) => {
    expect(() => dateTimeScalar.parseValue(value)).toThrow(/ISO 8601 with a zone/);
  });

  test("any text is an instant that exists, or is refused", () => {
    const almost = fc.stringMatching(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/,
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost, fc.date().map(String)), (text) => {
        let instant: Date;
        try {
          instant = dateTimeScalar.parseValue(text);
        } catch {
          return;
        }
        const [, day = "", sign = "+", hours = "0", minutes = "0"] =
          /^(.{10}).*?(?:Z|([+-])(\d\d):(\d\d))$/i.exec(text) ?? [];
        const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
        const there = new Date(instant.getTime() + offset * 60_000);
        expect(there.toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});

test.each([1.5, 2 ** 53, "5", Number.NaN, Number.POSITIVE_INFINITY, true, null, [1]])(
  "an amount is no %s",
  (value) => {
    expect(() => minorUnitsScalar.parseValue(value)).toThrow(/whole number/);
  },
);
