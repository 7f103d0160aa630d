import type { CaseStatus } from "../case/case-machine.js";
import { action, type NextAction } from "./next-action.js";

/** What a case waits for. */
export function nextActionOfCase(support: {
  status: CaseStatus;
  replyBy: Date | null;
  /** When support looks again at what waits for somebody. */
  waitsUntil: Date | null;
}): NextAction | null {
  switch (support.status) {
    case "NEW":
    case "OPEN":
      return action(
        "SUPPORT",
        "ANSWER_BUYER",
        support.replyBy,
        support.replyBy && "GOES_TO_A_LEAD",
      );
    case "PENDING_BUYER":
      return action(
        "BUYER",
        "ANSWER_SUPPORT",
        support.waitsUntil,
        support.waitsUntil && "SUPPORT_LOOKS_AGAIN",
      );
    case "PENDING_SELLER":
      return action(
        "SELLER",
        "ANSWER_SUPPORT",
        support.waitsUntil,
        support.waitsUntil && "SUPPORT_LOOKS_AGAIN",
      );
    case "ON_HOLD":
      return action(
        "PROVIDER",
        "ANSWER_SUPPORT",
        support.waitsUntil,
        support.waitsUntil && "SUPPORT_LOOKS_AGAIN",
      );
    case "RESOLVED":
    case "CLOSED":
    case "MERGED":
      return null;
  }
}
