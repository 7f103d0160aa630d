import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import { dueAtOf } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import { runPayouts } from "../run-payouts.js";
import { sendPayouts } from "../send-payouts.js";
import { runDeadline, sendTask } from "./payout-schedule.js";
import type { ShopBank } from "./shop-bank.js";

export const payoutTasks = (bank: ShopBank): Record<string, Task> => ({
  [runDeadline]: async (platform, payload) => {
    await runCommand(platform, {
      name: "runPayouts",
      actor: systemActor,
      at: dueAtOf(payload),
      idempotencyKey: null,
      input: {},
      work: async (unit) => done(await runPayouts(unit, platform.config.publicUrl)),
    });
  },
  [sendTask]: (platform) => sendPayouts(platform, bank),
});
