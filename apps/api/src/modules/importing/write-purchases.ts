import type { PolicyPreset } from "@makegood/domain/policy/policy-presets";
import { policyPresets } from "@makegood/domain/policy/policy-presets";
import { type EntityManager, In } from "typeorm";
import { FeedbackEntity } from "#modules/feedback/exports/feedback.entity.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { LedgerEntryEntity } from "#modules/ledger/exports/ledger-entry.entity.js";
import { LedgerTransactionEntity } from "#modules/ledger/exports/ledger-transaction.entity.js";
import { entriesOf } from "#modules/ledger/exports/post.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import { ShipmentEntity } from "#modules/order/exports/shipment.entity.js";
import { PolicyVersionEntity } from "#modules/policy/exports/policy-version.entity.js";
import type { RefundProvider } from "#modules/refund/exports/refund-provider.js";
import { importedDomain } from "#modules/sandbox/exports/sandbox-people.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { count, type ImportReport } from "./import-report.js";
import type { PlannedOrder, PlannedPurchase } from "./olist/plan-purchase.js";
import type { Row } from "./olist/read-olist.js";

export interface Known {
  customers: ReadonlyMap<string, Row>;
  sellers: ReadonlyMap<string, Row>;
  products: ReadonlyMap<string, Row>;
  categories: ReadonlyMap<string, string>;
  reviews: ReadonlyMap<string, Row[]>;
  passwordHash: string;
  /** Added to every time of the data. Milliseconds. */
  shiftMs: number;
}

const presets = Object.keys(policyPresets) as PolicyPreset[];
/** The data has no policies: each seller gets one of ours, always the same by its id. */
const presetOf = (sellerId: string) =>
  presets[Number.parseInt(sellerId.slice(0, 6), 16) % presets.length] ?? "automatic";
const titled = (text: string) =>
  text.replaceAll("_", " ").replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());

