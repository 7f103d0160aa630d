import { type DriftStep, nextStepOf } from "@makegood/domain/reconciliation/drift";
import type { DriftItemEntity } from "./exports/drift-item.entity.js";

/** The one right thing to do next about an item; null once it is closed. */
export function nextStepOfItem(item: DriftItemEntity): DriftStep | null {
  if (item.status === "HEALED" || item.status === "ACCEPTED") return null;
  if (item.status === "ACCEPTANCE_PROPOSED") return "ACCEPT";
  return nextStepOf({
    kind: item.kind,
    attempted: item.attemptId !== null,
    ourPayment: item.paymentId !== null,
    inCase: item.caseId !== null,
  });
}
