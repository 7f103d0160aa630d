import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { endStop, stopDeadline } from "../lift-stop.js";

export const stopTasks: Record<string, Task> = {
  [stopDeadline]: async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name: "endStopSwitch",
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { stopSwitchId: id },
      work: (unit) => endStop(unit, id),
    });
  },
};
