import type { ChargebackHold } from "#modules/chargeback/exports/held-by-chargeback.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { eventOf } from "./conclude-refund.js";
import { RefundEntity } from "./exports/refund.entity.js";

const reasons: readonly (string | null)[] = ["chargeback_open", "chargeback_lost"];

/** A refund waits for a bank's decision about its payment: told once for each turn that takes. */
export async function waitForChargeback(
  unit: UnitOfWork,
  refund: RefundEntity,
  hold: ChargebackHold,
): Promise<void> {
  if (refund.pendingReason === hold.reason) return;
  const to = { pendingReason: hold.reason, waitsUntil: hold.until };
  Object.assign(refund, to);
  await unit.manager.update(RefundEntity, { id: refund.id }, to);
  await recordEvent(unit, {
    ...eventOf(refund),
    kind: hold.reason === "chargeback_open" ? "refund.heldByChargeback" : "refund.paidByBank",
    data: {
      amountMinor: refund.amountMinor,
      currency: refund.currency,
      ...(hold.until ? { promisedBy: hold.until.toISOString() } : {}),
    },
  });
}

/** No bank holds it back any more. */
export async function goOnAfterChargeback(unit: UnitOfWork, refund: RefundEntity): Promise<void> {
  if (!reasons.includes(refund.pendingReason)) return;
  const to = { pendingReason: null, waitsUntil: null };
  Object.assign(refund, to);
  await unit.manager.update(RefundEntity, { id: refund.id }, to);
  const { amountMinor, currency } = refund;
  const data = { amountMinor, currency };
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.resumed", data });
}
