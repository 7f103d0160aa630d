import type { RefundQuote } from "@makegood/domain/quote/quote-cancellation";
import type { EntityManager } from "typeorm";
import type { LockedOrder } from "#modules/order/exports/lock-order.js";
import { newId } from "#platform/ids.js";
import { QuoteEntity } from "./quote.entity.js";

const quoteMinutes = 15;

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
