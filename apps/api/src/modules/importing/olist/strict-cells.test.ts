import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toInstant, toMinor, toRating } from "./strict-cells.js";

describe("an amount", () => {
  test.each([
    ["13.489999999999998", 1_349],
    ["13.480000000000002", 1_348],
    ["0.9999999999999999", 100],
    ["99.9", 9_990],
    ["50", 5_000],
    ["19,90", 1_990],
    [" 7.10 ", 710],
    ["-5.00", -500],
    ["-0.00", 0],
    ["0000000000012.50", 1_250],
  ])("%s is %i cents", (text, minor) => expect(toMinor(text)).toBe(minor));

  test.each([
    "",
    "abc",
    "1.234,50",
    "1,234.50",
    "10.123",
    "10.005",
    "1e3",
    "+5",
    "5.",
    ".5",
    "0x10",
    "NaN",
    "Infinity",
    "12345678901234567",
    "99999999999.00",
    "10 00",
    "R$10",
  ])("%s is none", (text) => expect(toMinor(text)).toBeNull());

  test("is what a binary fraction was meant to be", () => {
    const cents = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const sum = a / 100 + b / 100;
        fc.pre(!String(sum).includes("e"));
        expect(toMinor(String(sum))).toBe(a + b);
        expect(toMinor((a / 100).toFixed(2))).toBe(a);
      }),
    );
  });
});

test.each([
  "2026-02-30 10:00:00",
  "2025-02-29 10:00:00",
  "2018-13-01 10:00:00",
  "2018-00-10 10:00:00",
  "2018-01-01 24:00:00",
  "2018-01-01 10:60:00",
  "2018-1-1 10:00:00",
  "01/02/2018 10:00:00",
  "2018-01-01",
  "0018-01-01 10:00:00",
  "9999-12-31 00:00:00",
  "2018-01-01 10:00:00Z",
  "yesterday",
])("%s is no time", (text) => expect(toInstant(text)).toBeNull());

test("a time is local to São Paulo, also at an hour that summer time left out", () => {
  expect(toInstant("2018-08-20 10:00:00")?.toISOString()).toBe("2018-08-20T13:00:00.000Z");
  expect(toInstant("2017-12-20 10:00:00")?.toISOString()).toBe("2017-12-20T12:00:00.000Z");
  expect(toInstant("2017-10-15 00:00:00")).not.toBeNull();
  expect(toInstant("2020-02-29 23:59:59")?.toISOString()).toBe("2020-03-01T02:59:59.000Z");
});

test.each(["", "0", "6", "4.5", "-1", "five", "1e0", "٣"])("%s is no rating", (text) =>
  expect(toRating(text)).toBeNull(),
);
