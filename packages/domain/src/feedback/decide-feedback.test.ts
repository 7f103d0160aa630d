import { expect, test } from "vitest";
import { decideFeedback } from "./decide-feedback.js";

test.each([
  ["nothing happened yet", { refunds: [], cancellations: [], givenId: null }, "FeedbackNotYet"],
  [
    "the refund is under way",
    {
      refunds: [{ status: "PROCESSING" }],
      cancellations: [{ status: "REFUNDING" }],
      givenId: null,
    },
    "FeedbackNotYet",
  ],
  [
    "the money was sent",
    { refunds: [{ status: "SUCCEEDED" }], cancellations: [], givenId: null },
    null,
  ],
  [
    "canceled with nothing to send",
    { refunds: [], cancellations: [{ status: "COMPLETED" }], givenId: null },
    null,
  ],
  [
    "it was given",
    { refunds: [{ status: "SUCCEEDED" }], cancellations: [], givenId: "fbk" },
    "FeedbackAlreadyGiven",
  ],
] as const)("%s", (_name, order, refusal) => {
  expect(decideFeedback(order)?.kind ?? null).toBe(refusal);
});
