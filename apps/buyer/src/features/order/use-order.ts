import { useLiveOrder } from "@makegood/graphql/use-live-order.ts";
import { OrderDocument, OrderTimelineDocument } from "./order.generated.ts";

/** An order with all its buyer is told of it, live. */
export const useOrder = (id: string) => useLiveOrder(OrderDocument, OrderTimelineDocument, id);
