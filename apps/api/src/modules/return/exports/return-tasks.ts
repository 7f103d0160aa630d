import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { labelTask } from "../approve-return.js";
import { printLabel } from "../print-label.js";
import { remindOfReturn, returnFellDue } from "../return-due.js";
import { returnDue, returnReminder } from "./advance-return.js";
import { sandboxScan, sandboxScanDue } from "./drop-off.js";

const whenDue =
  (name: string, work: typeof returnFellDue): Task =>
  async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name,
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { returnId: id },
      work: (unit) => work(unit, id),
    });
  };

/** What goes on by itself in returns: deadlines, labels, and (in a sandbox) the parcels. */
export const returnTasks = (carrier: ReturnCarrier): Record<string, Task> => ({
  [labelTask]: (platform, { id = "" }) => printLabel(platform, carrier, id),
  [returnDue]: whenDue("returnFellDue", returnFellDue),
  [returnReminder]: whenDue("remindOfReturn", remindOfReturn),
  [sandboxScanDue]: (platform, payload) =>
    sandboxScan(platform, payload.id ?? "", dueAtOf(payload) ?? platform.clock.now()),
});
