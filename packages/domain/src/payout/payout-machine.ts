import { defineMachine } from "../machine/machine.js";

export const payoutStatuses = ["SCHEDULED", "PAID", "FAILED", "CARRIED_OVER"] as const;
export type PayoutStatus = (typeof payoutStatuses)[number];

/**
 * Money on its way from the marketplace to a shop. What fails is on the shop's balance again and goes
 * with the next run; a shop that owes has nothing paid out, and what it owes is carried over.
 */
export const payoutMachine = defineMachine<PayoutStatus>("payout", {
  states: payoutStatuses,
  initial: ["SCHEDULED", "CARRIED_OVER"],
  final: ["FAILED", "CARRIED_OVER"],
  table: [
    ["SCHEDULED", "pay", "PAID", "the bank took it, or an admin transferred it"],
    ["SCHEDULED", "fail", "FAILED", "the bank refused it"],
    ["PAID", "fail", "FAILED", "the bank sent it back"],
  ],
});
