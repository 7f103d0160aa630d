import type { DisputeStatus } from "../dispute/dispute-machine.js";
import { action, type NextAction } from "./next-action.js";

/** What a dispute waits for; null when it is over. */
export function nextActionOfDispute({
  status,
  dueAt,
}: {
  status: DisputeStatus;
  dueAt: Date | null;
}): NextAction | null {
  switch (status) {
    case "OPENED":
    case "AWAITING_SELLER_RESPONSE":
      return action("SELLER", "ANSWER_DISPUTE", dueAt, "DECIDED_FOR_BUYER");
    case "EVIDENCE":
    case "UNDER_REVIEW":
    case "APPEALED":
      return action("SUPPORT", "RULE", dueAt);
    case "DECIDED_BUYER":
    case "DECIDED_SELLER":
    case "DECIDED_SPLIT":
    case "APPEAL_WINDOW":
      return action("BUYER", "APPEAL_RULING", dueAt, "RULING_STANDS");
    case "FINAL":
    case "WITHDRAWN":
    case "AGREED":
      return null;
  }
}
