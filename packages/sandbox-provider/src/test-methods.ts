/** How a charge's refunds behave. Each is something a real provider was seen to do. */
export const testMethods = {
  instant: "The refund succeeds in the answer.",
  normal: "Pending, then it succeeds after about two seconds.",
  slow: "Pending, then it succeeds after about twenty seconds.",
  pending_days: "Pending for lack of balance; it succeeds after three days.",
  fails_once: "The first refund of the charge fails after a second; any later one succeeds.",
  always_fails: "Every refund fails after a second: the card was closed.",
  declined: "Refused in the answer; no refund is made.",
  expired_card: "Pending, then it fails: the card expired or was canceled.",
  needs_bank_details: "The card expired: it waits for the buyer's bank details, then succeeds.",
  reversed_later: "It succeeds, and the bank sends it back after ten seconds.",
  fails_after_success: "It succeeds, and is said to have failed after ten seconds.",
  late_success: "It fails after a second, and is said to have succeeded after twenty.",
  drop_after_effect: "The refund is made, but the first answer is lost with the connection.",
  drop_before_effect: "The connection is lost before anything happened, once.",
  saved_500: "An error 500 without effect, saved: the same key gets it again, a new key works.",
  answers_with_earlier: "Asked for another refund of the charge, it answers with the first one.",
  duplicate_webhooks: "Like normal, but every webhook comes twice.",
  out_of_order_webhooks: "Like normal, but the last webhook comes before the first.",
  webhook_before_answer: "Succeeds, and the webhook comes before the answer.",
  capture_declined: "Only authorised: the first capture is declined; any later one succeeds.",
  authorization_expires: "Only authorised, and the authorisation lapses before it is captured.",
  capture_answer_lost:
    "Only authorised: captured, but the first answer is lost with the connection.",
  void_unavailable: "Only authorised: the first void is answered 503, without effect.",
  void_refused: "Only authorised: the first void is refused; any later one succeeds.",
} as const;

export type TestMethod = keyof typeof testMethods;
export const testMethodNames = Object.keys(testMethods) as [TestMethod, ...TestMethod[]];

/** How a payout to a bank account behaves, by its holder's name; any other one succeeds after two seconds. */
export const testHolders = {
  "TEST CLOSED": "The payout fails after a second: the account was closed.",
  "TEST RETURNED": "It succeeds, and the bank sends it back after ten seconds.",
  "TEST SLOW": "Pending for three days, then it succeeds.",
  "TEST LOST": "The payout is made, but the first answer is lost with the connection.",
  "TEST WRONG": "Given for a refund that waits for bank details, they are asked for again.",
} as const;

export type TestHolder = keyof typeof testHolders;
