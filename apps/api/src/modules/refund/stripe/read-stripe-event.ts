import type Stripe from "stripe";
import type { ProviderEvent } from "../exports/refund-provider.js";
import { readChargeback, readRefund } from "./read-stripe.js";
import { readIntent } from "./read-stripe-intent.js";

/** What a webhook's event means for us; events of other subjects mean nothing. */
export function readStripeEvent(event: Stripe.Event): ProviderEvent[] {
  switch (event.type) {
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
    case "charge.refund.updated":
      return [{ kind: "REFUND", refund: readRefund(event.data.object) }];
    case "charge.refunded": {
      // It comes without the refunds themselves since Stripe's version of November 2022.
      const { id, payment_intent: intent } = event.data.object;
      const intentId = typeof intent === "string" ? intent : (intent?.id ?? null);
      return [{ kind: "CHARGE_CHANGED", provider: "stripe", chargeId: id, intentId }];
    }
    case "payment_intent.amount_capturable_updated":
    case "payment_intent.succeeded":
    case "payment_intent.canceled":
    case "payment_intent.payment_failed":
      return [{ kind: "PAYMENT", charge: readIntent(event.data.object) }];
    case "charge.dispute.created":
    case "charge.dispute.updated":
    case "charge.dispute.closed":
    case "charge.dispute.funds_withdrawn":
    case "charge.dispute.funds_reinstated":
      return [{ kind: "CHARGEBACK", chargeback: readChargeback(event.data.object) }];
    default:
      return [];
  }
}
