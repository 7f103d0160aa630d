import { defineMachine } from "../machine/machine.js";

export const chargebackStatuses = [
  "WARNING_NEEDS_RESPONSE",
  "WARNING_UNDER_REVIEW",
  "WARNING_CLOSED",
  "NEEDS_RESPONSE",
  "UNDER_REVIEW",
  "WON",
  "LOST",
  "ACCEPTED",
  "PREVENTED",
] as const;
export type ChargebackStatus = (typeof chargebackStatuses)[number];

/** A mirror: the provider moves it, we follow. */
export const chargebackMachine = defineMachine<ChargebackStatus>("chargeback", {
  states: chargebackStatuses,
  initial: ["WARNING_NEEDS_RESPONSE", "NEEDS_RESPONSE", "PREVENTED"],
  final: ["WARNING_CLOSED", "WON", "ACCEPTED", "PREVENTED"],
  table: [
    ["WARNING_NEEDS_RESPONSE", "respond", "WARNING_UNDER_REVIEW", "provider"],
    ["WARNING_NEEDS_RESPONSE", "dispute", "NEEDS_RESPONSE", "provider"],
    ["WARNING_NEEDS_RESPONSE", "close", "WARNING_CLOSED", "provider"],
    ["WARNING_UNDER_REVIEW", "close", "WARNING_CLOSED", "provider"],
    ["WARNING_NEEDS_RESPONSE", "prevent", "PREVENTED", "provider, before the bank took anything"],
    ["WARNING_UNDER_REVIEW", "prevent", "PREVENTED", "provider, before the bank took anything"],
    ["WARNING_UNDER_REVIEW", "dispute", "NEEDS_RESPONSE", "provider"],
    ["NEEDS_RESPONSE", "respond", "UNDER_REVIEW", "provider"],
    ["NEEDS_RESPONSE", "accept", "ACCEPTED", "provider"],
    ["NEEDS_RESPONSE", "lose", "LOST", "provider"],
    ["UNDER_REVIEW", "win", "WON", "provider"],
    ["UNDER_REVIEW", "lose", "LOST", "provider"],
    ["LOST", "reverse", "WON", "provider: an appeal was won, or the bank reversed its decision"],
  ],
});
