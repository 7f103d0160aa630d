import { activeStop, holdStops } from "#modules/stop/exports/active-stop.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import type { Platform } from "#platform/platform.js";
import { lockRefund } from "./lock-refund.js";
import { goOn, waitForStop } from "./wait-for-stop.js";

/**
 * Whether a switch holds a refund's bank transfer back: told once, and looked at again when the
 * switch is lifted. Those for one provider leave banks alone.
 */
export async function payoutIsStopped(platform: Platform, refundId: string): Promise<boolean> {
  const looked = await runCommand<{ stopped: boolean }>(platform, {
    name: "holdPayout",
    actor: systemActor,
    idempotencyKey: null,
    input: { refundId },
    work: async (unit) => {
      const found = await lockRefund(unit.manager, null, refundId);
      if (!found) return done({ stopped: true });
      await holdStops(unit.manager);
      const stop = await activeStop(unit.manager, found.refund.shopId, ["bank"]);
      if (stop) await waitForStop(unit, found.refund, stop.until);
      else await goOn(unit, found.refund);
      return done({ stopped: stop !== null });
    },
  });
  return !looked.ok || looked.answer.stopped;
}
