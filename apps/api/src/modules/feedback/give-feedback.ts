import { decideFeedback } from "@makegood/domain/feedback/decide-feedback";
import { CancellationEntity } from "#modules/cancellation/exports/cancellation.entity.js";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { RefundEntity } from "#modules/refund/exports/refund.entity.js";
import { ReturnEntity } from "#modules/return/exports/return.entity.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import { FeedbackEntity, type FeedbackTag } from "./exports/feedback.entity.js";

export interface NewFeedback {
  orderId: string;
  rating: number;
  tags: FeedbackTag[];
  words: string | null;
}

/** Once per order, once the money has been sent back and nothing of it is missing. */
export async function giveFeedback(
  unit: UnitOfWork,
  caller: Caller,
  { orderId, rating, tags, words }: NewFeedback,
): Promise<Outcome<{ feedbackId: string }>> {
  const { manager, now } = unit;
  const locked = await lockOrder(manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { order } = locked;
  const given = await manager.findOneBy(FeedbackEntity, { orderId, imported: false });
  const refusal = decideFeedback({
    refunds: await manager.findBy(RefundEntity, { orderId }),
    cancellations: await manager.findBy(CancellationEntity, { orderId }),
    returns: await manager.findBy(ReturnEntity, { orderId }),
    givenId: given?.id ?? null,
  });
  if (refusal) return refuse(refusal);
  const feedback: FeedbackEntity = {
    id: newId("feedback"),
    orderId,
    shopId: order.shopId,
    buyerId: order.buyerId,
    rating,
    tags: [...new Set(tags)],
    words,
    givenAt: now,
    editedAt: null,
    answer: null,
    answeredAt: null,
    imported: false,
    externalId: null,
  };
  await manager.insert(FeedbackEntity, feedback);
  await recordEvent(unit, { orderId, kind: "feedback.given", data: { rating } });
  return done({ feedbackId: feedback.id }, feedback);
}
