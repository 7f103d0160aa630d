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

export const caseMachine = defineMachine<CaseStatus>("case", {
  states: caseStatuses,
  initial: ["NEW"],
  final: ["CLOSED", "MERGED"],
  table: [
    ["NEW", "open", "OPEN", "an agent takes it"],
    ["NEW", "askBuyer", "PENDING_BUYER", "an agent answers at once"],
    ["NEW", "resolve", "RESOLVED", "an agent"],
    ["NEW", "merge", "MERGED", "an agent"],
    ["OPEN", "askBuyer", "PENDING_BUYER", "an agent answers"],
    ["OPEN", "askSeller", "PENDING_SELLER", "an agent"],
    ["OPEN", "hold", "ON_HOLD", "waits for provider or carrier"],
    ["OPEN", "resolve", "RESOLVED", "an agent"],
    ["OPEN", "merge", "MERGED", "an agent"],
    ["PENDING_BUYER", "resume", "OPEN", "the buyer writes"],
    ["PENDING_BUYER", "askBuyer", "PENDING_BUYER", "an agent adds something"],
    ["PENDING_BUYER", "resolve", "RESOLVED", "an agent"],
    ["PENDING_BUYER", "merge", "MERGED", "an agent"],
    ["PENDING_SELLER", "resume", "OPEN", "the seller or buyer writes"],
    ["PENDING_SELLER", "askBuyer", "PENDING_BUYER", "an agent answers"],
    ["PENDING_SELLER", "resolve", "RESOLVED", "an agent"],
    ["PENDING_SELLER", "merge", "MERGED", "an agent"],
    ["ON_HOLD", "resume", "OPEN", "provider or carrier answered, or the buyer writes"],
    ["ON_HOLD", "askBuyer", "PENDING_BUYER", "an agent answers"],
    ["ON_HOLD", "resolve", "RESOLVED", "an agent"],
    ["ON_HOLD", "merge", "MERGED", "an agent"],
    ["RESOLVED", "resume", "OPEN", "the buyer writes again"],
    ["RESOLVED", "close", "CLOSED", "after N days"],
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
