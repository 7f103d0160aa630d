import type { EntityManager } from "typeorm";

export interface Given {
  /** Everything given of one's own accord within the last 24 hours, minor units. */
  totalMinor: number;
  /** Goodwill alone. */
  goodwillMinor: number;
}

/**
 * What somebody gave alone within the last 24 hours, in one currency; what a second person answered
 * for is not counted. Holds the person until the transaction ends, so that two refunds at once
 * can't both fit into what is left of the day.
 */
export async function givenWithinADay(
  manager: EntityManager,
  actorId: string,
  currency: string,
  now: Date,
): Promise<Given> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('given ' || $1, 0))", [
    actorId,
  ]);
  const [row] = await manager.query(
    `SELECT COALESCE(SUM(amount_minor), 0) AS total,
       COALESCE(SUM(amount_minor) FILTER (WHERE origin = 'GOODWILL'), 0) AS goodwill
     FROM refunds r WHERE created_by_id = $1 AND created_at > $2 AND currency = $3
       AND origin IN ('ON_BEHALF', 'GOODWILL') AND status <> 'CANCELED'
       AND NOT EXISTS (SELECT 1 FROM refund_approvals a WHERE a.refund_id IN (r.id, r.split_from_id))`,
    [actorId, new Date(now.getTime() - 86_400_000), currency],
  );
  return { totalMinor: Number(row.total), goodwillMinor: Number(row.goodwill) };
}
