import type { CancellationStatus } from "../cancellation/cancellation-machine.js";
import { action, type NextAction } from "./next-action.js";

/** What a cancellation waits for; null when it is over, or its refund says the rest. */
export function nextActionOfCancellation(cancellation: {
  status: CancellationStatus;
  respondBy: Date | null;
  appealBy?: Date | null;
}): NextAction | null {
  switch (cancellation.status) {
    case "PENDING_SELLER":
      return action("SELLER", "DECIDE_CANCELLATION", cancellation.respondBy, "CANCELED_BY_SILENCE");
    case "ESCALATED":
      return action("SUPPORT", "RULE");
    case "REJECTED":
      return action(
        "BUYER",
        "APPEAL_OR_ACCEPT",
        cancellation.appealBy ?? null,
        cancellation.appealBy ? "REFUSAL_STANDS" : null,
      );
    case "AUTO_APPROVED":
    case "APPROVED":
    case "STOPPING_SHIPMENT":
      return action("SYSTEM", "STOP_SHIPMENT");
    case "REFUNDING":
    case "WITHDRAWN":
    case "CLOSED":
    case "SUPERSEDED_BY_SHIPMENT":
    case "COMPLETED":
      return null;
  }
}
