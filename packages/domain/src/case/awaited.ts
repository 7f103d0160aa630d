import { addBusinessDays, type Calendar } from "../calendar/calendar.js";

export const awaitedParties = ["BUYER", "SELLER", "PROVIDER", "NOBODY"] as const;
/** Whom a case waits for once an agent has written; NOBODY: it is still with support. */
export type AwaitedParty = (typeof awaitedParties)[number];

/** What an agent's message does to its case, by whom it awaits. */
export const commandOfAwaited: Readonly<Record<AwaitedParty, string>> = {
  BUYER: "askBuyer",
  SELLER: "askSeller",
  PROVIDER: "hold",
  NOBODY: "answer",
};

/** Business days after which a case that waits is put before support again. */
const waitBusinessDays = { BUYER: 5, SELLER: 2, PROVIDER: 3 } as const;

/** When support looks again at a case that waits for somebody; null where it waits for support. */
export const awaitedUntil = (awaited: AwaitedParty, calendar: Calendar, at: Date): Date | null =>
  awaited === "NOBODY" ? null : addBusinessDays(calendar, at, waitBusinessDays[awaited]);

/** Days in which a resolved case can be opened again; then it is closed. */
const closeAfterDays = 7;

/** When a resolved case is closed. */
export const caseClosesAt = (resolvedAt: Date): Date =>
  new Date(resolvedAt.getTime() + closeAfterDays * 86_400_000);
