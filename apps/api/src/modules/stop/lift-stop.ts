import { IsNull } from "typeorm";
import { wakeStopped } from "#modules/refund/exports/wake-stopped.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import { lockStops } from "./exports/active-stop.js";
import { StopSwitchEntity } from "./exports/stop-switch.entity.js";

/** The deadline at which a stop switch lifts itself. */
export const stopDeadline = "stop.until";

type Lifted = Outcome<{ stopSwitchId: string }>;

/** Lets go on what the switch held back, with a reason for the trail. */
export async function liftStop(
  unit: UnitOfWork,
  { stopSwitchId, reason }: { stopSwitchId: string; reason: string },
): Promise<Lifted> {
  await lockStops(unit.manager);
  const stop = await unit.manager.findOneBy(StopSwitchEntity, { id: stopSwitchId });
  if (!stop) return refuse({ kind: "NotFound", what: "stop switch" });
  if (stop.liftedAt) {
    const machine = { machine: "stop switch", state: "LIFTED", allowedCommands: [] };
    return refuse({ kind: "NotInThisState", ...machine, command: "lift" });
  }
  await settleDeadline(unit.manager, stopDeadline, stop.id, unit.now);
  await markLifted(unit, stop.id, reason);
  await wakeStopped(unit.manager);
  return done({ stopSwitchId });
}

/** Its date has come and nobody set it again: what it held back goes on by itself. */
export async function endStop(unit: UnitOfWork, stopSwitchId: string): Promise<Lifted> {
  await lockStops(unit.manager);
  await markLifted(unit, stopSwitchId, null);
  await wakeStopped(unit.manager);
  return done({ stopSwitchId });
}

export async function markLifted(
  unit: UnitOfWork,
  id: string,
  liftReason: string | null,
): Promise<void> {
  await unit.manager.update(
    StopSwitchEntity,
    { id, liftedAt: IsNull() },
    { liftedAt: unit.now, liftedById: unit.actor.id, liftReason },
  );
}
