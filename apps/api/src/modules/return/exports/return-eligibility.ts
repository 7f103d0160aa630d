import { assert } from "@makegood/domain/assert";
import type { CancellingActor } from "@makegood/domain/cancellation/cancellation-question";
import type { ReturnDecision } from "@makegood/domain/decision/decision";
import { decideReturn } from "@makegood/domain/return/decide-return";
import { factsByOrder } from "#modules/cancellation/exports/order-facts.js";
import { historyToRead } from "#modules/fair-use/exports/buyer-history.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import { linesByOrder } from "#modules/order/exports/order-loaders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { returnsByOrder } from "./return-loaders.js";
import { toReturnFacts } from "./to-return-facts.js";

/** Whether this order could be returned now by such an actor, and why: nothing is stored. */
export async function returnEligibility(
  context: RequestContext,
  order: OrderEntity,
  actor: CancellingActor,
): Promise<ReturnDecision> {
  const [facts, policy, lines, returns] = await Promise.all([
    context.loader(factsByOrder).load(order.id),
    context.loader(policyVersionById).load(order.policyVersionId),
    context.loader(linesByOrder).load(order.id),
    context.loader(returnsByOrder).load(order.id),
  ]);
  assert(facts !== null && policy !== null, "a visible order has facts and a policy");
  const history = await historyToRead(context, { actor, policy, order, lines });
  return decideReturn({
    policy,
    order: toReturnFacts(facts, { order, lines }, returns),
    ask: null,
    actor,
    now: context.platform.clock.now(),
    ...history,
  });
}