/** Writes a batch in one transaction: all of it or nothing, so that a stopped import can go on. */
export async function writePurchases(
  platform: Platform,
  provider: RefundProvider,
  batch: PlannedPurchase[],
  known: Known,
  report: ImportReport,
): Promise<void> {
  const now = platform.clock.now();
  const shift = (time: Date | null) => time && new Date(time.getTime() + known.shiftMs);
  const payments = batch.map(({ payments: paid }) =>
    paid.map((payment, index) => ({ ...payment, id: newId("payment"), position: index + 1 })),
  );
  const charges = await provider.registerCharges(
    payments
      .flat()
      .filter(({ amountMinor }) => amountMinor > 0)
      .map(({ id, amountMinor }) => ({
        reference: id,
        amountMinor,
        currency: "BRL",
        testMethod: null,
      })),
  );
  await platform.database.transaction(async (manager) => {
    const buyers = await buyersOf(manager, batch, known, now, report);
    const shops = await shopsOf(manager, batch, known, now, report);
    const rows = {
      purchases: [] as object[],
      payments: [] as object[],
      orders: [] as object[],
      lines: [] as object[],
      shipments: [] as object[],
      transactions: [] as object[],
      entries: [] as object[],
      feedback: [] as object[],
    };
    const told: {
      orderId: string;
      order: PlannedOrder;
      buyerId: string;
      placedAt: Date;
      shop: Shop;
    }[] = [];
    for (const [index, purchase] of batch.entries()) {
      const purchaseId = newId("purchase");
      const placedAt = shift(purchase.placedAt) ?? now;
      const buyer = buyers.get(personKey(known, purchase.customerId));
      if (!buyer) throw new Error("a buyer was made for each purchase");
      const { externalId, totalMinor } = purchase;
      rows.purchases.push({
        id: purchaseId,
        buyerId: buyer.id,
        currency: "BRL",
        totalMinor,
        placedAt,
        externalId,
      });
      for (const { id, position, method, label, amountMinor } of payments[index] ?? []) {
        rows.payments.push({
          id,
          purchaseId,
          position,
          method,
          label,
          currency: "BRL",
          capturedMinor: amountMinor,
          providerChargeId: charges.get(id) ?? null,
          testMethod: "normal",
        });
      }
      for (const order of purchase.orders) {
        const shop = shops.get(order.sellerId);
        if (!shop) throw new Error("a shop was made for each order");
        const [{ number: next }] = await manager.query("SELECT nextval('order_numbers') AS number");
        const id = newId("order");
        const number = `MG-${next}`;
        const shipped = order.shippedAt !== null;
        const lines = order.lines.map((line, position) => ({
          ...line,
          id: newId("line"),
          orderId: id,
          position: position + 1,
          ...described(known, line.productId),
          discountMinor: 0,
          taxMinor: 0,
          shippedQuantity: shipped ? line.quantity : 0,
        }));
        rows.lines.push(...lines);
        rows.orders.push({
          id,
          number,
          purchaseId,
          shopId: shop.id,
          buyerId: buyer.id,
          policyVersionId: shop.policyVersionId,
          status: order.status,
          currency: "BRL",
          placedAt,
          shipBy: shift(order.shipBy),
          shippedAt: shift(order.shippedAt),
          deliveredAt: shift(order.deliveredAt),
          canceledAt: order.status === "CANCELED" ? placedAt : null,
          itemsMinor: lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0),
          discountMinor: 0,
          taxMinor: 0,
          shippingMinor: lines.reduce((sum, line) => sum + line.shippingMinor, 0),
          capturedMinor: order.capturedMinor,
          searchText: [number, buyer.name, ...lines.map(({ title }) => title)]
            .join(" ")
            .toLowerCase(),
          notes: order.notes,
          createdAt: now,
        });
        if (shipped) {
          rows.shipments.push({
            id: newId("shipment"),
            orderId: id,
            carrier: "Correios",
            trackingNumber: `OL${id.slice(-9).toUpperCase()}BR`,
            shippedAt: shift(order.shippedAt),
            deliveredAt: shift(order.deliveredAt),
          });
        }
        if (order.capturedMinor > 0) {
          const transactionId = newId("ledgerTransaction");
          rows.transactions.push({
            id: transactionId,
            kind: "CAPTURE",
            reference: id,
            orderId: id,
            refundId: null,
            postedAt: placedAt,
          });
          rows.entries.push(
            ...entriesOf(transactionId, {
              kind: "CAPTURE",
              reference: id,
              orderId: id,
              shopId: shop.id,
              amountMinor: order.capturedMinor,
              currency: "BRL",
              at: placedAt,
            }),
          );
        }
        told.push({ orderId: id, order, buyerId: buyer.id, placedAt, shop });
        count(report.created, "orders");
        count(
          report.created,
          "units",
          order.lines.reduce((sum, line) => sum + line.quantity, 0),
        );
      }
      const first = told.at(-purchase.orders.length);
      for (const review of known.reviews.get(externalId.slice("olist:".length)) ?? []) {
        if (!first) continue;
        rows.feedback.push(
          feedbackOf(review, first.orderId, first.shop.id, buyer.id, known, placedAt),
        );
        count(report.created, "feedback");
      }
      count(report.created, "purchases");
      count(report.created, "payments", purchase.payments.length);
    }
    const insert = async (entity: new () => object, values: object[]) => {
      for (let from = 0; from < values.length; from += 500) {
        await manager.insert(entity, values.slice(from, from + 500));
      }
    };
    await insert(PurchaseEntity, rows.purchases);
    await insert(PaymentEntity, rows.payments);
    await insert(OrderEntity, rows.orders);
    await insert(OrderLineEntity, rows.lines);
    await insert(ShipmentEntity, rows.shipments);
    await insert(LedgerTransactionEntity, rows.transactions);
    await insert(LedgerEntryEntity, rows.entries);
    await insert(FeedbackEntity, rows.feedback);
    for (const { orderId, order, buyerId, placedAt, shop } of told) {
      const unit = { manager, actor: { kind: "BUYER", id: buyerId } as const, now: placedAt };
      const seller = { kind: "SELLER", id: shop.ownerId } as const;
      await recordEvent(unit, { orderId, kind: "order.placed" });
      if (order.shippedAt)
        await recordEvent(unit, {
          orderId,
          kind: "order.shipped",
          actor: seller,
          at: shift(order.shippedAt) ?? placedAt,
        });
      if (order.deliveredAt)
        await recordEvent(unit, {
          orderId,
          kind: "order.delivered",
          actor: systemActor,
          at: shift(order.deliveredAt) ?? placedAt,
        });
      await recordEvent(unit, { orderId, kind: "order.imported", actor: systemActor, at: now });
    }
  });
}

interface Shop {
  id: string;
  ownerId: string;
  policyVersionId: string;
}

const personKey = (known: Known, customerId: string) =>
  known.customers.get(customerId)?.customer_unique_id ?? customerId;
const buyerEmail = (key: string) => `${key.slice(0, 16)}@${importedDomain}`;

