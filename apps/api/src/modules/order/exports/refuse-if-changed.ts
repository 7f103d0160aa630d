import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { EntityManager } from "typeorm";
import type { OrderEntity } from "./order.entity.js";

/**
 * The refusal of whoever acts on an order by what they saw of it, when something has happened since.
 * Notes among agents and talk change nothing of the money, so they don't count. Null where nothing
 * did, or where the caller doesn't say what they saw. Asked under the order's lock.
 */
export async function refuseIfChanged(
  manager: EntityManager,
  order: OrderEntity,
  expectedVersion: number | null,
): Promise<Refusal | null> {
  if (expectedVersion === null) return null;
  const [{ version }]: [{ version: number }] = await manager.query(
    `SELECT COALESCE(MAX(seq), 0) AS version FROM timeline_events
     WHERE order_id = $1 AND seq > $2 AND kind NOT LIKE 'case.%' AND kind NOT LIKE '%.reminder'
       AND kind NOT IN ('order.sellerAwaited', 'chargeback.evidenceReminder')`,
    [order.id, expectedVersion],
  );
  if (version === 0) return null;
  return { kind: "OrderChanged", orderId: order.id, expectedVersion, version };
}
