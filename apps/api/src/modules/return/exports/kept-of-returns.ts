import type { EntityManager } from "typeorm";

/** What shops kept of an order's settled returns, by policy or inspection. Minor units. */
export async function keptOfReturns(manager: EntityManager, orderId: string): Promise<number> {
  const [row] = await manager.query(
    `SELECT COALESCE(SUM(u.kept_minor + u.deduction_minor), 0) AS kept FROM return_units u
     JOIN returns r ON r.id = u.return_id WHERE r.order_id = $1 AND u.state = 'DONE'`,
    [orderId],
  );
  return Number(row.kept);
}
