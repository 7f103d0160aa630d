import { addHours } from "@makegood/domain/calendar/calendar";
import { nextActionOfOrder } from "@makegood/domain/next-action/next-action-of-order";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { cancellationsByOrder } from "#modules/cancellation/exports/cancellation-loaders.js";
import { disputesByOrder } from "#modules/dispute/exports/dispute-loaders.js";
import { collectedByOrder } from "#modules/payment/exports/payment-loaders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import { refundsByOrder } from "#modules/refund/exports/refund-loaders.js";
import { returnsByOrder } from "#modules/return/exports/return-loaders.js";
import { availableActions } from "./available-actions.js";

/** What can be done with an order, and what it waits for: both need all of its story. */
export const actionsResolvers: Resolvers = {
  Order: {
    availableActions: (order, _, context) => availableActions(context, order),
    nextAction: async (order, _, context) => {
      const [cancellations, returns, disputes, refunds, policy, collected] = await Promise.all([
        context.loader(cancellationsByOrder).load(order.id),
        context.loader(returnsByOrder).load(order.id),
        context.loader(disputesByOrder).load(order.id),
        context.loader(refundsByOrder).load(order.id),
        context.loader(policyVersionById).load(order.policyVersionId),
        context.loader(collectedByOrder).load(order.id),
      ]);
      const rules = policy?.rules.cancellation;
      return nextActionOfOrder({
        status: order.status,
        shipBy: order.shipBy,
        graceEndsAt: rules ? addHours(order.placedAt, rules.gracePeriodHours) : null,
        atOnceWhenLate: rules?.atOnceWhenLate ?? false,
        estimatedDeliveryBy: order.estimatedDeliveryBy,
        deliveryDueBy: order.deliveryDueBy,
        cancellations,
        returns,
        disputes,
        refunds,
        collecting: collected && {
          money: collected.money,
          paymentDueBy: order.paymentDueBy,
          authorizedUntil:
            collected.payments.find(({ authorizedUntil }) => authorizedUntil)?.authorizedUntil ??
            null,
        },
      });
    },
  },
};
