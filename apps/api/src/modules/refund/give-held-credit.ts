import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { systemActor } from "#platform/identity/actor.js";
import type { Platform } from "#platform/platform.js";
import { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import { type LockedRefund, lockRefund } from "./lock-refund.js";
import { lookAtHolds } from "./payout-is-held.js";
import { payoutFailed, payoutSucceeded } from "./payout-outcome.js";

/**
 * Gives store credit that was chosen, or has it wait: what a stop switch or a bank holds back can be
 * spent no sooner for being credit. Once the bank paid the buyer, it is not given at all.
 */
export async function giveUnlessHeld(
  unit: UnitOfWork,
  found: LockedRefund,
  payout: RefundPayoutEntity,
): Promise<void> {
  const hold = await lookAtHolds(unit, found, payout.id);
  if (hold === "chargeback_lost") await payoutFailed(unit, found, payout, hold);
  else if (hold === null) await payoutSucceeded(unit, found, payout, null);
}

/** Looks again at credit that waited, once something that held it back has moved. */
export async function giveHeldCredit(
  platform: Platform,
  { id, refundId }: RefundPayoutEntity,
): Promise<void> {
  await runCommand(platform, {
    name: "giveHeldCredit",
    actor: systemActor,
    idempotencyKey: null,
    input: { refundId },
    work: async (unit) => {
      const found = await lockRefund(unit.manager, null, refundId);
      const open = { id, status: "OPEN" } as const;
      const payout = await unit.manager.findOneBy(RefundPayoutEntity, open);
      if (found && payout) await giveUnlessHeld(unit, found, payout);
      return done({});
    },
  });
}