/** The batch's buyers, made where they are new: one person may have bought several times. */
async function buyersOf(
  manager: EntityManager,
  batch: PlannedPurchase[],
  known: Known,
  now: Date,
  report: ImportReport,
) {
  const keys = [...new Set(batch.map(({ customerId }) => personKey(known, customerId)))];
  const there = await manager.findBy(PersonEntity, { email: In(keys.map(buyerEmail)) });
  const byEmail = new Map(there.map((person) => [person.email, person]));
  const made = keys
    .filter((key) => !byEmail.has(buyerEmail(key)))
    .map((key) => ({
      id: newId("person"),
      name: `Customer ${key.slice(0, 6).toUpperCase()}`,
      email: buyerEmail(key),
      passwordHash: known.passwordHash,
      locale: "pt-BR" as const,
      createdAt: now,
    }));
  if (made.length > 0) await manager.insert(PersonEntity, made);
  count(report.created, "buyers", made.length);
  for (const person of made) byEmail.set(person.email, person as PersonEntity);
  return new Map(
    keys.flatMap((key) => {
      const person = byEmail.get(buyerEmail(key));
      return person ? [[key, person] as const] : [];
    }),
  );
}

/** The batch's shops with an owner and a policy, made where they are new. */
async function shopsOf(
  manager: EntityManager,
  batch: PlannedPurchase[],
  known: Known,
  now: Date,
  report: ImportReport,
) {
  const ids = [...new Set(batch.flatMap(({ orders }) => orders.map(({ sellerId }) => sellerId)))];
  const externalIds = ids.map((id) => `olist:${id}`);
  const shops = new Map<string, Shop>();
  const there: { id: string; external_id: string; owner: string; version: string }[] =
    await manager.query(
      `SELECT s.id, s.external_id, m.person_id AS owner, v.id AS version FROM shops s
     JOIN shop_members m ON m.shop_id = s.id JOIN policy_versions v ON v.shop_id = s.id AND v.number = 1
     WHERE s.external_id = ANY($1)`,
      [externalIds],
    );
  for (const row of there) {
    shops.set(row.external_id.slice("olist:".length), {
      id: row.id,
      ownerId: row.owner,
      policyVersionId: row.version,
    });
  }
  const fresh = ids.filter((id) => !shops.has(id));
  for (const id of fresh)
    shops.set(id, {
      id: newId("shop"),
      ownerId: newId("person"),
      policyVersionId: newId("policyVersion"),
    });
  if (fresh.length === 0) return shops;
  const rows = fresh.flatMap((sellerId) => {
    const shop = shops.get(sellerId);
    return shop
      ? [{ sellerId, ...shop, city: titled(known.sellers.get(sellerId)?.seller_city ?? "") }]
      : [];
  });
  await manager.insert(
    PersonEntity,
    rows.map(({ sellerId, ownerId }) => ({
      id: ownerId,
      name: `Seller ${sellerId.slice(0, 6).toUpperCase()}`,
      email: `shop-${sellerId.slice(0, 16)}@${importedDomain}`,
      passwordHash: known.passwordHash,
      locale: "pt-BR" as const,
      createdAt: now,
    })),
  );
  await manager.insert(
    ShopEntity,
    rows.map(({ id, sellerId, city }) => ({
      id,
      name: `Loja ${sellerId.slice(0, 6).toUpperCase()}`,
      city: city || null,
      country: "BR",
      externalId: `olist:${sellerId}`,
      createdAt: now,
    })),
  );
  await manager.insert(
    ShopMemberEntity,
    rows.map(({ id, ownerId }) => ({
      id: newId("shopMember"),
      shopId: id,
      personId: ownerId,
      role: "OWNER" as const,
    })),
  );
  await manager.insert(
    PolicyVersionEntity,
    rows.map(({ id, sellerId, policyVersionId }) => ({
      id: policyVersionId,
      shopId: id,
      number: 1,
      publishedAt: new Date(Date.UTC(2016, 0, 1)),
      rules: policyPresets[presetOf(sellerId)] as never,
    })),
  );
  count(report.created, "shops", rows.length);
  return shops;
}

function described(known: Known, productId: string) {
  const raw = known.products.get(productId)?.product_category_name ?? "";
  const category = known.categories.get(raw) ?? raw;
  const title = `${category ? titled(category) : "Item"} ${productId.slice(0, 6).toUpperCase()}`;
  return { title, category: category || null };
}

function feedbackOf(
  review: Row,
  orderId: string,
  shopId: string,
  buyerId: string,
  known: Known,
  placedAt: Date,
) {
  const at = Date.parse(`${(review.review_creation_date ?? "").replace(" ", "T")}Z`);
  const words = [review.review_comment_title, review.review_comment_message]
    .map((text) => text?.trim())
    .filter(Boolean)
    .join(" · ");
  return {
    id: newId("feedback"),
    orderId,
    shopId,
    buyerId,
    rating: Math.min(5, Math.max(1, Number(review.review_score) || 1)),
    tags: [],
    words: words || null,
    givenAt: Number.isNaN(at) ? placedAt : new Date(at + known.shiftMs),
    imported: true,
    externalId: `olist:${review.review_id}:${review.order_id}`,
  };
}
