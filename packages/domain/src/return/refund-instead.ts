import type { ReturnKind } from "./return-kind.js";
import type { ReturnStatus } from "./return-machine.js";

/** While the goods are still to be sent, the money can be had instead; a dispute is support's to rule. */
const stillOpen: readonly ReturnStatus[] = [
  "REQUESTED",
  "INFO_REQUESTED",
  "APPROVED",
  "AWAITING_SHIPMENT",
  "IN_TRANSIT",
  "RECEIVED",
];

/** Whether a return that was to bring goods can still be turned into one that brings the money. */
export const canRefundInstead = (request: { kind: ReturnKind; status: ReturnStatus }): boolean =>
  request.kind !== "REFUND" && stillOpen.includes(request.status);

/**
 * Whether its units can be settled by sending goods: all of each unit's share is still there. Where
 * something was taken off, or a part offered, what is left is money and comes back as such.
 */
export const settlesByGoods = (
  kind: ReturnKind,
  openUnits: readonly { readonly keptMinor: number; readonly deductionMinor: number }[],
): boolean =>
  kind !== "REFUND" &&
  openUnits.length > 0 &&
  openUnits.every(({ keptMinor, deductionMinor }) => keptMinor + deductionMinor === 0);
