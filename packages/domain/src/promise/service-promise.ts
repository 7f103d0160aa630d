/** What was promised: money back, a seller's answer, an agent's reply. */
export const promiseKinds = ["REFUND", "SELLER_ANSWER", "AGENT_REPLY"] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** Who has to keep a promise: a shop isn't measured by what support or the marketplace was late with. */
export const promiseOwners = ["SELLER", "SUPPORT", "MARKETPLACE"] as const;
export type PromiseOwner = (typeof promiseOwners)[number];

/** Who owes what is promised. Money is the marketplace's to send, with its provider. */
export const promiseOwner: Readonly<Record<PromiseKind, PromiseOwner>> = {
  REFUND: "MARKETPLACE",
  SELLER_ANSWER: "SELLER",
  AGENT_REPLY: "SUPPORT",
};

/**
 * AT_RISK and BROKEN are still waited for; LATE came after its date; VOID is owed to nobody any more.
 */
export const promiseStates = ["OPEN", "AT_RISK", "BROKEN", "KEPT", "LATE", "VOID"] as const;
export type PromiseState = (typeof promiseStates)[number];

/** States in which somebody still waits. */
export const waitingStates: readonly PromiseState[] = ["OPEN", "AT_RISK", "BROKEN"];

/** The part of the promised time that may pass before an agent looks at what is not done yet. */
const riskShare = 0.75;

/** When a promise that nothing stands against is put before an agent. */
export function riskAt(madeAt: Date, promisedBy: Date): Date {
  const time = promisedBy.getTime() - madeAt.getTime();
  return new Date(madeAt.getTime() + Math.max(0, time) * riskShare);
}

/** How a promise stands that was settled, voided or neither; who was silent to the end was late. */
export function promiseState(
  promise: { promisedBy: Date; settledAt: Date | null; void: boolean; bySilence?: boolean },
  now: Date,
  troubled: boolean,
): PromiseState {
  if (promise.void) return "VOID";
  const { settledAt, promisedBy } = promise;
  if (settledAt) return settledAt > promisedBy || promise.bySilence ? "LATE" : "KEPT";
  if (now > promisedBy) return "BROKEN";
  return troubled ? "AT_RISK" : "OPEN";
}

/** From the first broken date up to here a promise rises level by level. */
export const highestLevel = 3;

/** Levels from which on a lead has it, whoever had it before. */
export const leadFromLevel: Readonly<Record<PromiseKind, number>> = {
  AGENT_REPLY: 1,
  REFUND: 2,
  SELLER_ANSWER: 2,
};
