import { deliveryZone } from "@makegood/domain/calendar/delivery-zone";
import type { Marketplace } from "@makegood/domain/calendar/marketplace";
import type { CountedAt } from "@makegood/domain/policy/day-window";
import type { OrderEntity } from "./order.entity.js";

/** Where an order's days are counted, and under whose law: at home where nobody knows where it went. */
export const countedAt = (
  order: Pick<OrderEntity, "shipToCountry" | "shipToRegion">,
  marketplace: Marketplace,
): Required<CountedAt> => ({
  shipToCountry: order.shipToCountry,
  zone: deliveryZone(order, marketplace.zone.id),
});
