import { type IdKind, kindOfId } from "@makegood/domain/ids/ids";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { cancellationById } from "#modules/cancellation/exports/cancellation-loaders.js";
import { messageById } from "#modules/case/exports/case-loaders.js";
import { visibleCase } from "#modules/case/exports/visible-case.js";
import {
  chargebackById,
  sharesByChargeback,
} from "#modules/chargeback/exports/chargeback-loaders.js";
import { disputeById } from "#modules/dispute/exports/dispute-loaders.js";
import { feedbackById } from "#modules/feedback/exports/feedback-loaders.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { integrationKeyById } from "#modules/integration/exports/integration-loaders.js";
import { visibleShopId } from "#modules/ledger/exports/visible-shop.js";
import {
  lineById,
  paymentById,
  purchaseById,
  shipmentById,
  visibleOrderById,
  visibleOrdersByPurchase,
} from "#modules/order/exports/order-loaders.js";
import { payoutById } from "#modules/payout/exports/payout-loaders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import { promiseById } from "#modules/promise/exports/promise-loaders.js";
import { driftItemById } from "#modules/reconciliation/exports/drift-loaders.js";
import { visibleRefund } from "#modules/refund/exports/visible-refund.js";
import { visibleReturn } from "#modules/return/exports/visible-return.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import type { LoaderFactory, RequestContext } from "#platform/graphql/context.js";

type Find = (context: RequestContext, id: string) => Promise<{ id: string } | null>;

/** What hangs on an order is seen by who sees the order. */
const ofOrder =
  <E extends { id: string; orderId: string }>(factory: LoaderFactory<string, E | null>) =>
  async (context: RequestContext, id: string): Promise<E | null> => {
    const row = await context.loader(factory).load(id);
    const order = row && (await context.loader(visibleOrderById).load(row.orderId));
    return order ? row : null;
  };

async function sees(context: RequestContext, purchaseId: string): Promise<boolean> {
  return (await context.loader(visibleOrdersByPurchase).load(purchaseId)).length > 0;
}

/** How each kind of thing is found for a caller; null where it is not theirs. */
const findBy: Partial<Record<IdKind, Find>> = {
  order: (context, id) => context.loader(visibleOrderById).load(id),
  line: ofOrder(lineById),
  shipment: ofOrder(shipmentById),
  cancellation: ofOrder(cancellationById),
  feedback: ofOrder(feedbackById),
  refund: visibleRefund,
  servicePromise: async (context, id) => {
    const promise = await ofOrder(promiseById)(context, id);
    const hidden = promise?.caseId && !(await visibleCase(context, promise.caseId));
    return hidden ? null : promise;
  },
  return: visibleReturn,
  dispute: ofOrder(disputeById),
  chargeback: async (context, id) => {
    const shares = await context.loader(sharesByChargeback).load(id);
    const orders = await Promise.all(
      shares.map(({ orderId }) => context.loader(visibleOrderById).load(orderId)),
    );
    return orders.some(Boolean) ? context.loader(chargebackById).load(id) : null;
  },
  purchase: async (context, id) => {
    const purchase = await context.loader(purchaseById).load(id);
    return purchase && (await sees(context, id)) ? purchase : null;
  },
  payment: async (context, id) => {
    const payment = await context.loader(paymentById).load(id);
    return payment && (await sees(context, payment.purchaseId)) ? payment : null;
  },
  case: visibleCase,
  drift: (context, id) =>
    context.caller.kind === "AGENT"
      ? context.loader(driftItemById).load(id)
      : Promise.resolve(null),
  message: async (context, id) => {
    const message = await context.loader(messageById).load(id);
    const support = message && (await visibleCase(context, message.caseId));
    const hidden = message?.internal && context.caller.kind !== "AGENT";
    return support && !hidden ? message : null;
  },
  person: async (context, id) => {
    const { caller } = context;
    const mine = caller.kind === "AGENT" || ("personId" in caller && caller.personId === id);
    return mine ? context.loader(personById).load(id) : null;
  },
  shop: (context, id) => context.loader(shopById).load(id),
  payout: async (context, id) => {
    const payout = await context.loader(payoutById).load(id);
    const stranger = context.caller.kind === "ANONYMOUS";
    return payout && !stranger && visibleShopId(context, payout.shopId) ? payout : null;
  },
  policyVersion: (context, id) => context.loader(policyVersionById).load(id),
  integrationKey: async (context, id) => {
    const key = await context.loader(integrationKeyById).load(id);
    const { caller } = context;
    const mine =
      key &&
      ((caller.kind === "SELLER" && caller.shops.has(key.shopId ?? "")) ||
        ("keyId" in caller && caller.keyId === id));
    return mine ? key : null;
  },
};

export const nodeResolvers: Resolvers = {
  Query: {
    node: async (_, { id }, context) => {
      const kind = kindOfId(id);
      const find = kind && findBy[kind];
      return (find ? await find(context, id) : null) as never;
    },
  },
  Mutation: { ping: () => true },
};
