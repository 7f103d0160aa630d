import { expect, test } from "vitest";
import { calendarFor } from "../calendar/calendars.js";
import { driftDueBy } from "./drift-due.js";

test("what costs money is due after one working day, the rest after two, weekends not counted", () => {
  const friday = new Date("2026-03-06T15:00:00Z");
  const brazil = calendarFor("BR");
  expect(driftDueBy("DUPLICATE", friday, brazil)).toEqual(new Date("2026-03-09T15:00:00Z"));
  expect(driftDueBy("LATE", friday, brazil)).toEqual(new Date("2026-03-10T15:00:00Z"));
});
