import type { Charge, ChargeStatus, NewCharge } from "./contract.js";

/** How long an authorisation holds: what card networks give most merchants. */
const authorizationMs = 7 * 86_400_000;
/** With the test method for it, an authorisation lapses at once. */
const lapsesMs = 0;

const firstStatus: Record<NonNullable<NewCharge["capture"]>, ChargeStatus> = {
  now: "captured",
  later: "authorized",
  unpaid: "pending",
};

/** A charge as it begins: captured, only authorised, or not paid yet. */
export function newChargeOf(given: NewCharge, id: string, nowMs: number): Charge {
  const capture = given.capture ?? "now";
  const holdsMs = given.testMethod === "authorization_expires" ? lapsesMs : authorizationMs;
  const now = new Date(nowMs).toISOString();
  return {
    ...given,
    id,
    createdAt: now,
    updatedAt: now,
    status: firstStatus[capture],
    capturedMinor: capture === "now" ? given.amountMinor : 0,
    authorizedUntil: capture === "later" ? new Date(nowMs + holdsMs).toISOString() : null,
  };
}

export type ChargeStep = { kind: "capture"; amountMinor: number } | { kind: "void" | "pay" };

export type ChargeOutcome = { charge: Charge } | { refused: string };

/** What a capture, a void or a payment makes of a charge; or why it can't be. */
export function stepCharge(known: Charge, step: ChargeStep, nowMs: number): ChargeOutcome {
  const charge = { ...known, updatedAt: new Date(nowMs).toISOString() };
  const lapsed =
    charge.status === "authorized" &&
    charge.authorizedUntil !== null &&
    Date.parse(charge.authorizedUntil) <= nowMs;
  switch (step.kind) {
    case "capture":
      if (lapsed) return { refused: "authorization_expired" };
      if (charge.status !== "authorized") return { refused: `charge_${charge.status}` };
      if (step.amountMinor > charge.amountMinor) return { refused: "amount_exceeds_authorized" };
      return { charge: { ...charge, status: "captured", capturedMinor: step.amountMinor } };
    case "void":
      if (charge.status === "captured") return { refused: "charge_captured" };
      return { charge: { ...charge, status: "voided" } };
    case "pay":
      // A slip can be paid at a bank's counter also after it was called off: it happens, so it may here.
      if (charge.status === "captured") return { charge: known };
      return { charge: { ...charge, status: "captured", capturedMinor: charge.amountMinor } };
  }
}
