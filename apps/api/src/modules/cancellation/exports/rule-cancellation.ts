import { assert } from "@makegood/domain/assert";
import { cancellationMachine } from "@makegood/domain/cancellation/cancellation-machine";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import { carryOut } from "../carry-out.js";
import { advanceCancellation } from "./advance-cancellation.js";
import { CancellationUnitEntity } from "./cancellation-unit.entity.js";
import { completeCancellation } from "./complete-cancellation.js";
import { type LockedCancellation, lockCancellation } from "./lock-cancellation.js";
import { QuoteEntity } from "./quote.entity.js";
import { quoteBody } from "./quote-view.js";
import { appealDeadline } from "./request-cancellation.js";

/** The buyer brings a rejection to support; null where that is possible, and done. */
export async function escalateCancellation(
  unit: UnitOfWork,
  { cancellation }: LockedCancellation,
): Promise<Refusal | null> {
  const refusal = refuseTransition(cancellationMachine, cancellation.status, "escalate");
  if (refusal) return refusal;
  const { appealBy, id: cancellationId, orderId } = cancellation;
  if (appealBy && appealBy <= unit.now) return { kind: "AppealWindowOver", endedAt: appealBy };
  await advanceCancellation(unit.manager, cancellation, "escalate");
  await settleDeadline(unit.manager, appealDeadline, cancellationId, unit.now);
  await recordEvent(unit, { orderId, kind: "cancellation.escalated", cancellationId });
  return null;
}

/**
 * Carries out what was ruled about an escalated cancellation. Its units were free to ship meanwhile:
 * where they left, the buyer is led to the return instead. Where somebody canceled them meanwhile,
 * nothing is left to do.
 */
export async function ruleCancellation(
  unit: UnitOfWork,
  cancellationId: string,
  ruledFor: "BUYER" | "SELLER",
): Promise<void> {
  const given = await lockCancellation(unit, null, cancellationId);
  assert(given?.cancellation.status === "ESCALATED", "a dispute is about something escalated");
  const { manager } = unit;
  const { cancellation, locked } = given;
  const { orderId } = cancellation;
  if (ruledFor === "SELLER") {
    await advanceCancellation(manager, cancellation, "ruleForSeller");
    await recordEvent(unit, { orderId, kind: "cancellation.closed", cancellationId });
    return;
  }
  await advanceCancellation(manager, cancellation, "ruleForBuyer", {
    decidedAt: unit.now,
    decidedBy: unit.actor.kind,
  });
  const found = await holdAgain(unit, given);
  if (found !== "HELD") {
    await recordEvent(unit, { orderId, kind: "cancellation.approved", cancellationId });
    if (found === "CANCELED") {
      await advanceCancellation(manager, cancellation, ["stopShipment", "beginRefund"]);
      return completeCancellation(unit, cancellation);
    }
    await advanceCancellation(manager, cancellation, ["stopShipment", "supersede"]);
    await recordEvent(unit, { orderId, kind: "cancellation.superseded", cancellationId });
    return;
  }
  const quote = await manager.findOneByOrFail(QuoteEntity, { id: cancellation.quoteId });
  await carryOut(unit, locked, cancellation, quoteBody(quote), "cancellation.approved");
}

/** Takes the ship lease of the released units once more, unless they have left or are canceled. */
async function holdAgain(
  { manager }: UnitOfWork,
  { cancellation }: LockedCancellation,
): Promise<"HELD" | "CANCELED" | "LEFT"> {
  const { id: cancellationId, orderId } = cancellation;
  const units = await manager.findBy(CancellationUnitEntity, { cancellationId });
  const lines = await manager.findBy(OrderLineEntity, { orderId });
  const every = (fits: (line: OrderLineEntity, quantity: number) => boolean) =>
    units.every(({ lineId, quantity }) => {
      const line = lines.find(({ id }) => id === lineId);
      return line !== undefined && fits(line, quantity);
    });
  const freeOf = ({ canceledQuantity, heldQuantity, shippedQuantity, ...line }: OrderLineEntity) =>
    line.quantity - canceledQuantity - heldQuantity - shippedQuantity;
  if (every((line, quantity) => quantity <= freeOf(line))) {
    await manager.update(CancellationUnitEntity, { cancellationId }, { state: "HELD" });
    return "HELD";
  }
  return every((line, quantity) => quantity <= line.canceledQuantity) ? "CANCELED" : "LEFT";
}
