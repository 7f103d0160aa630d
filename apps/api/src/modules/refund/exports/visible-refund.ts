import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import type { RefundEntity } from "./refund.entity.js";
import { refundById } from "./refund-loaders.js";

/** A refund by id, when its order is the caller's to see. */
export async function visibleRefund(
  context: RequestContext,
  id: string,
): Promise<RefundEntity | null> {
  const refund = await context.loader(refundById).load(id);
  const order = refund && (await context.loader(visibleOrderById).load(refund.orderId));
  return order ? refund : null;
}
