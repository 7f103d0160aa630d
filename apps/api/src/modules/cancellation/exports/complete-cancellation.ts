import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { advanceCancellation } from "./advance-cancellation.js";
import type { CancellationEntity } from "./cancellation.entity.js";

/** A cancellation is complete when its money has gone, or when there was none to send. */
export async function completeCancellation(
  unit: UnitOfWork,
  cancellation: CancellationEntity,
): Promise<void> {
  await advanceCancellation(unit.manager, cancellation, "complete");
  const { id: cancellationId, orderId } = cancellation;
  await recordEvent(unit, { orderId, kind: "cancellation.completed", cancellationId });
}
