import { isStopDate, longestStopDays, type StopScope } from "@makegood/domain/stop/stop-switch";
import { IsNull } from "typeorm";
import { wakeStopped } from "#modules/refund/exports/wake-stopped.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { lockStops } from "./exports/active-stop.js";
import { StopSwitchEntity } from "./exports/stop-switch.entity.js";
import { markLifted, stopDeadline } from "./lift-stop.js";

export interface NewStop {
  scope: StopScope;
  /** The shop's id or the provider's name; empty for everything. */
  subject: string;
  reason: string;
  until: Date;
}

/**
 * Holds refunds back from here on: what is not yet on its way to the provider when this commits is
 * not sent. Setting one again replaces it, so that its date or reason can change.
 */
export async function setStop(
  unit: UnitOfWork,
  { scope, subject, reason, until }: NewStop,
): Promise<Outcome<{ stopSwitchId: string }>> {
  const { manager, now } = unit;
  if (!isStopDate(now, until)) {
    const problem = { problem: "OUT_OF_RANGE", most: longestStopDays } as const;
    return refuse({ kind: "InvalidInput", field: "until", ...problem });
  }
  if (scope === "SHOP" && !(await manager.existsBy(ShopEntity, { id: subject }))) {
    return refuse({ kind: "NotFound", what: "shop" });
  }
  await lockStops(manager);
  const earlier = await manager.findOneBy(StopSwitchEntity, { scope, subject, liftedAt: IsNull() });
  if (earlier) {
    await settleDeadline(manager, stopDeadline, earlier.id, now);
    await markLifted(unit, earlier.id, reason);
  }
  const id = newId("stopSwitch");
  const made: StopSwitchEntity = {
    id,
    scope,
    subject,
    reason,
    setAt: now,
    setById: unit.actor.id,
    until,
    liftedAt: null,
    liftedById: null,
    liftReason: null,
  };
  await manager.insert(StopSwitchEntity, made);
  await setDeadline(manager, stopDeadline, id, until);
  if (earlier) await wakeStopped(manager);
  return done({ stopSwitchId: id }, made);
}
