/**
 * What both books have, and so can differ over. TRANSFER: a refund paid to a bank account. HOLD: what a
 * bank holds of a payment that was not taken.
 */
export const driftSubjects = ["REFUND", "CHARGE", "HOLD", "CHARGEBACK", "TRANSFER"] as const;
export type DriftSubject = (typeof driftSubjects)[number];

/**
 * How our books and a provider's can differ over one thing. MISSING: we say that money moved, they
 * don't. EXTRA: they say that it moved, we don't. LATE: it is still open here although it is over
 * there, or although we promised it by now. DUPLICATE: it moved there, and once more. WRONG_CHARGE:
 * it moved there, for another payment than ours. SHARED: asked for two of ours, they made one of it.
 */
export const driftKinds = [
  "MISSING",
  "EXTRA",
  "WRONG_AMOUNT",
  "WRONG_CURRENCY",
  "LATE",
  "DUPLICATE",
  "WRONG_CHARGE",
  "SHARED",
] as const;
export type DriftKind = (typeof driftKinds)[number];

/**
 * What can be done about a difference. ASK_AGAIN: take over what the provider says of it now.
 * BOOK_AS_UNPAID: record that it never went, so that it can be tried again. ADOPT: record a refund
 * that was made at the provider as one of ours. SETTLE_AT_PROVIDER: somebody puts it right there, and
 * then asks again. OPEN_CASE: people settle it with people. ACCEPT: leave it as it is, for a reason,
 * on two persons' word.
 */
export const driftSteps = [
  "ASK_AGAIN",
  "BOOK_AS_UNPAID",
  "ADOPT",
  "SETTLE_AT_PROVIDER",
  "OPEN_CASE",
  "ACCEPT",
] as const;
export type DriftStep = (typeof driftSteps)[number];

interface Drift {
  about: DriftSubject;
  kind: DriftKind;
  /** Whether it concerns something of ours: an attempt, a payment, a chargeback, a transfer. */
  known: boolean;
  /** Whether the charge is a payment of ours. */
  ourPayment: boolean;
  /** Whether a case about it is open already. */
  inCase: boolean;
}

/** The one right thing to do next about a difference. */
export function nextStepOf(drift: Drift): DriftStep {
  const { about, kind, known } = drift;
  if (about === "HOLD") {
    return kind === "MISSING" || kind === "LATE" ? "ASK_AGAIN" : "SETTLE_AT_PROVIDER";
  }
  if (kind === "LATE" || (kind === "EXTRA" && known)) return "ASK_AGAIN";
  if (kind === "EXTRA") return foreignStepOf(drift);
  if (kind === "SHARED") return "BOOK_AS_UNPAID";
  if (kind === "WRONG_CHARGE") return "SETTLE_AT_PROVIDER";
  const paidByUs = about === "REFUND" || about === "TRANSFER";
  if (kind === "MISSING" && paidByUs) return "BOOK_AS_UNPAID";
  if (kind === "DUPLICATE" && !paidByUs) return "SETTLE_AT_PROVIDER";
  return drift.inCase ? "ACCEPT" : "OPEN_CASE";
}

/** Of what moved at the provider and is nothing of ours. */
function foreignStepOf({ about, ourPayment }: Drift): DriftStep {
  if (about !== "REFUND") return "SETTLE_AT_PROVIDER";
  return ourPayment ? "ADOPT" : "ACCEPT";
}
