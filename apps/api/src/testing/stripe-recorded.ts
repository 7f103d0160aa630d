import type Stripe from "stripe";

/** A payment intent as docs.stripe.com/api/payment_intents/object shows it, and what the SDK's version adds. */
export const recordedIntent: Stripe.PaymentIntent = {
  id: "pi_3MtwBwLkdIwHu7ix28a3tqPa",
  object: "payment_intent",
  allowed_payment_method_types: null,
  amount: 2000,
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: { enabled: true },
  canceled_at: null,
  cancellation_reason: null,
  capture_method: "automatic",
  client_secret: "pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH",
  confirmation_method: "automatic",
  created: 1680800504,
  currency: "usd",
  customer: null,
  customer_account: null,
  description: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  metadata: {},
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_method_types: ["card", "link"],
  payment_record: null,
  processing: null,
  receipt_email: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: "requires_payment_method",
  transfer_data: null,
  transfer_group: null,
};

const invalid = { type: "invalid_request_error" } as const;

/** What Stripe says when it does not capture or cancel, with the status it is sent with. */
export const recordedErrors = {
  declined: {
    status: 402,
    error: {
      type: "card_error",
      code: "card_declined",
      decline_code: "insufficient_funds",
      message: "Your card has insufficient funds.",
    },
  },
  expired: {
    status: 400,
    error: {
      ...invalid,
      code: "charge_expired_for_capture",
      message:
        "The charge cannot be captured as the authorization has expired. Auth and capture charges must be captured within seven days.",
    },
  },
  notCapturable: (status: string) => ({
    status: 400,
    error: {
      ...invalid,
      code: "payment_intent_unexpected_state",
      message: `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
    },
  }),
  notCancelable: (status: string) => ({
    status: 400,
    error: {
      ...invalid,
      code: "payment_intent_unexpected_state",
      message: `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.`,
    },
  }),
  missing: (id: string) => ({
    status: 404,
    error: {
      ...invalid,
      code: "resource_missing",
      param: "intent",
      message: `No such payment_intent: '${id}'`,
    },
  }),
};
