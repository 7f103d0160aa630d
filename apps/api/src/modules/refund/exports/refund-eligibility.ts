import { assert } from "@makegood/domain/assert";
import type { CancellingActor } from "@makegood/domain/cancellation/cancellation-question";
import type { RefundDecision } from "@makegood/domain/decision/decision";
import { decideRefund } from "@makegood/domain/refund/decide-refund";
import { factsByOrder } from "#modules/cancellation/exports/order-facts.js";
import { nothingTaken, readAtBank } from "#modules/chargeback/exports/at-bank.js";
import { chargebacksByPayment } from "#modules/chargeback/exports/chargeback-loaders.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import { paymentsByPurchase } from "#modules/order/exports/order-loaders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { toRefundFacts } from "./refund-facts.js";

/** Whether such an actor could refund something of this order now, and why: nothing is stored. */
export async function refundEligibility(
  context: RequestContext,
  order: OrderEntity,
  actor: CancellingActor,
): Promise<RefundDecision> {
  const [facts, policy, payments] = await Promise.all([
    context.loader(factsByOrder).load(order.id),
    context.loader(policyVersionById).load(order.policyVersionId),
    context.loader(paymentsByPurchase).load(order.purchaseId),
  ]);
  assert(facts !== null && policy !== null, "a visible order has facts and a policy");
  const disputed = await Promise.all(
    payments.map(({ id }) => context.loader(chargebacksByPayment).load(id)),
  );
  const isDisputed = disputed.some((chargebacks) => chargebacks.length > 0);
  const { manager } = context.platform.database;
  const atBank = isDisputed ? await readAtBank(manager, order) : nothingTaken;
  return decideRefund({
    policy,
    order: toRefundFacts(order, facts.heldMinor, payments, atBank),
    ask: null,
    actor,
    limit: null,
    now: context.platform.clock.now(),
  });
}
