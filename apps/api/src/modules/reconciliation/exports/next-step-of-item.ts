import { type DriftStep, nextStepOf } from "@makegood/domain/reconciliation/drift";
import type { DriftItemEntity } from "./drift-item.entity.js";

/** The one right thing to do next about an item; null once it is closed. */
export function nextStepOfItem(item: DriftItemEntity): DriftStep | null {
  if (item.status === "HEALED" || item.status === "ACCEPTED") return null;
  if (item.status === "ACCEPTANCE_PROPOSED") return "ACCEPT";
  const ourPayment = item.paymentId !== null;
  return nextStepOf({
    about: item.about,
    kind: item.kind,
    known: oursOf(item) !== null,
    ourPayment,
    inCase: item.caseId !== null,
  });
}

/** What of ours an item is about; null where there is none. */
function oursOf(item: DriftItemEntity): string | null {
  switch (item.about) {
    case "REFUND":
      return item.attemptId;
    case "CHARGE":
    case "HOLD":
      return item.paymentId;
    case "CHARGEBACK":
      return item.chargebackId;
    case "TRANSFER":
      return item.payoutId;
  }
}
