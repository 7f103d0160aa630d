import { expect, test } from "vitest";
import { looserThan, nothingSet } from "./limit-setting.js";

const bound = {
  perRefundMinor: 200_000,
  perDayMinor: 1_000_000,
  goodwillPerDayMinor: 200_000,
  approvalBusinessDays: 1,
};

test("a limit is looser where it allows more, or anything at all", () => {
  expect(looserThan({ ...bound, perRefundMinor: null }, bound)).toEqual(["perRefundMinor"]);
  expect(looserThan({ ...bound, perDayMinor: 1_000_001 }, bound)).toEqual(["perDayMinor"]);
  expect(looserThan({ ...bound, goodwillPerDayMinor: 0 }, bound)).toEqual([]);
});

test("no limit is within what nobody has set, but none of anything", () => {
  expect(looserThan({ ...nothingSet, perRefundMinor: 1 }, nothingSet)).toEqual(["perRefundMinor"]);
  expect(looserThan(nothingSet, nothingSet)).toEqual([]);
});
