import { lockOrder } from "#modules/order/exports/lock-order.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { FeedbackEntity, type FeedbackTag } from "./exports/feedback.entity.js";

type Changed = Outcome<{ feedbackId: string }>;

/** Feedback of an order the caller has, under that order's lock; null for none, or an imported one. */
async function lockFeedback({ manager }: UnitOfWork, caller: Caller, id: string) {
  const feedback = await manager.findOneBy(FeedbackEntity, { id, imported: false });
  const locked = feedback && (await lockOrder(manager, caller, feedback.orderId));
  return locked ? manager.findOneByOrFail(FeedbackEntity, { id }) : null;
}

const notAgain = (state: "EDITED" | "ANSWERED", command: string): Outcome<never> =>
  refuse({ kind: "NotInThisState", machine: "feedback", state, command, allowedCommands: [] });

/** The buyer changes what they said, once: what a seller has answered to can't move for ever. */
export async function editFeedback(
  unit: UnitOfWork,
  caller: Caller,
  changed: { feedbackId: string; rating: number; tags: FeedbackTag[]; words: string | null },
): Promise<Changed> {
  const { feedbackId: id, rating, tags, words } = changed;
  const feedback = await lockFeedback(unit, caller, id);
  if (!feedback) return refuse({ kind: "NotFound", what: "feedback" });
  if (feedback.editedAt) return notAgain("EDITED", "edit");
  const change = { rating, tags: [...new Set(tags)], words, editedAt: unit.now };
  await unit.manager.update(FeedbackEntity, { id }, change);
  const { orderId } = feedback;
  await recordEvent(unit, { orderId, kind: "feedback.edited", data: { rating } });
  return done({ feedbackId: id }, { ...feedback, ...change });
}

/** The shop answers, once, for the buyer and everybody at the shop to read. */
export async function answerFeedback(
  unit: UnitOfWork,
  caller: Caller,
  { feedbackId: id, answer }: { feedbackId: string; answer: string },
): Promise<Changed> {
  const feedback = await lockFeedback(unit, caller, id);
  if (!feedback) return refuse({ kind: "NotFound", what: "feedback" });
  if (feedback.answer !== null) return notAgain("ANSWERED", "answer");
  const change = { answer, answeredAt: unit.now };
  await unit.manager.update(FeedbackEntity, { id }, change);
  const { orderId } = feedback;
  await recordEvent(unit, { orderId, kind: "feedback.answered", reason: answer });
  return done({ feedbackId: id }, { ...feedback, ...change });
}
