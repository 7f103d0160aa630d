import type { Providers } from "#modules/refund/exports/providers.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { Config } from "#platform/config/config.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { driftDue, escalateDrift } from "../escalate-drift.js";
import { reconcile } from "../reconcile.js";

/** The job that compares every provider's books with ours. */
export const reconcileTask = "reconcile";
export const reconcileSchedule = ({ reconcileCron }: Config) => ({
  task: reconcileTask,
  match: reconcileCron,
});

export const reconciliationTasks = (providers: Providers): Record<string, Task> => ({
  [reconcileTask]: async (platform) => {
    for (const name of providers.keys()) await reconcile(platform, providers, name);
  },
  [driftDue]: async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name: "escalateDrift",
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { driftItemId: id },
      work: (unit) => escalateDrift(unit, id, platform.config.publicUrl),
    });
  },
});
