import type { CaseStatus } from "../case/case-machine.js";
import { action, type NextAction } from "./next-action.js";

/** What a case waits for. */
export function nextActionOfCase(support: {
  status: CaseStatus;
  replyBy: Date | null;
}): NextAction | null {
  switch (support.status) {
    case "NEW":
    case "OPEN":
    case "ON_HOLD":
      return action(
        "SUPPORT",
        "ANSWER_BUYER",
        support.replyBy,
        support.replyBy && "GOES_TO_A_LEAD",
      );
    case "PENDING_BUYER":
      return action("BUYER", "ANSWER_SUPPORT");
    case "PENDING_SELLER":
      return action("SELLER", "ANSWER_SUPPORT", support.replyBy);
    case "RESOLVED":
    case "CLOSED":
    case "MERGED":
      return null;
  }
}
