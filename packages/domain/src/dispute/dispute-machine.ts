import { defineMachine } from "../machine/machine.js";

export const disputeStatuses = [
  "OPENED",
  "AWAITING_SELLER_RESPONSE",
  "EVIDENCE",
  "UNDER_REVIEW",
  "DECIDED_BUYER",
  "DECIDED_SELLER",
  "DECIDED_SPLIT",
  "APPEAL_WINDOW",
  "APPEALED",
  "FINAL",
  "WITHDRAWN",
  "AGREED",
] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

const undecided = ["OPENED", "AWAITING_SELLER_RESPONSE", "EVIDENCE", "UNDER_REVIEW"] as const;
const decided = ["DECIDED_BUYER", "DECIDED_SELLER", "DECIDED_SPLIT"] as const;

/** A case in which buyer and seller disagree and an agent rules; a seller's silence decides for the buyer. */
export const disputeMachine = defineMachine<DisputeStatus>("dispute", {
  states: disputeStatuses,
  initial: ["OPENED"],
  final: ["FINAL", "WITHDRAWN", "AGREED"],
  table: [
    ["OPENED", "askSeller", "AWAITING_SELLER_RESPONSE", "system"],
    ["AWAITING_SELLER_RESPONSE", "respond", "EVIDENCE", "seller"],
    [
      "AWAITING_SELLER_RESPONSE",
      "decideBySilence",
      "DECIDED_BUYER",
      "the seller's deadline passed",
    ],
    ["EVIDENCE", "review", "UNDER_REVIEW", "evidence is in, or its time is over"],
    ["UNDER_REVIEW", "decideForBuyer", "DECIDED_BUYER", "agent"],
    ["UNDER_REVIEW", "decideForSeller", "DECIDED_SELLER", "agent"],
    ["UNDER_REVIEW", "split", "DECIDED_SPLIT", "agent"],
    ...decided.map(
      (state) => [state, "openAppeal", "APPEAL_WINDOW", "the remedy is carried out"] as const,
    ),
    ["APPEAL_WINDOW", "appeal", "APPEALED", "once"],
    ["APPEAL_WINDOW", "end", "FINAL", "the window is over"],
    ["APPEALED", "review", "UNDER_REVIEW", "another agent"],
    ...undecided.map(
      (state) => [state, "withdraw", "WITHDRAWN", "buyer, before a decision"] as const,
    ),
    ...undecided.map((state) => [state, "agree", "AGREED", "both accept an offer"] as const),
  ],
});
