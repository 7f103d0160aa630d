import type { ChargebackStatus } from "../chargeback/chargeback-machine.js";
import { decidedBy } from "../chargeback/mirror-chargeback.js";
import { action, type NextAction } from "./next-action.js";

/** What a chargeback waits for; null when it is over. */
export function nextActionOfChargeback(chargeback: {
  status: ChargebackStatus;
  openedAt: Date;
  evidenceDueBy: Date | null;
}): NextAction | null {
  switch (chargeback.status) {
    case "WARNING_NEEDS_RESPONSE":
    case "NEEDS_RESPONSE":
      return action("SUPPORT", "SEND_EVIDENCE", chargeback.evidenceDueBy, "CHARGEBACK_LOST");
    case "WARNING_UNDER_REVIEW":
    case "UNDER_REVIEW":
      return action(
        "PROVIDER",
        "DECIDE_CHARGEBACK",
        decidedBy(chargeback.openedAt),
        "SUPPORT_STEPS_IN",
      );
    case "WARNING_CLOSED":
    case "WON":
    case "LOST":
    case "ACCEPTED":
    case "PREVENTED":
      return null;
  }
}
