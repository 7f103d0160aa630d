import { expect, test } from "vitest";
import { parseAmount } from "./parse-amount.js";

test.each([
  ["90,50", 2, 9_050],
  ["90.50", 2, 9_050],
  ["90,5", 2, 9_050],
  ["1.234,56", 2, 123_456],
  ["R$ 1,234.56", 2, 123_456],
  ["1.234", 2, 123_400],
  ["12,345", 3, 12_345],
  ["1,234", 0, 1_234],
  ["250", 0, 250],
  ["12.5", 0, null],
  ["-5", 2, null],
  ["nothing", 2, null],
])("%s, with %i decimals, is %s minor units", (text, decimals, minor) => {
  expect(parseAmount(text, decimals)).toBe(minor);
});
