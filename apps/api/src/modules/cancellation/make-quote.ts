import type { OrderFacts } from "@makegood/domain/cancellation/cancellation-facts";
import type { CancellationDecision, UnitsOfLine } from "@makegood/domain/decision/decision";
import type { PolicyVersion } from "@makegood/domain/policy/policy";
import {
  type RefundQuote,
  quoteCancellation,
} from "@makegood/domain/quote/quote-cancellation";
import type { EntityManager } from "typeorm";
import type { LockedOrder } from "#modules/order/exports/lock-order.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { newId } from "#platform/ids.js";
import { QuoteEntity } from "./exports/quote.entity.js";

const quoteMinutes = 15;

/** What a quote needs of the payments it goes back to. */
export const paymentFacts = (payments: PaymentEntity[]) =>
  payments.map((payment) => ({
    paymentId: payment.id,
    method: payment.method,
    capturedMinor: payment.capturedMinor,
    reservedMinor: payment.refundReservedMinor,
  }));

export interface Quoting {
  policy: PolicyVersion;
  facts: OrderFacts;
  decision: CancellationDecision;
  units: readonly UnitsOfLine[] | null;
  payments: PaymentEntity[];
  now: Date;
}

/** What the decided cancellation brings back: all that can be canceled where no units are named. */
export function quoteFor({
  policy,
  facts,
  decision,
  units,
  payments,
  now,
}: Quoting): RefundQuote {
  return quoteCancellation({
    rules: policy.rules,
    order: facts,
    units: units ?? decision.cancelableUnits,
    payments: paymentFacts(payments),
    approvedBy: decision.respondBy ?? now,
  });
}

/** Keeps a quote for some minutes, for its caller alone. */
export async function keepQuote(
  manager: EntityManager,
  quote: RefundQuote,
  made: {
    id?: string;
    locked: LockedOrder;
    decisionId: string;
    callerId: string;
    now: Date;
    usedAt?: Date;
  },
): Promise<QuoteEntity> {
  const { order } = made.locked;
  const row: QuoteEntity = {
    id: made.id ?? newId("quote"),
    orderId: order.id,
    decisionId: made.decisionId,
    callerId: made.callerId,
    body: quote as unknown as Record<string, unknown>,
    totalMinor: quote.totalMinor,
    currency: quote.currency,
    timelineSeq: order.timelineSeq,
    createdAt: made.now,
    expiresAt: new Date(made.now.getTime() + quoteMinutes * 60_000),
    usedAt: made.usedAt ?? null,
  };
  await manager.insert(QuoteEntity, row as never);
  return row;
}
