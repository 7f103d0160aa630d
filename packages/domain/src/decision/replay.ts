import { takenUnits, unitsWorthMinor } from "../cancellation/cancellation-facts.js";
import type { CancellationQuestion } from "../cancellation/cancellation-question.js";
import { decideCancellation } from "../cancellation/decide-cancellation.js";
import type { PolicyVersion } from "../policy/policy.js";
import { decideReturn } from "../return/decide-return.js";
import type { ReturnQuestion } from "../return/return-question.js";
import type { Decision } from "./decision.js";

/** What a decision was asked, without the policy: kept with it, so that it can be asked again. */
export type StoredQuestion =
  | ({ readonly command: "CANCEL" } & Omit<CancellationQuestion, "policy">)
  | ({ readonly command: "RETURN" } & Omit<ReturnQuestion, "policy">);

/** The same question to another version, or at another time. Pure, as every decision is. */
export function replayDecision(
  question: StoredQuestion,
  policy: PolicyVersion,
  now: Date = question.now,
): Decision {
  return question.command === "CANCEL"
    ? decideCancellation({ ...question, policy, now })
    : decideReturn({ ...question, policy, now });
}

/** What the units that were asked for are worth: all that was free where none were named. Minor units. */
export function worthAsked({ order, ask }: StoredQuestion): number {
  const free = order.lines.map((line) => ({
    lineId: line.lineId,
    quantity: line.quantity - takenUnits(line),
  }));
  return unitsWorthMinor(order.lines, ask?.units ?? free);
}

const instants = new Set(["now", "placedAt", "shipBy", "shippedAt", "deliveredAt", "respondBy"]);

/** A question out of its JSON: what was an instant is one again. */
export function revivedQuestion(stored: unknown): StoredQuestion {
  const text = JSON.stringify(stored);
  return JSON.parse(text, (key, value: unknown) =>
    instants.has(key) && typeof value === "string" ? new Date(value) : value,
  ) as StoredQuestion;
}
