import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { closeFellDue, waitFellDue } from "../case-fell-due.js";
import { closeDeadline, waitingDeadline } from "./update-case.js";

const whenDue =
  (name: string, work: typeof waitFellDue): Task =>
  async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name,
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { caseId: id },
      work: async (unit) => {
        await work(unit, id);
        return { ok: true, answer: {} };
      },
    });
  };

export const caseTasks: Record<string, Task> = {
  [waitingDeadline]: whenDue("waitFellDue", waitFellDue),
  [closeDeadline]: whenDue("closeFellDue", closeFellDue),
};
