import { assert } from "@makegood/domain/assert";
import type { Marketplace } from "@makegood/domain/calendar/marketplace";
import type { LineFacts, OrderFacts } from "@makegood/domain/cancellation/cancellation-facts";
import { spreadPaid } from "@makegood/domain/quote/spread-paid";
import DataLoader from "dataloader";
import { type EntityManager, In } from "typeorm";
import { countedAt } from "#modules/order/exports/counted-at.js";
import type { LockedOrder } from "#modules/order/exports/lock-order.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import {
  linesByOrder,
  shipmentsByOrder,
  visibleOrderById,
} from "#modules/order/exports/order-loaders.js";
import { ShipmentEntity } from "#modules/order/exports/shipment.entity.js";
import { isUncollected } from "#modules/payment/exports/read-order-money.js";
import { ReturnUnitEntity } from "#modules/return/exports/return-unit.entity.js";
import type { LoaderFactory } from "#platform/graphql/context.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { CancellationEntity } from "./cancellation.entity.js";
import { cancellationsByOrder, unitsByCancellation } from "./cancellation-loaders.js";
import { CancellationUnitEntity } from "./cancellation-unit.entity.js";

interface Rows {
  order: OrderEntity;
  lines: OrderLineEntity[];
  cancellations: CancellationEntity[];
  /** Those of the order's cancellations. */
  units: CancellationUnitEntity[];
  shipments: ShipmentEntity[];
  /** Units of the order's returns that are open or settled. */
  returned: ReturnUnitEntity[];
  marketplace: Marketplace;
}

function factsOf({
  order,
  lines,
  cancellations,
  units,
  shipments,
  returned,
  marketplace,
}: Rows): OrderFacts {
  const open = cancellations.find(({ status }) => status === "PENDING_SELLER") ?? null;
  const disputed = cancellations.filter(({ status }) => status === "ESCALATED");
  const taken = units.filter(({ state }) => state !== "RELEASED");
  const disputedUnits = units.filter(({ cancellationId }) =>
    disputed.some(({ id }) => id === cancellationId),
  );
  const sumOf = (units: CancellationUnitEntity[]) =>
    units.reduce((sum, unit) => sum + unit.amountMinor, 0);
  return {
    orderId: order.id,
    status: order.status,
    placedAt: order.placedAt,
    shipBy: order.shipBy,
    shippedAt: order.shippedAt,
    trackingNumber: shipments.at(-1)?.trackingNumber ?? null,
    currency: order.currency,
    // What went over to an order made in exchange is that order's.
    capturedMinor: order.capturedMinor - order.exchangedMinor,
    refundReservedMinor: order.refundReservedMinor,
    ...countedAt(order, marketplace),
    deliveredAt: order.deliveredAt,
    uncollectedMinor: isUncollected(order) ? order.authorizedMinor : 0,
    heldMinor:
      sumOf(taken.filter(({ state }) => state === "HELD")) +
      returned
        .filter(({ state }) => state === "OPEN")
        .reduce((sum, unit) => sum + unit.grossMinor, 0),
    keptMinor: returned
      .filter(({ state }) => state === "DONE")
      .reduce((sum, unit) => sum + unit.keptMinor + unit.deductionMinor, 0),
    openCancellation: open && { id: open.id, respondBy: open.respondBy },
    disputedCancellationId: disputed[0]?.id ?? null,
    lines: spreadPaid(lines.map(lineFacts), order.authorizedMinor || order.capturedMinor),
  };

  function lineFacts(line: OrderLineEntity): LineFacts {
    return {
      lineId: line.id,
      category: line.category,
      quantity: line.quantity,
      canceledQuantity: line.canceledQuantity,
      heldQuantity: line.heldQuantity,
      shippedQuantity: line.shippedQuantity,
      disputedQuantity: disputedUnits
        .filter(({ lineId }) => lineId === line.id)
        .reduce((sum, { quantity }) => sum + quantity, 0),
      unitPriceMinor: line.unitPriceMinor,
      discountMinor: line.discountMinor,
      taxMinor: line.taxMinor,
      shippingMinor: line.shippingMinor,
      returningQuantity: line.returningQuantity,
      returnedQuantity: line.returnedQuantity,
      takenMinor:
        sumOf(taken.filter(({ lineId }) => lineId === line.id)) +
        returned
          .filter(({ lineId }) => lineId === line.id)
          .reduce((sum, unit) => sum + unit.grossMinor, 0),
    };
  }
}

