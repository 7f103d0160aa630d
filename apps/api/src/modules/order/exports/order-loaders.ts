import DataLoader from "dataloader";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import { ShipmentEntity } from "#modules/order/exports/shipment.entity.js";
import { visibilityOf, visibleTo } from "#modules/order/exports/visible-orders.js";
import { gathered } from "#platform/database/gathered.js";
import { loadBy, loadListBy } from "#platform/database/loaders.js";
import type { LoaderFactory } from "#platform/graphql/context.js";

/** Orders by id, as far as the caller may see them. */
export const visibleOrderById: LoaderFactory<string, OrderEntity | null> = (context) =>
  new DataLoader<string, OrderEntity | null>(async (ids) => {
    const { platform, caller } = context;
    const kind = `visible order ${visibilityOf(caller)}`;
    const byId = await gathered(context, kind, ids, async (all) => {
      const query = platform.database
        .getRepository(OrderEntity)
        .createQueryBuilder("o")
        .where("o.id IN (:...all)", { all });
      const rows = await visibleTo(query, caller).getMany();
      return new Map(rows.map((row) => [row.id, row]));
    });
    return ids.map((id) => byId.get(id) ?? null);
  });

/** The visible orders of a purchase: a seller sees none but their own part of it. */
export const visibleOrdersByPurchase: LoaderFactory<string, OrderEntity[]> = ({
  platform,
  caller,
}) =>
  new DataLoader<string, OrderEntity[]>(async (ids) => {
    const query = platform.database
      .getRepository(OrderEntity)
      .createQueryBuilder("o")
      .where("o.purchaseId IN (:...ids)", { ids: [...ids] })
      .orderBy("o.id");
    const rows = await visibleTo(query, caller).getMany();
    return ids.map((id) => rows.filter((row) => row.purchaseId === id));
  });

export const linesByOrder = loadListBy(OrderLineEntity, "orderId", { position: "ASC" });
export const lineById = loadBy(OrderLineEntity, "id");
export const shipmentsByOrder = loadListBy(ShipmentEntity, "orderId", { id: "ASC" });
export const paymentsByPurchase = loadListBy(PaymentEntity, "purchaseId", { position: "ASC" });
export const paymentById = loadBy(PaymentEntity, "id");
export const purchaseById = loadBy(PurchaseEntity, "id");
export const shipmentById = loadBy(ShipmentEntity, "id");
