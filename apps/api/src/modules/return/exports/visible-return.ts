import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import type { ReturnEntity } from "./return.entity.js";
import { returnById } from "./return-loaders.js";

/** A return by id, when its order is the caller's to see. */
export async function visibleReturn(
  context: RequestContext,
  id: string,
): Promise<ReturnEntity | null> {
  const request = await context.loader(returnById).load(id);
  const order = request && (await context.loader(visibleOrderById).load(request.orderId));
  return order ? request : null;
}
