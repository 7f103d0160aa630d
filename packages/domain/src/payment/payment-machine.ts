import { defineMachine } from "../machine/machine.js";

export const paymentStates = ["PENDING", "AUTHORIZED", "CAPTURED", "VOIDED"] as const;
export type PaymentState = (typeof paymentStates)[number];

/** One payment of a purchase, before money comes back: asked for, held at the bank, taken, or let go. */
export const paymentMachine = defineMachine<PaymentState>("payment", {
  states: paymentStates,
  initial: ["PENDING", "AUTHORIZED", "CAPTURED"],
  final: ["CAPTURED"],
  table: [
    ["PENDING", "authorize", "AUTHORIZED", "the bank holds the amount"],
    ["PENDING", "capture", "CAPTURED", "paid"],
    ["PENDING", "void", "VOIDED", "called off: the order ended unpaid"],
    ["AUTHORIZED", "capture", "CAPTURED", "taken when the seller packs, less what was canceled"],
    ["AUTHORIZED", "void", "VOIDED", "given back, or it lapsed"],
    ["VOIDED", "capture", "CAPTURED", "paid after all: refunded, where the order is over"],
  ],
});
