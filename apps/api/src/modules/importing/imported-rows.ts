import type { EntityManager } from "typeorm";
import { FeedbackEntity } from "#modules/feedback/exports/feedback.entity.js";
import { LedgerEntryEntity } from "#modules/ledger/exports/ledger-entry.entity.js";
import { LedgerTransactionEntity } from "#modules/ledger/exports/ledger-transaction.entity.js";
import type { PostingRows } from "#modules/ledger/exports/post.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import { ShipmentEntity } from "#modules/order/exports/shipment.entity.js";
import { insertRows } from "#platform/database/insert-rows.js";
import type { EventRow } from "#platform/events/event-row.js";
import { recordHistory } from "#platform/events/record-history.js";

/** What a batch of purchases becomes, table by table. */
export interface ImportedRows {
  purchases: Partial<PurchaseEntity>[];
  payments: Partial<PaymentEntity>[];
  orders: Partial<OrderEntity>[];
  lines: Partial<OrderLineEntity>[];
  shipments: Partial<ShipmentEntity>[];
  postings: PostingRows[];
  feedback: Partial<FeedbackEntity>[];
  events: EventRow[];
}

export const noRows = (): ImportedRows => ({
  purchases: [],
  payments: [],
  orders: [],
  lines: [],
  shipments: [],
  postings: [],
  feedback: [],
  events: [],
});

/** Writes them: a statement for each table, with all that guards it. */
export async function insertImported(manager: EntityManager, rows: ImportedRows): Promise<void> {
  await insertRows(manager, PurchaseEntity, rows.purchases);
  await insertRows(manager, PaymentEntity, rows.payments);
  await insertRows(manager, OrderEntity, rows.orders);
  await insertRows(manager, OrderLineEntity, rows.lines);
  await insertRows(manager, ShipmentEntity, rows.shipments);
  const transactions = rows.postings.map(({ transaction }) => transaction);
  await insertRows(manager, LedgerTransactionEntity, transactions);
  await insertRows(
    manager,
    LedgerEntryEntity,
    rows.postings.flatMap(({ entries }) => entries),
  );
  await insertRows(manager, FeedbackEntity, rows.feedback);
  await recordHistory(manager, rows.events);
}
