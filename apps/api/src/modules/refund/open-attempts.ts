import { assert } from "@makegood/domain/assert";
import { In } from "typeorm";
import { heldByChargeback } from "#modules/chargeback/exports/held-by-chargeback.js";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { activeStop, holdStops } from "#modules/stop/exports/active-stop.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { newId } from "#platform/ids.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { advanceRefund } from "./advance-refund.js";
import { checkDeadline } from "./check-deadline.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { holdBegun } from "./hold-begun.js";
import { leaveToBank } from "./leave-to-bank.js";
import type { LockedRefund } from "./lock-refund.js";
import { splitHeld } from "./split-held.js";
import { goOnAfterChargeback, waitForChargeback } from "./wait-for-chargeback.js";
import { goOn, waitForStop } from "./wait-for-stop.js";

/** What a look at a refund came to: what of it is not to be sent now. */
export type Opened = {
  /** Nothing at all is to be sent. */
  nothing: boolean;
  /** Attempts that were begun and are held back all the same. */
  held: string[];
};

export const nothingToSend: Opened = { nothing: true, held: [] };

/**
 * Opens an attempt for each part that waits, with its key, in as many statements for many parts as for
 * one; or has the refund wait for a stop switch or a bank. `unheard` are attempts that were begun
 * before, and of which their provider has just said that it never heard.
 */
export async function openAttempts(
  platform: Platform,
  unit: UnitOfWork,
  found: LockedRefund,
  unheard: readonly string[],
): Promise<Opened> {
  const { manager } = unit;
  const { refund, allocations } = found;
  if (["FAILED", "REVERSED"].includes(refund.status)) {
    await splitHeld(unit, found);
    return nothingToSend;
  }
  if (!["APPROVED", "PROCESSING"].includes(refund.status)) return nothingToSend;
  const toSend = allocations.filter(({ status }) => ["PENDING", "PROCESSING"].includes(status));
  if (toSend.length === 0) return nothingToSend;
  const payments = await lockPayments(manager, found.locked.order.purchaseId);
  await holdStops(manager);
  const stop = await activeStop(manager, refund.shopId, providersOf(payments, toSend));
  if (stop) {
    await waitForStop(unit, refund, stop.until);
    return nothingToSend;
  }
  await goOn(unit, refund);
  const begun = await holdBegun(unit, found, payments, unheard);
  const pending = toSend.filter(({ status }) => status === "PENDING");
  if (begun.held.length === 0 && (await splitHeld(unit, found))) return nothingToSend;
  const { order } = found.locked;
  const wantedMinor = new Map(
    pending.map(({ paymentId, amountMinor }) => [paymentId, amountMinor]),
  );
  const asked = { refundId: refund.id, order, wantedMinor };
  const holds = await heldByChargeback(manager, payments, asked);
  const waiting = pending.filter(({ paymentId }) => !holds.has(paymentId));
  const [hold = begun.hold] = holds.values();
  if (hold) await waitForChargeback(unit, refund, hold);
  else await goOnAfterChargeback(unit, refund);
  if (await leaveToBank(unit, found, holds)) return nothingToSend;
  const { held } = begun;
  if (waiting.length === 0) {
    return { nothing: pending.length + held.length === toSend.length, held };
  }
  await begin(platform, unit, found, { payments, waiting });
  return { nothing: false, held };
}

async function begin(
  platform: Platform,
  unit: UnitOfWork,
  { refund }: LockedRefund,
  { payments, waiting }: { payments: PaymentEntity[]; waiting: RefundAllocationEntity[] },
): Promise<void> {
  const { manager, now } = unit;
  if (refund.status === "APPROVED") {
    await advanceRefund(manager, refund, "submit", { submittedAt: now });
  }
  const earlier = await triesOf(unit, refund.id);
  const ids = waiting.map(({ id }) => id);
  await manager.insert(
    RefundAttemptEntity,
    waiting.map((allocation) => {
      const payment = payments.find(({ id }) => id === allocation.paymentId);
      assert(payment !== undefined, "an allocation goes to a payment of its purchase");
      const id = newId("refundAttempt");
      return {
        id,
        allocationId: allocation.id,
        refundId: refund.id,
        number: (earlier.get(allocation.id) ?? 0) + 1,
        provider: payment.provider,
        providerKey: id,
        providerRefundId: null,
        status: "OPEN" as const,
        needsAction: false,
        pendingReason: null,
        failureReason: null,
        createdAt: now,
        settledAt: null,
      };
    }),
  );
  await manager.update(RefundAllocationEntity, { id: In(ids) }, { status: "PROCESSING" });
  const amountMinor = waiting.reduce((sum, allocation) => sum + allocation.amountMinor, 0);
  await recordEvent(unit, {
    orderId: refund.orderId,
    kind: "refund.submitted",
    refundId: refund.id,
    cancellationId: refund.cancellationId,
    data: { amountMinor, currency: refund.currency },
  });
  const checkAt = new Date(now.getTime() + platform.config.refundCheckSeconds * 1000);
  await setDeadline(manager, checkDeadline, refund.id, checkAt);
}

/** How often each part was tried before. */
async function triesOf({ manager }: UnitOfWork, refundId: string): Promise<Map<string, number>> {
  const rows: { id: string; tries: number }[] = await manager.query(
    `SELECT allocation_id AS id, COUNT(*)::int AS tries FROM refund_attempts
     WHERE refund_id = $1 GROUP BY allocation_id`,
    [refundId],
  );
  return new Map(rows.map(({ id, tries }) => [id, tries]));
}

const providersOf = (payments: PaymentEntity[], allocations: RefundAllocationEntity[]) => [
  ...new Set(
    payments
      .filter(({ id }) => allocations.some(({ paymentId }) => paymentId === id))
      .map(({ provider }) => provider),
  ),
];
