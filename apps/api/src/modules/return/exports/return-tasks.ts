import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { labelTask } from "../approve-return.js";
import { printLabel } from "../print-label.js";
import { returnFellDue } from "../return-due.js";
import { returnDue } from "./advance-return.js";
import { sandboxScan, sandboxScanDue } from "./drop-off.js";

/** What goes on by itself in returns: deadlines, labels, and (in a sandbox) the parcels. */
export const returnTasks = (carrier: ReturnCarrier): Record<string, Task> => ({
  [labelTask]: (platform, { id = "" }) => printLabel(platform, carrier, id),
  [returnDue]: async (platform, payload) => {
    const { id = "" } = payload;
    await runCommand(platform, {
      name: "returnFellDue",
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: { returnId: id },
      work: (unit) => returnFellDue(unit, id),
    });
  },
  [sandboxScanDue]: (platform, payload) =>
    sandboxScan(platform, payload.id ?? "", dueAtOf(payload) ?? platform.clock.now()),
});
