/** Whether a charge goes by its payment intent's name; the oldest have none. */
export const isIntent = (chargeId: string): boolean => chargeId.startsWith("pi_");

/** How Stripe is told which charge is meant, by either of its names. */
export const on = (chargeId: string) =>
  isIntent(chargeId) ? { payment_intent: chargeId } : { charge: chargeId };
