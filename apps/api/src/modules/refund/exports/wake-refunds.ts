import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { submitTask } from "./create-refund.js";

/** Has every refund of a payment that was not sent yet looked at: something that held it has moved. */
export async function wakeRefundsOf(unit: UnitOfWork, paymentId: string): Promise<void> {
  const rows: { id: string }[] = await unit.manager.query(
    `SELECT DISTINCT r.id FROM refunds r JOIN refund_allocations a ON a.refund_id = r.id
     WHERE a.payment_id = $1 AND a.status = 'PENDING' AND r.status IN ('APPROVED', 'PROCESSING')`,
    [paymentId],
  );
  for (const { id } of rows) {
    await enqueue(unit.manager, submitTask, { id }, { key: `${submitTask}:${id}` });
  }
}
