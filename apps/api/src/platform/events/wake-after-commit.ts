import type { EntityManager, EntitySubscriberInterface } from "typeorm";
import type { WakeUps } from "#platform/events/wake-ups.js";

/** Kept with the transaction's connection until it commits; gone with it when it doesn't. */
interface Kept {
  wakes?: Set<string>;
}

/** Notes whom the manager's transaction will have to wake. */
export function wakeAfterCommit(manager: EntityManager, topics: readonly string[]): void {
  const kept: Kept | undefined = manager.queryRunner?.data;
  if (!kept) return;
  kept.wakes ??= new Set();
  for (const topic of topics) kept.wakes.add(topic);
}

/** Sends what was noted once it is true; for wake-ups that the database doesn't send by itself. */
export function announceCommits(wakeUps: WakeUps): EntitySubscriberInterface {
  return {
    afterTransactionCommit({ queryRunner }) {
      const kept: Kept = queryRunner.data;
      const topics = [...(kept.wakes ?? [])];
      delete kept.wakes;
      if (topics.length > 0) void wakeUps.announce(topics);
    },
  };
}
