import type { EntityManager } from "typeorm";
import { StopSwitchEntity } from "./stop-switch.entity.js";

const lockKey = "hashtextextended('stop switches', 0)";

/** Waits for whoever is about to send, so that nothing is sent past a switch that was just set. */
export async function lockStops(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(${lockKey})`);
}

/** Many may send at once; nobody sets or lifts a switch until they have written what they do. */
export async function holdStops(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock_shared(${lockKey})`);
}

/** The switch that holds back refunds of this shop by these providers the longest; null if none. */
export function activeStop(
  manager: EntityManager,
  shopId: string,
  providers: readonly string[],
): Promise<StopSwitchEntity | null> {
  return manager
    .createQueryBuilder(StopSwitchEntity, "s")
    .where("s.liftedAt IS NULL")
    .andWhere(
      `(s.scope = 'ALL' OR (s.scope = 'SHOP' AND s.subject = :shopId)
        OR (s.scope = 'PROVIDER' AND s.subject IN (:...providers)))`,
      { shopId, providers },
    )
    .orderBy("s.until", "DESC")
    .limit(1)
    .getOne();
}
