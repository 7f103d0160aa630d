import type { OrderMoney } from "../payment/order-money.js";
import { action, type NextAction } from "./next-action.js";

export interface Collecting {
  readonly money: OrderMoney;
  /** Until when it has to be paid, or paid again. */
  readonly paymentDueBy: Date | null;
  /** Until when the bank holds what was authorised. */
  readonly authorizedUntil: Date | null;
}

/** What an order waits for until its money is taken, or let go; null where it goes on by itself. */
export function nextActionOfPayment(collecting: Collecting): NextAction | null {
  const { money, paymentDueBy, authorizedUntil } = collecting;
  const lapses = authorizedUntil ? "AUTHORIZATION_LAPSES" : null;
  switch (money.kind) {
    case "DUE":
      return action("BUYER", "PAY", paymentDueBy, "ORDER_EXPIRES");
    case "CAPTURE_FAILED":
      return action("BUYER", "PAY_AGAIN", paymentDueBy, "ORDER_CANCELED_UNPAID");
    case "UNDER_WAY":
      return money.step === "CAPTURE"
        ? action("PROVIDER", "TAKE_PAYMENT", authorizedUntil, "BUYER_PAYS_AGAIN")
        : action("PROVIDER", "RELEASE_PAYMENT", authorizedUntil, lapses);
    case "TO_RELEASE":
      return action("PROVIDER", "RELEASE_PAYMENT", authorizedUntil, lapses);
    case "RELEASE_FAILED":
      return action("SUPPORT", "PUT_PAYMENT_RIGHT", authorizedUntil, lapses);
    case "AUTHORIZED":
    case "TAKEN":
    case "TAKEN_IN_VAIN":
    case "RELEASED":
      return null;
  }
}
