import { defineMachine } from "../machine/machine.js";

export const cancellationStatuses = [
  "PENDING_SELLER",
  "AUTO_APPROVED",
  "APPROVED",
  "REJECTED",
  "WITHDRAWN",
  "ESCALATED",
  "CLOSED",
  "STOPPING_SHIPMENT",
  "SUPERSEDED_BY_SHIPMENT",
  "REFUNDING",
  "COMPLETED",
] as const;
export type CancellationStatus = (typeof cancellationStatuses)[number];

export const cancellationMachine = defineMachine<CancellationStatus>("cancellation", {
  states: cancellationStatuses,
  initial: ["PENDING_SELLER", "AUTO_APPROVED"],
  final: ["WITHDRAWN", "CLOSED", "SUPERSEDED_BY_SHIPMENT", "COMPLETED"],
  table: [
    ["PENDING_SELLER", "approve", "APPROVED", "seller, or an agent for them"],
    ["PENDING_SELLER", "reject", "REJECTED", "seller, with a reason"],
    ["PENDING_SELLER", "withdraw", "WITHDRAWN", "buyer"],
    [
      "PENDING_SELLER",
      "approveBySilence",
      "AUTO_APPROVED",
      "the seller's deadline passed (system)",
    ],
    ["REJECTED", "escalate", "ESCALATED", "buyer, within the appeal window"],
    ["REJECTED", "close", "CLOSED", "the appeal window is over"],
    ["ESCALATED", "ruleForBuyer", "APPROVED", "the ruling"],
    ["ESCALATED", "ruleForSeller", "CLOSED", "the ruling"],
    ["APPROVED", "stopShipment", "STOPPING_SHIPMENT", "lines reserved, stop sent"],
    ["AUTO_APPROVED", "stopShipment", "STOPPING_SHIPMENT", "lines reserved, stop sent"],
    ["STOPPING_SHIPMENT", "beginRefund", "REFUNDING", "the ship lease was won"],
    ["STOPPING_SHIPMENT", "supersede", "SUPERSEDED_BY_SHIPMENT", "the parcel had left"],
    [
      "REFUNDING",
      "complete",
      "COMPLETED",
      "every linked refund succeeded, the authorisation was voided, or nothing was captured",
    ],
  ],
});
