import type { LineFacts } from "../cancellation/cancellation-facts.js";
import type { UnitsOfLine } from "../decision/decision.js";
import { decideTransition } from "../machine/machine.js";
import type { Refusal } from "../refusal/refusal.js";
import { type OrderStatus, orderMachine } from "./order-machine.js";

export type ShipmentDecision =
  | {
      readonly allowed: true;
      readonly units: readonly UnitsOfLine[];
      readonly command: "shipAll" | "shipPart";
    }
  | { readonly allowed: false; readonly refusal: Refusal };

const refused = (refusal: Refusal): ShipmentDecision => ({ allowed: false, refusal });

/**
 * The ship lease: of a line, a unit is canceled, held by an open cancellation, or shipped, never two
 * of them. Who asks while another holds it is told who does. Without lines named, all that is left.
 */
export function decideShipment(order: {
  status: OrderStatus;
  canceledAt: Date | null;
  openCancellationId: string | null;
  /** Set while its money is not taken: until when the buyer has to pay again, if their bank declined. */
  untaken: { readonly dueBy: Date | null } | null;
  lines: readonly LineFacts[];
  lineIds: readonly string[] | null;
}): ShipmentDecision {
  const wanted = order.lines.filter(({ lineId }) => order.lineIds?.includes(lineId) ?? true);
  const left = (line: LineFacts) => line.quantity - line.canceledQuantity - line.shippedQuantity;
  const canceled = wanted.filter((line) => line.canceledQuantity === line.quantity);
  const nothingLeft = wanted.every((line) => left(line) === 0);
  if (canceled.length > 0 && (order.lineIds !== null || nothingLeft)) {
    const lineIds = canceled.map(({ lineId }) => lineId);
    return refused({ kind: "LinesCanceled", lineIds, canceledAt: order.canceledAt });
  }
  if (order.openCancellationId !== null && wanted.some((line) => line.heldQuantity > 0)) {
    return refused({ kind: "LinesHeldByCancellation", cancellationId: order.openCancellationId });
  }

  if (order.untaken !== null && order.status !== "PENDING_PAYMENT") {
    return refused({ kind: "PaymentNotTaken", dueBy: order.untaken.dueBy });
  }

  const units = wanted
    .map((line) => ({ lineId: line.lineId, quantity: left(line) }))
    .filter(({ quantity }) => quantity > 0);
  const shipsAll = order.lines.every(
    (line) => left(line) === (units.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0),
  );
  const command = shipsAll ? "shipAll" : "shipPart";
  // Who ships without saying first that they pack has begun to pack, too.
  const from = order.status === "AWAITING_SHIPMENT" ? "PROCESSING" : order.status;
  const step = decideTransition(orderMachine, from, command);
  if (units.length === 0 || !step.allowed) {
    const { status: state } = order;
    const allowedCommands = step.allowed ? [] : step.allowedCommands;
    return refused({
      kind: "NotInThisState",
      machine: "order",
      state,
      command: "ship",
      allowedCommands,
    });
  }
  return { allowed: true, units, command };
}
