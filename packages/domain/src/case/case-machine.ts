import { defineMachine } from "../machine/machine.js";

export const caseStatuses = [
  "NEW",
  "OPEN",
  "PENDING_BUYER",
  "PENDING_SELLER",
  "ON_HOLD",
  "RESOLVED",
  "CLOSED",
  "MERGED",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** States in which support has work left, or waits for somebody. */
export const openCaseStatuses = [
  "NEW",
  "OPEN",
  "PENDING_BUYER",
  "PENDING_SELLER",
  "ON_HOLD",
] as const satisfies readonly CaseStatus[];
const waitingStatuses = ["PENDING_BUYER", "PENDING_SELLER", "ON_HOLD"] as const;

export const caseMachine = defineMachine<CaseStatus>("case", {
  states: caseStatuses,
  initial: ["NEW"],
  final: ["CLOSED", "MERGED"],
  table: [
    ["NEW", "open", "OPEN", "an agent takes it"],
    ...openCaseStatuses.flatMap((state) => [
      [state, "answer", "OPEN", "an agent writes, and it is still with support"] as const,
      [state, "askBuyer", "PENDING_BUYER", "an agent writes, and awaits the buyer"] as const,
      [state, "askSeller", "PENDING_SELLER", "an agent writes, and awaits the seller"] as const,
      [state, "hold", "ON_HOLD", "an agent writes, and awaits a provider or carrier"] as const,
      [
        state,
        "resolve",
        "RESOLVED",
        "an agent, with an answer or a reason, while nothing of it is open",
      ] as const,
      [state, "merge", "MERGED", "an agent"] as const,
    ]),
    ...waitingStatuses.map(
      (state) =>
        [state, "resume", "OPEN", "what was awaited came, its time is over, or by hand"] as const,
    ),
    ["RESOLVED", "reopen", "OPEN", "an agent, or the buyer says that something is still open"],
    ["RESOLVED", "close", "CLOSED", "after a week"],
    ["RESOLVED", "merge", "MERGED", "an agent"],
  ],
});

type ClockState = "runs" | "pauses" | "stops" | "-";

/** Which clock runs in which state; the promise to the buyer never pauses. */
export const caseClocks: Readonly<
  Record<
    "firstReply" | "nextReply" | "resolution" | "sellerAnswer" | "promise",
    Partial<Record<CaseStatus, ClockState>>
  >
> = {
  firstReply: {
    NEW: "runs",
    OPEN: "runs",
    PENDING_BUYER: "stops",
    PENDING_SELLER: "stops",
    ON_HOLD: "stops",
    RESOLVED: "stops",
  },
  nextReply: {
    NEW: "-",
    OPEN: "runs",
    PENDING_BUYER: "pauses",
    PENDING_SELLER: "pauses",
    ON_HOLD: "pauses",
    RESOLVED: "stops",
  },
  resolution: {
    NEW: "runs",
    OPEN: "runs",
    PENDING_BUYER: "pauses",
    PENDING_SELLER: "pauses",
    ON_HOLD: "pauses",
    RESOLVED: "stops",
  },
  sellerAnswer: {
    NEW: "-",
    OPEN: "-",
    PENDING_BUYER: "-",
    PENDING_SELLER: "runs",
    ON_HOLD: "-",
    RESOLVED: "stops",
  },
  promise: {
    NEW: "runs",
    OPEN: "runs",
    PENDING_BUYER: "runs",
    PENDING_SELLER: "runs",
    ON_HOLD: "runs",
    RESOLVED: "stops",
  },
};
