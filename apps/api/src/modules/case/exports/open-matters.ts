import { needsSomebody, type OpenMatter } from "@makegood/domain/case/open-matters";
import { disputeMachine } from "@makegood/domain/dispute/dispute-machine";
import type { RefundStatus } from "@makegood/domain/refund/refund-machine";
import { returnMachine } from "@makegood/domain/return/return-machine";
import type { EntityManager } from "typeorm";

type Row = { kind: OpenMatter["kind"]; id: string; status: string; reason: string | null };

/** What of an order has to end before a case about it can be resolved. */
export async function openMatters(manager: EntityManager, orderId: string): Promise<OpenMatter[]> {
  const rows: Row[] = await manager.query(
    `SELECT 'DISPUTE' AS kind, id, status, NULL AS reason FROM disputes
       WHERE order_id = $1 AND NOT status = ANY($2)
     UNION ALL SELECT 'CHARGEBACK', c.id, c.status, NULL FROM chargebacks c
       JOIN chargeback_shares s ON s.chargeback_id = c.id
       WHERE s.order_id = $1 AND c.closed_at IS NULL
     UNION ALL SELECT 'RETURN', id, status, NULL FROM returns
       WHERE order_id = $1 AND NOT status = ANY($3)
     UNION ALL SELECT 'REFUND', id, status, pending_reason FROM refunds WHERE order_id = $1
     ORDER BY id`,
    [orderId, disputeMachine.final, returnMachine.final],
  );
  return rows
    .filter(
      ({ kind, status, reason }) =>
        kind !== "REFUND" || needsSomebody(status as RefundStatus, reason),
    )
    .map(({ kind, id }) => ({ kind, id }));
}
