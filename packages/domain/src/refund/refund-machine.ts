import { defineMachine } from "../machine/machine.js";

export const refundStatuses = [
  "PENDING_APPROVAL",
  "APPROVED",
  "PROCESSING",
  "REQUIRES_ACTION",
  "SUCCEEDED",
  "FAILED",
  "REVERSED",
  "ALTERNATIVE_PAYOUT",
  "CANCELED",
] as const;
export type RefundStatus = (typeof refundStatuses)[number];

/** SUCCEEDED means that the network took it; it may still be reversed for some thirty days. */
export const refundMachine = defineMachine<RefundStatus>("refund", {
  states: refundStatuses,
  initial: ["PENDING_APPROVAL", "APPROVED"],
  final: ["CANCELED"],
  table: [
    ["PENDING_APPROVAL", "approve", "APPROVED", "a second person"],
    ["PENDING_APPROVAL", "decline", "CANCELED", "a second person, with a reason"],
    ["PENDING_APPROVAL", "expire", "CANCELED", "nobody answered in time"],
    ["APPROVED", "submit", "PROCESSING", "the attempt and its key are committed before the call"],
    ["APPROVED", "cancel", "CANCELED", "only before the first attempt"],
    ["APPROVED", "close", "CANCELED", "the buyer's bank has paid it"],
    ["PROCESSING", "close", "CANCELED", "the same, where nothing of it is paid or under way"],
    ["PROCESSING", "closeRest", "SUCCEEDED", "the same of its rest, where a part is paid"],
    ["PROCESSING", "keepPending", "PROCESSING", "the provider says it is pending, and why"],
    ["PROCESSING", "requireAction", "REQUIRES_ACTION", "the buyer must give bank details"],
    ["PROCESSING", "succeed", "SUCCEEDED", "the network took all of it"],
    ["PROCESSING", "fail", "FAILED", "known to have failed for good"],
    [
      "PROCESSING",
      "reverse",
      "REVERSED",
      "a part that had gone came back while the rest was under way",
    ],
    ["REQUIRES_ACTION", "act", "PROCESSING", "the buyer gave what was needed"],
    ["REQUIRES_ACTION", "cancel", "CANCELED", "support, with the buyer"],
    ["REQUIRES_ACTION", "fail", "FAILED", "it expired"],
    ["SUCCEEDED", "reverse", "REVERSED", "the bank sent it back"],
    ["FAILED", "retry", "PROCESSING", "another attempt"],
    ["FAILED", "payOut", "ALTERNATIVE_PAYOUT", "store credit or bank transfer, with consent"],
    ["FAILED", "close", "CANCELED", "the buyer's bank has paid it"],
    ["FAILED", "closeRest", "SUCCEEDED", "the buyer's bank has paid its rest"],
    ["REVERSED", "close", "CANCELED", "the buyer's bank has paid it"],
    ["REVERSED", "closeRest", "SUCCEEDED", "the buyer's bank has paid its rest"],
    ["REVERSED", "requireAction", "REQUIRES_ACTION", "its other part must have bank details"],
    ["REVERSED", "retry", "PROCESSING", "another attempt"],
    ["REVERSED", "payOut", "ALTERNATIVE_PAYOUT", "store credit or bank transfer, with consent"],
    ["ALTERNATIVE_PAYOUT", "succeed", "SUCCEEDED", "paid out"],
    ["ALTERNATIVE_PAYOUT", "fail", "FAILED", "could not be paid out"],
    ["FAILED", "succeedLate", "SUCCEEDED", "what was said to have failed had worked after all"],
    ["REVERSED", "succeedLate", "SUCCEEDED", "it had stayed, or an earlier attempt had worked"],
    ["REVERSED", "goOn", "PROCESSING", "it had stayed after all; its other part is under way"],
  ],
});
