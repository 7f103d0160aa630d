import { assert } from "../assert.js";
import { apportion } from "../money/apportion.js";

/** How much of each authorised payment is taken; 0 means that it is given back untouched. */
export interface PlannedCapture {
  readonly paymentId: string;
  /** In minor units of the order's currency. */
  readonly amountMinor: number;
}

/**
 * Splits what is to be taken over the authorised payments in proportion, to the last minor unit.
 * Never more than each holds: the parts of a sum that fits never pass their whole.
 */
export function planCapture(
  dueMinor: number,
  payments: readonly { readonly paymentId: string; readonly authorizedMinor: number }[],
): PlannedCapture[] {
  const held = payments.reduce((sum, payment) => sum + payment.authorizedMinor, 0);
  assert(dueMinor >= 0 && dueMinor <= held, "no more is taken than is authorised");
  const parts = apportion(
    dueMinor,
    payments.map((payment) => payment.authorizedMinor),
  );
  return payments.map(({ paymentId }, index) => ({ paymentId, amountMinor: parts[index] ?? 0 }));
}
