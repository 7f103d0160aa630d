import { describe, expect, test } from "vitest";
import type { LineFacts } from "../cancellation/cancellation-facts.js";
import { decideShipment } from "./decide-shipment.js";
import type { OrderStatus } from "./order-machine.js";

const line = (lineId: string, some: Partial<LineFacts> = {}): LineFacts => ({
  lineId,
  quantity: 2,
  canceledQuantity: 0,
  heldQuantity: 0,
  shippedQuantity: 0,
  returningQuantity: 0,
  returnedQuantity: 0,
  unitPriceMinor: 100,
  discountMinor: 0,
  taxMinor: 0,
  shippingMinor: 0,
  takenMinor: 0,
  ...some,
});
const order = (
  lines: LineFacts[],
  some: {
    status?: OrderStatus;
    lineIds?: string[];
    open?: string;
    untaken?: { dueBy: Date | null };
  } = {},
) => ({
  status: some.status ?? ("PROCESSING" as const),
  canceledAt: null,
  openCancellationId: some.open ?? null,
  untaken: some.untaken ?? null,
  lines,
  lineIds: some.lineIds ?? null,
});

describe("the ship lease", () => {
  test("ships all that is left, past units that were canceled", () => {
    const decision = decideShipment(
      order([line("a", { canceledQuantity: 1 }), line("b", { canceledQuantity: 2 })]),
    );
    expect(decision).toEqual({
      allowed: true,
      units: [{ lineId: "a", quantity: 1 }],
      command: "shipAll",
    });
  });

  test("is nobody's while the payment is not taken", () => {
    const dueBy = new Date("2026-11-24T12:00:00Z");
    const decision = decideShipment(order([line("a")], { untaken: { dueBy } }));
    expect(decision).toMatchObject({ refusal: { kind: "PaymentNotTaken", dueBy } });
  });

  test("ships a part, straight from waiting", () => {
    const given = order([line("a"), line("b")], { status: "AWAITING_SHIPMENT", lineIds: ["b"] });
    expect(decideShipment(given)).toMatchObject({ allowed: true, command: "shipPart" });
  });

  test.each([
    ["a canceled line", order([line("a", { canceledQuantity: 2 })]), "LinesCanceled"],
    [
      "a canceled line by name",
      order([line("a", { canceledQuantity: 2 }), line("b")], { lineIds: ["a"] }),
      "LinesCanceled",
    ],
    [
      "a line in an open request",
      order([line("a", { heldQuantity: 1 })], { open: "can" }),
      "LinesHeldByCancellation",
    ],
    [
      "an order not yet out of its grace period",
      order([line("a")], { status: "GRACE_PERIOD" }),
      "NotInThisState",
    ],
    [
      "what was shipped",
      order([line("a", { shippedQuantity: 2 })], { status: "SHIPPED" }),
      "NotInThisState",
    ],
    ["no line at all", order([line("a")], { lineIds: [] }), "NotInThisState"],
  ])("refuses %s", (_name, given, kind) => {
    const decision = decideShipment(given);
    expect(decision.allowed ? null : decision.refusal.kind).toBe(kind);
  });
});
