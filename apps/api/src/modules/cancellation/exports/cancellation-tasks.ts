import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import type { Task } from "#platform/jobs/jobs.js";
import { approveBySilence } from "./decide-request.js";
import { silenceDeadline } from "./request-cancellation.js";

/** When the seller's time is over; that it was decided meanwhile is a refusal, and nothing happens. */
const onSilence: Task = async (platform, { id = "" }) => {
  await runCommand(platform, {
    name: "approveBySilence",
    actor: systemActor,
    idempotencyKey: null,
    input: { cancellationId: id },
    work: (unit) => approveBySilence(unit, id),
  });
};

export const cancellationTasks: Record<string, Task> = { [silenceDeadline]: onSilence };
