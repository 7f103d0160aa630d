import { runCommand } from "#platform/commands/run-command.js";
import { promisesTask } from "#platform/events/event-row.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { breakPromise, riskPromise } from "../break-promise.js";
import { dueDeadline, followPromises, riskDeadline } from "./follow-promises.js";

const whenDue =
  (name: string, work: typeof breakPromise): Task =>
  async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name,
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { promiseId: id },
      work: async (unit) => {
        await work(unit, id);
        return { ok: true, answer: {} };
      },
    });
  };

export const promiseTasks: Record<string, Task> = {
  [promisesTask]: (platform, { orderId = "" }) => followPromises(platform, orderId),
  [riskDeadline]: whenDue("riskPromise", riskPromise),
  [dueDeadline]: whenDue("breakPromise", breakPromise),
};
