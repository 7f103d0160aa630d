import type { DriftStatus } from "../reconciliation/drift-machine.js";
import { action, type NextAction } from "./next-action.js";

/** What a difference between books waits for; null once it is settled. */
export function nextActionOfDrift(drift: {
  status: DriftStatus;
  dueBy: Date;
  /** When it rose to a lead; null before. */
  escalatedAt: Date | null;
}): NextAction | null {
  if (drift.status === "HEALED" || drift.status === "ACCEPTED") return null;
  const onTimeout = drift.escalatedAt ? null : "LEAD_TAKES_OVER";
  return action("SUPPORT", "SETTLE_DRIFT", drift.dueBy, onTimeout);
}
