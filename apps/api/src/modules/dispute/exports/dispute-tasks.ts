import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { disputeFellDue } from "../work-on-dispute.js";
import { disputeDue } from "./advance-dispute.js";

const onDue: Task = async (platform, payload) => {
  const { id = "" } = payload;
  await runCommand(platform, {
    name: "disputeFellDue",
    actor: systemActor,
    at: dueAtOf(payload),
    idempotencyKey: null,
    input: { disputeId: id },
    work: (unit) => disputeFellDue(unit, id),
  });
};

export const disputeTasks: Record<string, Task> = { [disputeDue]: onDue };