/** The facts of a locked order: what a command decides on. */
export async function lockedFacts(
  manager: EntityManager,
  locked: LockedOrder,
): Promise<OrderFacts> {
  const [facts] = await factsOfMany(manager, [locked]);
  assert(facts !== undefined, "as many facts as orders");
  return facts;
}

/** The facts of any number of orders, in their order, with the same few statements. */
export async function factsOfMany(
  manager: EntityManager,
  orders: readonly LockedOrder[],
): Promise<OrderFacts[]> {
  const cancellations = await manager.find(CancellationEntity, {
    where: { orderId: In(orders.map(({ order }) => order.id)) },
    order: { id: "DESC" },
  });
  const units =
    cancellations.length === 0
      ? []
      : await manager.findBy(CancellationUnitEntity, {
          cancellationId: In(cancellations.map(({ id }) => id)),
        });
  const shipped = orders.filter(({ order }) => order.shippedAt);
  const shipments =
    shipped.length === 0
      ? []
      : await manager.find(ShipmentEntity, {
          where: { orderId: In(shipped.map(({ order }) => order.id)) },
          order: { id: "ASC" },
        });
  const gone = orders
    .flatMap(({ lines }) => lines)
    .filter((line) => line.returningQuantity + line.returnedQuantity > 0);
  const returned =
    gone.length === 0
      ? []
      : await manager.findBy(ReturnUnitEntity, {
          lineId: In(gone.map(({ id }) => id)),
          state: In(["OPEN", "DONE"]),
        });
  return orders.map(({ order, lines }) => {
    const own = cancellations.filter(({ orderId }) => orderId === order.id);
    return factsOf({
      order,
      lines,
      cancellations: own,
      units: units.filter((unit) => own.some(({ id }) => id === unit.cancellationId)),
      shipments: shipments.filter(({ orderId }) => orderId === order.id),
      returned: returned.filter((unit) => lines.some(({ id }) => id === unit.lineId)),
      marketplace: marketplaceOf(manager),
    });
  });
}

const returnedByLine: LoaderFactory<string, ReturnUnitEntity[]> = ({ platform }) =>
  new DataLoader<string, ReturnUnitEntity[]>(async (ids) => {
    const rows = await platform.database
      .getRepository(ReturnUnitEntity)
      .findBy({ lineId: In([...ids]), state: In(["OPEN", "DONE"]) });
    return ids.map((id) => rows.filter(({ lineId }) => lineId === id));
  });

/** The same facts for reading, of any number of visible orders at once. */
export const factsByOrder: LoaderFactory<string, OrderFacts | null> = (context) =>
  new DataLoader<string, OrderFacts | null>((ids) =>
    Promise.all(
      ids.map(async (id) => {
        const order = await context.loader(visibleOrderById).load(id);
        if (!order) return null;
        const [lines, cancellations, shipments] = await Promise.all([
          context.loader(linesByOrder).load(id),
          context.loader(cancellationsByOrder).load(id),
          context.loader(shipmentsByOrder).load(id),
        ]);
        const loaded = await context
          .loader(unitsByCancellation)
          .loadMany(cancellations.map((cancellation) => cancellation.id));
        const units = loaded.flatMap((rows) => (rows instanceof Error ? [] : rows));
        const gone = lines.filter((line) => line.returningQuantity + line.returnedQuantity > 0);
        const returned = await Promise.all(
          gone.map((line) => context.loader(returnedByLine).load(line.id)),
        );
        return factsOf({
          order,
          lines,
          cancellations,
          units,
          shipments,
          returned: returned.flat(),
          marketplace: context.platform.config.marketplace,
        });
      }),
    ),
  );
