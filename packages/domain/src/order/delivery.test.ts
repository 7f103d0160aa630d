import { describe, expect, test } from "vitest";
import { expectedDelivery, refuseExpected, refuseNotArrived } from "./delivery.js";

const due = new Date("2026-11-24T12:00:00Z");
const before = new Date("2026-11-24T11:59:59Z");

describe("a parcel that did not arrive", () => {
  test.each([
    ["SHIPPED", due, due, null],
    ["SHIPPED", due, before, "DeliveryNotLate"],
    ["SHIPPED", null, before, null],
    ["DELIVERED", due, due, "NotInThisState"],
    ["PROCESSING", due, due, "NotInThisState"],
  ] as const)("%s, expected by %s, said at %s: %s", (status, estimatedDeliveryBy, now, refusal) => {
    expect(refuseNotArrived({ status, estimatedDeliveryBy }, now)?.kind ?? null).toBe(refusal);
  });

  test.each([
    ["the moment it leaves", due, "InvalidInput"],
    ["before it left", before, "InvalidInput"],
    ["the next day", new Date("2026-11-25T12:00:00Z"), undefined],
    ["in 90 days", new Date("2027-02-22T12:00:00Z"), undefined],
    ["later than anybody would ask", new Date("2027-02-22T12:00:01Z"), "InvalidInput"],
    ["whenever", null, undefined],
  ])("can't be expected %s to keep its buyer from asking", (_, said, refusal) => {
    expect(refuseExpected(said, due)?.kind).toBe(refusal);
  });

  test("is expected as its seller said, else after the usual days", () => {
    expect(expectedDelivery(before, due, "Europe/Berlin")).toBe(due);
    expect(expectedDelivery(due, null, "Europe/Berlin")).toEqual(
      new Date("2026-12-04T22:59:59.999Z"),
    );
  });
});
