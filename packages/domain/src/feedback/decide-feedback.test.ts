import { expect, test } from "vitest";
import { decideFeedback } from "./decide-feedback.js";

const quiet = { refunds: [], cancellations: [], returns: [], givenId: null };
const sent = [{ status: "SUCCEEDED" }] as const;

test.each([
  ["nothing happened yet", {}, "FeedbackNotYet"],
  [
    "the refund is under way",
    { refunds: [{ status: "PROCESSING" }], cancellations: [{ status: "REFUNDING" }] },
    "FeedbackNotYet",
  ],
  ["the money was sent", { refunds: sent }, null],
  ["canceled with nothing to send", { cancellations: [{ status: "COMPLETED" }] }, null],
  [
    "one refund was sent and another failed",
    { refunds: [...sent, { status: "FAILED" }] },
    "FeedbackNotYet",
  ],
  [
    "the bank sent one of two back",
    { refunds: [...sent, { status: "REVERSED" }] },
    "FeedbackNotYet",
  ],
  [
    "a second one waits for bank details",
    { refunds: [...sent, { status: "REQUIRES_ACTION" }] },
    "FeedbackNotYet",
  ],
  ["a second one was called off", { refunds: [...sent, { status: "CANCELED" }] }, null],
  [
    "a return of the rest is on its way",
    { refunds: sent, returns: [{ status: "IN_TRANSIT" }] },
    "FeedbackNotYet",
  ],
  [
    "the return's money is still owed",
    { refunds: sent, returns: [{ status: "REFUND_PENDING" }] },
    "FeedbackNotYet",
  ],
  ["the return has ended", { refunds: sent, returns: [{ status: "COMPLETED" }] }, null],
  [
    "another request waits for the seller",
    { refunds: sent, cancellations: [{ status: "PENDING_SELLER" }] },
    "FeedbackNotYet",
  ],
  ["it was given", { refunds: sent, givenId: "fbk" }, "FeedbackAlreadyGiven"],
] as const)("%s", (_name, order, refusal) => {
  expect(decideFeedback({ ...quiet, ...order })?.kind ?? null).toBe(refusal);
});
