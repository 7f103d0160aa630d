import { takenUnits, unitsWorthMinor } from "../cancellation/cancellation-facts.js";
import type { CancellationQuestion } from "../cancellation/cancellation-question.js";
import { decideCancellation } from "../cancellation/decide-cancellation.js";
import type { PolicyVersion } from "../policy/policy.js";
import { decideRefund } from "../refund/decide-refund.js";
import type { RefundQuestion } from "../refund/refund-question.js";
import { decideReturn } from "../return/decide-return.js";
import type { ReturnQuestion } from "../return/return-question.js";
import type { Decision } from "./decision.js";

/** What a decision was asked, without the policy: kept with it, so that it can be asked again. */
export type StoredQuestion =
  | ({ readonly command: "CANCEL" } & Omit<CancellationQuestion, "policy">)
  | ({ readonly command: "RETURN" } & Omit<ReturnQuestion, "policy">)
  | ({ readonly command: "REFUND" } & Omit<RefundQuestion, "policy">);

/** The same question to another version, or at another time. Pure, as every decision is. */
export function replayDecision(
  question: StoredQuestion,
  policy: PolicyVersion,
  now: Date = question.now,
): Decision {
  switch (question.command) {
    case "CANCEL":
      return decideCancellation({ ...question, policy, now });
    case "RETURN":
      return decideReturn({ ...question, policy, now });
    case "REFUND":
      return decideRefund({ ...question, policy, now });
  }
}

/** What was asked for is worth: all that was free where no units were named. Minor units. */
export function worthAsked(question: StoredQuestion): number {
  if (question.command === "REFUND") return question.ask?.amountMinor ?? 0;
  const { order, ask } = question;
  const free = order.lines.map((line) => ({
    lineId: line.lineId,
    quantity: line.quantity - takenUnits(line),
  }));
  return unitsWorthMinor(order.lines, ask?.units ?? free);
}

const instants = new Set([
  "at",
  "now",
  "placedAt",
  "shipBy",
  "shippedAt",
  "deliveredAt",
  "respondBy",
]);

/** A question out of its JSON: what was an instant is one again. */
export function revivedQuestion(stored: unknown): StoredQuestion {
  const text = JSON.stringify(stored);
  return JSON.parse(text, (key, value: unknown) =>
    instants.has(key) && typeof value === "string" ? new Date(value) : value,
  ) as StoredQuestion;
}
