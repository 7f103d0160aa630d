import { assert } from "@makegood/domain/assert";
import { alreadyRefunded, chargebackReason } from "@makegood/domain/chargeback/chargeback-words";
import { nextActionOfChargeback } from "@makegood/domain/next-action/next-action-of-chargeback";
import type { ChargebackResolvers, Resolvers } from "#generated/resolvers.generated.js";
import { paymentById, visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { keysetPage } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { ChargebackEntity } from "./exports/chargeback.entity.js";
import { chargebackById, sharesByChargeback, sharesByOrder } from "./exports/chargeback-loaders.js";

/** The shares of a chargeback whose orders the caller sees. */
async function visibleShares(context: RequestContext, { id }: ChargebackEntity) {
  const shares = await context.loader(sharesByChargeback).load(id);
  const orders = await Promise.all(
    shares.map(({ orderId }) => context.loader(visibleOrderById).load(orderId)),
  );
  return shares.flatMap((share, index) => {
    const order = orders[index];
    return order ? [{ share, order }] : [];
  });
}

async function paymentOf(context: RequestContext, { paymentId }: ChargebackEntity) {
  const payment = await context.loader(paymentById).load(paymentId);
  assert(payment !== null, "a chargeback is of a payment");
  return payment;
}

const isAgent = ({ caller }: RequestContext) => caller.kind === "AGENT";

const Chargeback: ChargebackResolvers = {
  amount: async (chargeback, _, context) => {
    const whole = ["AGENT", "BUYER"].includes(context.caller.kind);
    const shares = whole ? [] : await visibleShares(context, chargeback);
    const part = shares.reduce((sum, { share }) => sum + share.amountMinor, 0);
    return toMoney(whole ? chargeback.amountMinor : part, chargeback.currency);
  },
  reason: ({ reason }, _, context) => chargebackReason(reason, localeOf(context)),
  orders: async (chargeback, _, context) =>
    (await visibleShares(context, chargeback)).map(({ order }) => order),
  beyondPayment: async (chargeback, _, context) => {
    const { capturedMinor } = await paymentOf(context, chargeback);
    const beyond = chargeback.amountMinor - capturedMinor;
    return isAgent(context) && beyond > 0 ? toMoney(beyond, chargeback.currency) : null;
  },
  alreadyRefunded: async (chargeback, _, context) => {
    if (!isAgent(context)) return null;
    const { refundedMinor, refundReservedMinor } = await paymentOf(context, chargeback);
    const onItsWayMinor = refundReservedMinor - refundedMinor;
    const back = { refundedMinor, onItsWayMinor };
    return alreadyRefunded(back, chargeback.currency, localeOf(context));
  },
  nextAction: (chargeback) => nextActionOfChargeback(chargeback),
};

export const chargebackResolvers: Resolvers = {
  Query: {
    chargebacks: (_, { view, first, after }, context) => {
      const query = context.platform.database
        .getRepository(ChargebackEntity)
        .createQueryBuilder("c")
        .where(knownCaller(context).kind === "AGENT" ? "TRUE" : "FALSE");
      if (view !== "ALL") query.andWhere("c.closedAt IS NULL");
      return keysetPage(
        query,
        { column: "openedAt", direction: "DESC" },
        { first: first ?? null, after: after ?? null },
      );
    },
  },
  Order: {
    chargebacks: async ({ id }, _, context) => {
      const shares = await context.loader(sharesByOrder).load(id);
      const found = await Promise.all(
        shares.map(({ chargebackId }) => context.loader(chargebackById).load(chargebackId)),
      );
      return found.flatMap((chargeback) => chargeback ?? []);
    },
  },
  Chargeback,
};
