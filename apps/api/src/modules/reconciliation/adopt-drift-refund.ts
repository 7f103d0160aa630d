import { driftMachine } from "@makegood/domain/reconciliation/drift-machine";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { adoptRefund } from "#modules/refund/exports/adopt-refund.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { DriftItemEntity } from "./exports/drift-item.entity.js";
import { heal, lockDrift, missing, refuseStep } from "./lock-drift.js";
import { orderOfItem } from "./order-of-item.js";

/** Its amount would be taken for as much of the order's currency, and be reserved for good. */
const otherCurrency: Refusal = {
  kind: "NotInThisState",
  machine: driftMachine.name,
  state: "WRONG_CURRENCY",
  command: "ADOPT",
  allowedCommands: ["ACCEPT"],
};

/** Takes a refund that somebody made at the provider into our books, so that it is not paid again. */
export async function adoptDriftRefund(
  unit: UnitOfWork,
  driftItemId: string,
  reason: string,
): Promise<Outcome<{ driftItemId: string }>> {
  const { manager } = unit;
  const known = await manager.findOneBy(DriftItemEntity, { id: driftItemId });
  const orderId = known && (await orderOfItem(manager, known));
  if (!known) return refuse(missing);
  const early = refuseStep(known, "ADOPT");
  const { paymentId, theirsId, theirsMinor } = known;
  if (early) return refuse(early);
  if (!orderId || !paymentId || !theirsId || !theirsMinor) return refuse(missing);
  // Two at once: the second one sees what the first one made of it.
  const locked = await lockOrder(manager, null, orderId);
  const item = await lockDrift(manager, driftItemId);
  const refusal = item ? refuseStep(item, "ADOPT") : missing;
  if (!item || refusal) return refuse(refusal ?? missing);
  if (item.theirsCurrency !== locked?.order.currency) return refuse(otherCurrency);
  const adopted = await adoptRefund(unit, {
    orderId,
    paymentId,
    providerRefundId: theirsId,
    amountMinor: theirsMinor,
    reason,
  });
  if (!adopted.ok) return adopted;
  await heal(manager, item, unit.now);
  await manager.update(DriftItemEntity, { id: item.id }, { orderId });
  return done({ driftItemId });
}
