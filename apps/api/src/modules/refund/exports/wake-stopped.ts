import type { EntityManager } from "typeorm";
import { payoutTask } from "../check-deadline.js";
import { submitTask } from "./create-refund.js";

/** Has every refund that waits for a switch looked at again: some may be held by another one. */
export async function wakeStopped(manager: EntityManager): Promise<void> {
  await manager.query(
    `SELECT graphile_worker.add_job(task, payload := json_build_object('id', id),
       job_key := task || ':' || id, max_attempts := 25)
     FROM (
       SELECT $1::text AS task, id FROM refunds
         WHERE pending_reason = 'stopped' AND status IN ('APPROVED', 'PROCESSING')
       UNION ALL
       SELECT $2, p.id FROM refund_payouts p JOIN refunds r ON r.id = p.refund_id
         WHERE r.pending_reason = 'stopped' AND p.status = 'OPEN'
     ) AS stopped`,
    [submitTask, payoutTask],
  );
}
