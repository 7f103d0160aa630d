import { MoreThan, Not } from "typeorm";
import { systemClock } from "#platform/clock/system-clock.js";
import type { Platform } from "#platform/platform.js";
import { OrderPresenceEntity } from "./exports/order-presence.entity.js";

/** How long somebody counts as there after they were last heard of. Apps say so every ten seconds. */
const hereMs = 30_000;

/** Says that an agent has an order open, and tells who else has. */
export async function keepPresence(
  { database }: Platform,
  { orderId, personId, acting }: { orderId: string; personId: string; acting: boolean },
): Promise<OrderPresenceEntity[]> {
  const now = systemClock.now();
  await database.manager.upsert(OrderPresenceEntity, { orderId, personId, acting, seenAt: now }, [
    "orderId",
    "personId",
  ]);
  return database.manager.find(OrderPresenceEntity, {
    where: {
      orderId,
      personId: Not(personId),
      seenAt: MoreThan(new Date(now.getTime() - hereMs)),
    },
    order: { seenAt: "DESC" },
    take: 10,
  });
}
