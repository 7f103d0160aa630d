import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { payoutTask } from "../check-deadline.js";
import { submitTask } from "./create-refund.js";

/** Has everything of a purchase that was not sent yet looked at: something that held it has moved. */
export async function wakeRefundsOf(unit: UnitOfWork, purchaseId: string): Promise<void> {
  const payments = await unit.manager.findBy(PaymentEntity, { purchaseId });
  const rows: { task: string; id: string }[] = await unit.manager.query(
    `SELECT DISTINCT $2 AS task, r.id FROM refunds r JOIN refund_allocations a ON a.refund_id = r.id
     LEFT JOIN refund_attempts t ON t.allocation_id = a.id AND t.status = 'OPEN'
       AND t.provider_refund_id IS NULL
     WHERE a.payment_id = ANY($1) AND ((a.status = 'PENDING' OR t.id IS NOT NULL)
       AND r.status IN ('APPROVED', 'PROCESSING')
       OR a.status IN ('FAILED', 'REVERSED') AND r.status IN ('FAILED', 'REVERSED'))
     UNION ALL
     SELECT DISTINCT $3, p.id FROM refund_payouts p JOIN refund_allocations a ON a.payout_id = p.id
     WHERE a.payment_id = ANY($1) AND p.status = 'OPEN'`,
    [payments.map(({ id }) => id), submitTask, payoutTask],
  );
  for (const { task, id } of rows) {
    await enqueue(unit.manager, task, { id }, { key: `${task}:${id}` });
  }
}
