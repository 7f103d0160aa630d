import { expect, test } from "vitest";
import { suggestDisposition } from "./suggest-disposition.js";

test.each([
  ["RECEIVED", "A", "RESTOCKED"],
  ["RECEIVED", "B", "RESTOCKED"],
  ["RECEIVED", "C", "PROCESSING_REQUIRED"],
  ["RECEIVED", "D", "NOT_RESTOCKED"],
  ["WRONG_ITEM", "A", "NOT_RESTOCKED"],
  ["MISSING", "A", "MISSING"],
] as const)("a unit that is %s and of grade %s is %s", (reception, grade, disposition) => {
  expect(suggestDisposition(reception, grade)).toBe(disposition);
});
