import { lockPayments } from "#modules/order/exports/lock-order.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { beginRelease } from "./begin-payment-steps.js";
import { readOrderMoney } from "./read-order-money.js";

/**
 * What a cancellation means for money that was not taken: of an ended order it is given back, of one
 * that goes on less will be taken. WAITS while a call to the provider is under way, whose outcome
 * settles the cancellation; DONE where nothing more has to happen for it.
 */
export async function settleCanceled(
  unit: UnitOfWork,
  order: OrderEntity,
): Promise<"WAITS" | "DONE"> {
  const payments = await lockPayments(unit.manager, order.purchaseId);
  const collected = await readOrderMoney(unit.manager, order, payments);
  switch (collected.money.kind) {
    case "TO_RELEASE":
    case "RELEASE_FAILED":
      await beginRelease(unit, collected);
      return "WAITS";
    case "UNDER_WAY":
      return "WAITS";
    case "DUE":
    case "AUTHORIZED":
    case "CAPTURE_FAILED":
    case "TAKEN":
    case "TAKEN_IN_VAIN":
    case "RELEASED":
      return "DONE";
  }
}
