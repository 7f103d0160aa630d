import { assert } from "../assert.js";

/** A part of a refund that is not sent yet. Minor units. */
export interface UnsentPart {
  readonly amountMinor: number;
  /** What its payment can send, beside what banks have of it. */
  readonly freeMinor: number;
}

/**
 * How much of each part can be sent: no more than its payment can, and all together no more than
 * their order can; what is too much for the order is held back from the last part first.
 */
export function sendableParts(parts: readonly UnsentPart[], orderFreeMinor: number): number[] {
  let open = Math.max(0, orderFreeMinor);
  return parts.map(({ amountMinor, freeMinor }) => {
    assert(amountMinor >= 0, "a part is not negative");
    const sent = Math.max(0, Math.min(amountMinor, freeMinor, open));
    open -= sent;
    return sent;
  });
}
