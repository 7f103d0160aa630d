import type { LedgerEntry } from "@makegood/domain/ledger/account";
import { promiseRefund } from "@makegood/domain/refund/promise";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { createDueRefund } from "#modules/refund/exports/create-due-refund.js";
import type { RefundOrigin } from "#modules/refund/exports/refund.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";

interface Owed {
  cancellationId: string | null;
  decisionId: string | null;
  origin: RefundOrigin;
  amountMinor: number;
  /** The payment it goes back to; by the order's strategy where none is named, or has too little. */
  paymentId?: string;
  /** What was posted for the late payment that goes back with it. */
  undoes?: readonly LedgerEntry[];
}

/** Refunds by itself what was taken for a locked order and is not due. */
export async function owe(unit: UnitOfWork, order: OrderEntity, owed: Owed): Promise<void> {
  const { paymentId, ...what } = owed;
  const { amountMinor } = owed;
  const { rules } = await policyOf(unit.manager, order);
  const made = await createDueRefund(unit, order, {
    ...what,
    ...(paymentId ? { wanted: [{ paymentId, amountMinor }] } : {}),
    promisedBy: (methods) => promiseRefund(rules, unit.now, methods),
    reason: null,
  });
  order.refundReservedMinor += made?.amountMinor ?? 0;
}
