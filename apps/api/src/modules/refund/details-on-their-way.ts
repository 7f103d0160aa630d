import { IsNull, Not } from "typeorm";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { detailsTask } from "./check-deadline.js";
import { BankDetailsEntity } from "./exports/bank-details.entity.js";
import type { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";

/**
 * Whether what the buyer gave for an attempt had not reached its provider yet when that was asked.
 * What is still to be handed over is queued again, so that nobody waits for a job that died.
 */
export async function detailsOnTheirWay(
  { manager }: UnitOfWork,
  { id: attemptId, refundId }: RefundAttemptEntity,
  askedAt: Date | null,
): Promise<boolean> {
  const given = await manager.findOneBy(BankDetailsEntity, {
    attemptId,
    erasedAt: IsNull(),
    sealed: Not(IsNull()),
  });
  if (!given) return false;
  if (given.takenAt) return askedAt !== null && given.takenAt > askedAt;
  await enqueue(manager, detailsTask, { id: refundId }, { key: `${detailsTask}:${refundId}` });
  return true;
}
