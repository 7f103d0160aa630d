import type { OrderFacts } from "@makegood/domain/cancellation/cancellation-facts";
import type { CancellationDecision, UnitsOfLine } from "@makegood/domain/decision/decision";
import type { PolicyVersion } from "@makegood/domain/policy/policy";
import { quoteCancellation, type RefundQuote } from "@makegood/domain/quote/quote-cancellation";
import type { AtBank } from "#modules/chargeback/exports/at-bank.js";
import type { LockedOrder } from "#modules/order/exports/lock-order.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentFacts } from "#modules/order/exports/payment-facts.js";

export interface Quoting {
  policy: PolicyVersion;
  facts: OrderFacts;
  decision: CancellationDecision;
  units: readonly UnitsOfLine[] | null;
  payments: PaymentEntity[];
  atBank: AtBank;
  locked: LockedOrder;
  now: Date;
}

/** What the decided cancellation brings back: all that can be canceled where no units are named. */
export function quoteFor({
  policy,
  facts,
  decision,
  units,
  payments,
  atBank,
  locked,
  now,
}: Quoting): RefundQuote {
  return quoteCancellation({
    rules: policy.rules,
    order: { ...facts, atBank: atBank.ofOrder },
    units: units ?? decision.cancelableUnits,
    payments: paymentFacts(locked.order, payments, atBank.ofPayments),
    allocation: locked.order.allocationStrategy,
    approvedBy: decision.respondBy ?? now,
  });
}
