import { deriveFinancialStatus } from "@makegood/domain/order/financial-status";
import type {
  OrderLineResolvers,
  OrderResolvers,
  PaymentResolvers,
  PurchaseResolvers,
  Resolvers,
} from "#generated/resolvers.generated.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { toMoney } from "#platform/graphql/money.js";
import { needed } from "#platform/graphql/needed.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { countedAt } from "./exports/counted-at.js";
import type { OrderEntity } from "./exports/order.entity.js";
import type { OrderLineEntity } from "./exports/order-line.entity.js";
import {
  linesByOrder,
  paymentsByPurchase,
  purchaseById,
  shipmentsByOrder,
  visibleOrderById,
  visibleOrdersByPurchase,
} from "./exports/order-loaders.js";
import { seesPayments } from "./exports/sees-payments.js";
import { listOrders } from "./list-orders.js";
import { fulfilmentMutations } from "./order-mutations.js";

const totalOf = ({ itemsMinor, discountMinor, taxMinor, shippingMinor }: OrderEntity) =>
  itemsMinor - discountMinor + taxMinor + shippingMinor;

const Order: OrderResolvers = {
  timeZone: (order, _, { platform }) => countedAt(order, platform.config.marketplace).zone,
  financialStatus: (order) => deriveFinancialStatus({ ...order, totalMinor: totalOf(order) }),
  shop: ({ shopId }, _, context) => needed(context.loader(shopById).load(shopId), "shop"),
  buyer: ({ buyerId }, _, context) => needed(context.loader(personById).load(buyerId), "buyer"),
  purchase: ({ purchaseId }, _, context) =>
    needed(context.loader(purchaseById).load(purchaseId), "purchase"),
  lines: ({ id }, _, context) => context.loader(linesByOrder).load(id),
  shipments: ({ id }, _, context) => context.loader(shipmentsByOrder).load(id),
  policy: ({ policyVersionId }, _, context) =>
    needed(context.loader(policyVersionById).load(policyVersionId), "policy"),
  totals: (order) => {
    const amount = (minor: number) => toMoney(minor, order.currency);
    return {
      items: amount(order.itemsMinor),
      discount: amount(order.discountMinor),
      tax: amount(order.taxMinor),
      shipping: amount(order.shippingMinor),
      total: amount(totalOf(order)),
      authorized: amount(order.authorizedMinor),
      exchanged: amount(order.exchangedMinor),
      captured: amount(order.capturedMinor),
      refundPending: amount(order.refundReservedMinor - order.refundedMinor),
      refunded: amount(order.refundedMinor),
    };
  },
};

/** A line's amounts are in its order's currency. */
const inOrdersCurrency =
  (minorOf: (line: OrderLineEntity) => number) =>
  async (line: OrderLineEntity, _: unknown, context: RequestContext) => {
    const order = await needed(context.loader(visibleOrderById).load(line.orderId), "line");
    return toMoney(minorOf(line), order.currency);
  };

const OrderLine: OrderLineResolvers = {
  unitPrice: inOrdersCurrency((line) => line.unitPriceMinor),
  discount: inOrdersCurrency((line) => line.discountMinor),
  tax: inOrdersCurrency((line) => line.taxMinor),
  shipping: inOrdersCurrency((line) => line.shippingMinor),
  total: inOrdersCurrency(
    (line) =>
      line.unitPriceMinor * line.quantity - line.discountMinor + line.taxMinor + line.shippingMinor,
  ),
};

const Purchase: PurchaseResolvers = {
  total: async (purchase, _, context) => {
    if (seesPayments(context)) return toMoney(purchase.totalMinor, purchase.currency);
    const orders = await context.loader(visibleOrdersByPurchase).load(purchase.id);
    return toMoney(
      orders.reduce((sum, order) => sum + totalOf(order), 0),
      purchase.currency,
    );
  },
  payments: ({ id }, _, context) =>
    seesPayments(context) ? context.loader(paymentsByPurchase).load(id) : [],
  orders: ({ id }, _, context) => context.loader(visibleOrdersByPurchase).load(id),
};

const Payment: PaymentResolvers = {
  amount: (payment, _, context) =>
    seesPayments(context) ? toMoney(payment.capturedMinor, payment.currency) : null,
  refundReserved: (payment, _, context) =>
    seesPayments(context) ? toMoney(payment.refundReservedMinor, payment.currency) : null,
};

export const orderResolvers: Resolvers = {
  Query: {
    orders: (_, { first, after, filter }, context) =>
      listOrders(context, { first: first ?? null, after: after ?? null }, filter ?? {}),
    order: (_, { id }, context) => context.loader(visibleOrderById).load(id),
  },
  Mutation: fulfilmentMutations,
  Order,
  OrderLine,
  Purchase,
  Payment,
  DeliveryNotLate: refusalFields,
  LinesCanceled: { ...refusalFields, lineIds: ({ lineIds }) => [...lineIds] },
};
