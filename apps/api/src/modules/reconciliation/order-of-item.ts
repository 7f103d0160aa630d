import type { EntityManager } from "typeorm";
import type { DriftItemEntity } from "./exports/drift-item.entity.js";

/**
 * The order that an item concerns: its attempt's, else of those that the payment paid for the one
 * with most left to give back. Null for a charge that is none of ours.
 */
export async function orderOfItem(
  manager: EntityManager,
  { orderId, paymentId }: Pick<DriftItemEntity, "orderId" | "paymentId">,
): Promise<string | null> {
  if (orderId !== null || paymentId === null) return orderId;
  const [row] = await manager.query(
    `SELECT o.id FROM orders o JOIN payments p ON p.purchase_id = o.purchase_id WHERE p.id = $1
     ORDER BY o.captured_minor - o.exchanged_minor - o.refund_reserved_minor DESC, o.id LIMIT 1`,
    [paymentId],
  );
  return row?.id ?? null;
}
