import type { OrderFilter } from "#generated/resolvers.generated.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { type Connection, keysetPage, type PageArguments } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { orderSearch } from "./exports/find-orders.js";
import { OrderEntity } from "./exports/order.entity.js";
import { visibleOrderById } from "./exports/order-loaders.js";
import { visibleTo } from "./exports/visible-orders.js";
import { stillOpen, waitsForBuyer } from "./still-open.js";

/**
 * What the derived financial status is in SQL, for filters; the domain derives it for display. TypeORM
 * knows a property only where a space follows it: none stands at the end of a line.
 */
const financialStatus = `CASE
  WHEN o.chargedBackMinor > 0 AND o.chargedBackMinor >= o.capturedMinor THEN 'CHARGED_BACK'
  WHEN o.chargedBackMinor > 0
    AND o.chargedBackMinor + o.refundedMinor < o.capturedMinor THEN 'PARTIALLY_CHARGED_BACK'
  WHEN o.capturedMinor = 0 AND o.authorizedMinor = 0
    AND o.itemsMinor - o.discountMinor + o.taxMinor + o.shippingMinor = 0 THEN 'PAID'
  WHEN o.capturedMinor = 0 AND o.status IN ('PENDING_PAYMENT', 'EXPIRED') THEN 'UNPAID'
  WHEN o.capturedMinor = 0 AND o.voidedAt IS NOT NULL THEN 'VOIDED'
  WHEN o.capturedMinor = 0 AND o.authorizedMinor > 0 AND o.paymentDueBy IS NULL THEN 'AUTHORIZED'
  WHEN o.capturedMinor = 0 THEN 'UNPAID'
  WHEN o.refundedMinor = 0 THEN 'PAID'
  WHEN o.refundedMinor + o.chargedBackMinor >= o.capturedMinor THEN 'REFUNDED'
  ELSE 'PARTIALLY_REFUNDED' END`;

/**
 * Something waits: a seller's answer, a return, a refund under way or failed, an open case, or a date
 * that has passed for shipping, for the delivery, or for saying why it never came.
 */
const waiting = `(
  (o.status IN ('AWAITING_SHIPMENT', 'PROCESSING', 'PARTIALLY_SHIPPED') AND o.shipBy < :now)
  OR (o.status IN ('SHIPPED', 'PARTIALLY_DELIVERED') AND o.estimatedDeliveryBy < :now)
  OR o.status = 'DELIVERY_FAILED'
  OR EXISTS (SELECT 1 FROM cancellations c WHERE c.order_id = o.id AND c.status = 'PENDING_SELLER')
  OR EXISTS (SELECT 1 FROM refunds r WHERE r.order_id = o.id
    AND r.status NOT IN ('SUCCEEDED', 'CANCELED'))
  OR EXISTS (SELECT 1 FROM returns t WHERE t.order_id = o.id
    AND ${stillOpen.return("t.status")})
  OR EXISTS (SELECT 1 FROM chargeback_shares x JOIN chargebacks y ON y.id = x.chargeback_id
    WHERE x.order_id = o.id AND y.closed_at IS NULL)
  OR EXISTS (SELECT 1 FROM cases k WHERE k.order_id = o.id AND k.status = 'PENDING_BUYER'))`;

/** It is the buyer's turn, as the next action of each thing says; a ruling can also be left as it is. */
const buyersTurn = `(
  o.status = 'PENDING_PAYMENT'
  OR (o.paymentDueBy IS NOT NULL AND o.capturedMinor = 0
    AND o.status NOT IN ('PENDING_PAYMENT', 'EXPIRED', 'CANCELED'))
  OR EXISTS (SELECT 1 FROM refunds r WHERE r.order_id = o.id
    AND r.status IN ('REQUIRES_ACTION', 'FAILED', 'REVERSED'))
  OR EXISTS (SELECT 1 FROM returns t WHERE t.order_id = o.id
    AND ${waitsForBuyer.return("t.status")})
  OR EXISTS (SELECT 1 FROM cases k WHERE k.order_id = o.id AND k.status = 'PENDING_BUYER'))`;

/** The caller's orders, newest first. */
export async function listOrders(
  context: RequestContext,
  page: PageArguments,
  filter: OrderFilter,
): Promise<Connection<OrderEntity>> {
  const caller = knownCaller(context);
  const query = visibleTo(
    context.platform.database.getRepository(OrderEntity).createQueryBuilder("o"),
    caller,
  );
  if (filter.shopId) query.andWhere("o.shopId = :shopId", { shopId: filter.shopId });
  if (filter.statuses?.length) {
    query.andWhere("o.status IN (:...statuses)", { statuses: filter.statuses });
  }
  if (filter.financialStatuses?.length) {
    query.andWhere(`${financialStatus} IN (:...money)`, { money: filter.financialStatuses });
  }
  if (filter.needsAttention) query.andWhere(waiting, { now: context.platform.clock.now() });
  if (filter.waitsForBuyer) query.andWhere(buyersTurn);
  const found = orderSearch(filter.search, caller, "o", (value) => {
    const name = `search${Object.keys(query.getParameters()).length}`;
    query.setParameter(name, value);
    return `:${name}`;
  });
  if (found) query.andWhere(found);
  const listed = await keysetPage(query, { column: "placedAt", direction: "DESC" }, page);
  // What else asks for these orders by id has them already: they are read once.
  const known = context.loader(visibleOrderById);
  for (const { node } of listed.edges) known.prime(node.id, node);
  return listed;
}
