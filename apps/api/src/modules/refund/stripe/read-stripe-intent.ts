import type Stripe from "stripe";
import type { ProviderCharge } from "../exports/refund-provider.js";
import { idOf } from "./read-stripe.js";
import { fromStripeAmount } from "./stripe-amounts.js";

const statuses: Readonly<Record<string, ProviderCharge["status"]>> = {
  requires_capture: "authorized",
  succeeded: "captured",
  canceled: "voided",
};

/**
 * How a payment intent of Stripe's stands. What the buyer or the bank has yet to do, and any status
 * that we don't know yet, is on its way.
 */
export function readIntent(intent: Stripe.PaymentIntent): ProviderCharge {
  const currency = intent.currency.toUpperCase();
  return {
    provider: "stripe",
    chargeId: idOf(intent.latest_charge) ?? intent.id,
    intentId: intent.id,
    status: statuses[intent.status] ?? "pending",
    capturedMinor: fromStripeAmount(intent.amount_received, currency),
    currency,
    authorizedUntil: holdEndsAt(intent.latest_charge),
  };
}

/** Known only where the charge came with its intent, which webhooks leave out. */
function holdEndsAt(charge: Stripe.PaymentIntent["latest_charge"]): Date | null {
  if (charge === null || typeof charge === "string") return null;
  const before = charge.payment_method_details?.card?.capture_before;
  return before === undefined ? null : new Date(before * 1000);
}
