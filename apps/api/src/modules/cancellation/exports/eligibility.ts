import { assert } from "@makegood/domain/assert";
import type { CancellingActor } from "@makegood/domain/cancellation/cancellation-question";
import { decideCancellation } from "@makegood/domain/cancellation/decide-cancellation";
import type { CancellationDecision } from "@makegood/domain/decision/decision";
import { historyToRead } from "#modules/fair-use/exports/buyer-history.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import { linesByOrder } from "#modules/order/exports/order-loaders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { factsByOrder } from "./order-facts.js";

/** Whether this order could be canceled now by such an actor, and why: nothing is stored. */
export async function eligibility(
  context: RequestContext,
  order: OrderEntity,
  actor: CancellingActor,
): Promise<CancellationDecision> {
  const [facts, policy, lines] = await Promise.all([
    context.loader(factsByOrder).load(order.id),
    context.loader(policyVersionById).load(order.policyVersionId),
    context.loader(linesByOrder).load(order.id),
  ]);
  assert(facts !== null && policy !== null, "a visible order has facts and a policy");
  const now = context.platform.clock.now();
  const history = await historyToRead(context, { actor, policy, order, lines });
  return decideCancellation({ policy, order: facts, ask: null, actor, now, ...history });
}
