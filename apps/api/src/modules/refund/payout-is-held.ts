import {
  type ChargebackHold,
  heldByChargeback,
} from "#modules/chargeback/exports/held-by-chargeback.js";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import { activeStop, holdStops } from "#modules/stop/exports/active-stop.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { systemActor } from "#platform/identity/actor.js";
import type { Platform } from "#platform/platform.js";
import type { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import { type LockedRefund, lockRefund } from "./lock-refund.js";
import { goOnAfterChargeback, waitForChargeback } from "./wait-for-chargeback.js";
import { goOn, waitForStop } from "./wait-for-stop.js";

/** Why a payout is not made: for now, or since the buyer's bank has paid the buyer meanwhile. */
export type PayoutHold = "STOPPED" | ChargebackHold["reason"];

/**
 * What holds a refund's bank transfer back: told once, and looked at again when it moves. Switches for
 * one provider leave banks alone.
 */
export async function payoutHold(
  platform: Platform,
  { id, refundId }: RefundPayoutEntity,
): Promise<PayoutHold | null> {
  const looked = await runCommand<{ hold: PayoutHold | null }>(platform, {
    name: "holdPayout",
    actor: systemActor,
    idempotencyKey: null,
    input: { refundId },
    work: async (unit) => {
      const found = await lockRefund(unit.manager, null, refundId);
      return done({ hold: found ? await lookAtHolds(unit, found, id) : "STOPPED" });
    },
  });
  return looked.ok ? looked.answer.hold : "STOPPED";
}

/** The same within a command, under the refund's lock. */
export async function lookAtHolds(
  unit: UnitOfWork,
  { locked, refund, allocations }: LockedRefund,
  payoutId: string,
): Promise<PayoutHold | null> {
  const { manager } = unit;
  const payments = await lockPayments(manager, locked.order.purchaseId);
  await holdStops(manager);
  const stop = await activeStop(manager, refund.shopId, ["bank"]);
  if (stop) {
    await waitForStop(unit, refund, stop.until);
    return "STOPPED";
  }
  await goOn(unit, refund);
  const parts = allocations.filter((allocation) => allocation.payoutId === payoutId);
  const wantedMinor = new Map(parts.map(({ paymentId, amountMinor }) => [paymentId, amountMinor]));
  const asked = { refundId: refund.id, wantedMinor };
  const [hold] = (await heldByChargeback(manager, payments, asked)).values();
  if (hold) await waitForChargeback(unit, refund, hold);
  else await goOnAfterChargeback(unit, refund);
  return hold?.reason ?? null;
}
