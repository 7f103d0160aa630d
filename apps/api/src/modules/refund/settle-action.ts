import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import { actionDeadline, actionReminder } from "./check-deadline.js";

/** Nothing is asked of the buyer any more: neither its date nor its reminder comes. */
export async function settleAction({ manager, now }: UnitOfWork, refundId: string): Promise<void> {
  await settleDeadline(manager, actionDeadline, refundId, now);
  await settleDeadline(manager, actionReminder, refundId, now);
}
