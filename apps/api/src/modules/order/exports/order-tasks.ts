import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { endGracePeriod } from "../fulfil-order.js";

/** The deadline at which an order leaves its grace period. */
export const graceDeadline = "order.graceEnd";

const onGraceEnd: Task = async (platform, payload) => {
  const { id = "" } = payload;
  await runCommand(platform, {
    name: "endGracePeriod",
    actor: systemActor,
    at: dueAtOf(payload),
    idempotencyKey: null,
    input: { orderId: id },
    orderId: id,
    work: (unit) => endGracePeriod(unit, id),
  });
};

export const orderTasks: Record<string, Task> = { [graceDeadline]: onGraceEnd };
