import { type EntityManager, IsNull } from "typeorm";
import { submitTask } from "#modules/refund/exports/create-refund.js";
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

/** Has every refund that waits for a switch looked at again: some may be held by another one. */
export async function wakeStopped(manager: EntityManager): Promise<void> {
  await manager.query(
    `SELECT graphile_worker.add_job($1, payload := json_build_object('id', id),
       job_key := $1 || ':' || id, max_attempts := 25)
     FROM refunds WHERE pending_reason = 'stopped' AND status IN ('APPROVED', 'PROCESSING')`,
    [submitTask],
  );
}
