/**
 * How our books and a provider's can differ over one refund. MISSING: we say it was paid, they don't.
 * EXTRA: they say it was paid, we don't. LATE: it is still open here although it is over there, or
 * although we promised it by now. DUPLICATE: it was paid there, and once more.
 */
export const driftKinds = [
  "MISSING",
  "EXTRA",
  "WRONG_AMOUNT",
  "WRONG_CURRENCY",
  "LATE",
  "DUPLICATE",
] as const;
export type DriftKind = (typeof driftKinds)[number];

/**
 * What can be done about a difference. ASK_AGAIN: take over what the provider says of it now.
 * BOOK_AS_UNPAID: record that it never went, so that it can be tried again. ADOPT: record a refund
 * that was made at the provider as one of ours. OPEN_CASE: people settle it with people.
 * ACCEPT: leave it as it is, for a reason, on two persons' word.
 */
export const driftSteps = ["ASK_AGAIN", "BOOK_AS_UNPAID", "ADOPT", "OPEN_CASE", "ACCEPT"] as const;
export type DriftStep = (typeof driftSteps)[number];

/** The one right thing to do next about a difference. */
export function nextStepOf(drift: {
  kind: DriftKind;
  /** Whether it concerns an attempt of ours. */
  attempted: boolean;
  /** Whether the charge is a payment of ours. */
  ourPayment: boolean;
  /** Whether a case about it is open already. */
  inCase: boolean;
}): DriftStep {
  if (drift.kind === "LATE") return "ASK_AGAIN";
  if (drift.kind === "MISSING") return "BOOK_AS_UNPAID";
  if (drift.kind === "EXTRA" && drift.attempted) return "ASK_AGAIN";
  if (drift.kind === "EXTRA") return drift.ourPayment ? "ADOPT" : "ACCEPT";
  return drift.inCase ? "ACCEPT" : "OPEN_CASE";
}
