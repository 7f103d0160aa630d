import { type EntityManager, In } from "typeorm";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";

/** A purchase that was imported before, with all that files can say of it. */
export interface PurchaseThere {
  id: string;
  buyerId: string;
  /** Null for a buyer who was imported before whole ids were kept. */
  buyerExternalId: string | null;
  placedAt: Date;
  paidMinor: number;
  orders: { order: OrderEntity; lines: OrderLineEntity[]; sellerId: string; ownerId: string }[];
}

/** The purchases that are here of those, by their names in their file. */
export async function purchasesThere(
  manager: EntityManager,
  externalIds: readonly string[],
): Promise<Map<string, PurchaseThere>> {
  if (externalIds.length === 0) return new Map();
  const purchases = await manager.findBy(PurchaseEntity, { externalId: In([...externalIds]) });
  const ids = purchases.map(({ id }) => id);
  // What was made in exchange for it is an order of ours, and none of the file's.
  const orders = (await manager.findBy(OrderEntity, { purchaseId: In(ids) })).filter(
    ({ exchangeReturnId }) => exchangeReturnId === null,
  );
  const shopIds = [...new Set(orders.map(({ shopId }) => shopId))];
  const lines = await manager.findBy(OrderLineEntity, { orderId: In(orders.map(({ id }) => id)) });
  const payments = await manager.findBy(PaymentEntity, { purchaseId: In(ids) });
  const shops = await manager.findBy(ShopEntity, { id: In(shopIds) });
  const members = await manager.findBy(ShopMemberEntity, { shopId: In(shopIds) });
  const buyers = await manager.findBy(PersonEntity, {
    id: In([...new Set(purchases.map(({ buyerId }) => buyerId))]),
  });
  const buyerOf = new Map(buyers.map((buyer) => [buyer.id, buyer]));
  const shopOf = new Map(shops.map((shop) => [shop.id, shop]));
  const ownerOf = new Map(members.map((member) => [member.shopId, member.personId]));
  const linesOf = grouped(lines, ({ orderId }) => orderId);
  const ordersOf = grouped(orders, ({ purchaseId }) => purchaseId);
  const paymentsOf = grouped(payments, ({ purchaseId }) => purchaseId);
  return new Map(
    purchases.map(({ id, buyerId, placedAt, externalId }) => [
      externalId ?? "",
      {
        id,
        buyerId,
        buyerExternalId: buyerOf.get(buyerId)?.externalId ?? null,
        placedAt,
        paidMinor: (paymentsOf.get(id) ?? []).reduce((sum, each) => sum + each.capturedMinor, 0),
        orders: (ordersOf.get(id) ?? []).map((order) => ({
          order,
          lines: linesOf.get(order.id) ?? [],
          sellerId: shopOf.get(order.shopId)?.externalId?.slice("olist:".length) ?? "",
          ownerId: ownerOf.get(order.shopId) ?? "",
        })),
      },
    ]),
  );
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
