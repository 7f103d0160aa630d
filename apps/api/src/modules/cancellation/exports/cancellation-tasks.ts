import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { approveBySilence, closeRejected, remindSeller } from "./decide-request.js";
import { appealDeadline, reminderDeadline, silenceDeadline } from "./request-cancellation.js";

type Work = typeof approveBySilence;

/** That it was decided meanwhile is a refusal, and nothing happens. */
const whenDue =
  (name: string, work: Work): Task =>
  async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name,
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { cancellationId: id },
      work: (unit) => work(unit, id),
    });
  };

export const cancellationTasks: Record<string, Task> = {
  [silenceDeadline]: whenDue("approveBySilence", approveBySilence),
  [reminderDeadline]: whenDue("remindSeller", remindSeller),
  [appealDeadline]: whenDue("closeRejected", closeRejected),
};
