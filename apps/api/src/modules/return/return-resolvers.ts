import type { Decision, ReturnDecision } from "@makegood/domain/decision/decision";
import { nextActionOfReturnWith } from "@makegood/domain/next-action/next-action-of-return";
import { rejectionWords } from "@makegood/domain/return/rejection-words";
import { carrierFormats } from "@makegood/domain/return/tracking-number";
import type {
  Resolvers,
  ReturnResolvers,
  ReturnUnitResolvers,
} from "#generated/resolvers.generated.js";
import { labelByReturn, scansByReturn } from "#modules/carrier/exports/carrier-loaders.js";
import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { decisionById } from "#modules/decision/exports/decision-loaders.js";
import { storedDecision } from "#modules/decision/exports/read-decision.js";
import { decisionView } from "#modules/decision/exports/store-decision.js";
import { disputesByOrder } from "#modules/dispute/exports/dispute-loaders.js";
import { lineById, visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { photosBySubject } from "#modules/photo/exports/photo-loaders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import { mainRefund, refundsByReturn } from "#modules/refund/exports/refund-loaders.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import type { DecisionView } from "#platform/commands/decision-view.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { needed } from "#platform/graphql/needed.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { returnEligibility } from "./exports/return-eligibility.js";
import {
  replacementByReturn,
  restockByUnit,
  returnById,
  returnsByOrder,
  unitsByReturn,
} from "./exports/return-loaders.js";
import { netMinor, type ReturnUnitEntity } from "./exports/return-unit.entity.js";
import { visibleReturn } from "./exports/visible-return.js";
import { returnActions } from "./return-actions.js";
import { returnAddress, returnNumber } from "./return-address.js";
import { returnMutations } from "./return-mutations.js";

const Return: ReturnResolvers = {
  order: ({ orderId }, _, context) =>
    needed(context.loader(visibleOrderById).load(orderId), "order"),
  number: async ({ id, orderId }, _, context) => {
    const order = await needed(context.loader(visibleOrderById).load(orderId), "order");
    const all = await context.loader(returnsByOrder).load(orderId);
    return returnNumber(order.number, all.length - all.findIndex((one) => one.id === id));
  },
  reason: ({ reasonLabel }, _, context) => reasonLabel?.[localeOf(context)] ?? null,
  units: ({ id }, _, context) => context.loader(unitsByReturn).load(id),
  amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  comesBack: async ({ id, currency }, _, context) => {
    const units = await context.loader(unitsByReturn).load(id);
    return toMoney(
      units.reduce((sum, unit) => sum + netMinor(unit), 0),
      currency,
    );
  },
  type: ({ kind, returnless }) =>
    kind !== "REFUND" ? kind : returnless ? "REFUND_ONLY" : "RETURN_AND_REFUND",
  replacement: async ({ id }, _, context) => {
    const made = await context.loader(replacementByReturn).load(id);
    return made && context.loader(visibleOrderById).load(made.id);
  },
  decision: async ({ decisionId }, _, context) =>
    storedDecision(await needed(context.loader(decisionById).load(decisionId), "decision")),
  photos: ({ id }, _, context) => context.loader(photosBySubject).load(id),
  rejectionReason: ({ rejectionReason, rejectionNote }, _, context) =>
    rejectionReason &&
    [rejectionWords(rejectionReason, localeOf(context)), rejectionNote].filter(Boolean).join(" "),
  offer: ({ offerMinor, offerNote, currency }) =>
    offerMinor === null ? null : { amount: toMoney(offerMinor, currency), note: offerNote },
  instructions: async ({ orderId, status, returnless }, _, context) => {
    const begun = !["REQUESTED", "INFO_REQUESTED", "OFFER_PENDING", "REJECTED"].includes(status);
    if (!begun || returnless) return null;
    const order = await needed(context.loader(visibleOrderById).load(orderId), "order");
    const policy = await needed(
      context.loader(policyVersionById).load(order.policyVersionId),
      "policy",
    );
    const { address, packingTips } = policy.rules.returns;
    const shop = await needed(context.loader(shopById).load(order.shopId), "shop");
    return {
      address: returnAddress(shop, address),
      packingTips: packingTips[localeOf(context)] || null,
    };
  },
  label: async ({ id }, _, context) => {
    const label = await context.loader(labelByReturn).load(id);
    return label && { ...label, path: `/labels/${id}.pdf` };
  },
  scans: ({ id }, _, context) => context.loader(scansByReturn).load(id),
  refund: async ({ id }, _, context) => mainRefund(await context.loader(refundsByReturn).load(id)),
  refunds: ({ id }, _, context) => context.loader(refundsByReturn).load(id),
  nextAction: async (request, _, context) => {
    const [disputes, refunds] = await Promise.all([
      context.loader(disputesByOrder).load(request.orderId),
      context.loader(refundsByReturn).load(request.id),
    ]);
    const dispute = disputes.find(({ returnId }) => returnId === request.id) ?? null;
    return nextActionOfReturnWith(request, { dispute, refund: mainRefund(refunds) });
  },
  actions: (request, _, { caller }) => returnActions(request, caller),
};

/** A unit's amounts are in its return's currency. */
const inReturnsCurrency =
  (minorOf: (unit: ReturnUnitEntity) => number) =>
  async (unit: ReturnUnitEntity, _: unknown, context: RequestContext) => {
    const request = await needed(context.loader(returnById).load(unit.returnId), "row");
    return toMoney(minorOf(unit), request.currency);
  };

const ReturnUnit: ReturnUnitResolvers = {
  line: ({ lineId }, _, context) => needed(context.loader(lineById).load(lineId), "line"),
  gross: inReturnsCurrency(({ grossMinor }) => grossMinor),
  kept: inReturnsCurrency(({ keptMinor }) => keptMinor),
  deduction: inReturnsCurrency(({ deductionMinor }) => deductionMinor),
  note: ({ inspectionNote }) => inspectionNote,
  restockedAt: async ({ id }, _, context) =>
    (await context.loader(restockByUnit).load(id))?.at ?? null,
};

const aboutReturn = (view: DecisionView): ReturnDecision | null => {
  const decision = view.body as Decision;
  return decision.command === "RETURN" ? decision : null;
};

export const returnResolvers = (carrier: ReturnCarrier): Resolvers => ({
  Query: {
    return: (_, { id }, context) => visibleReturn(context, id),
    returnCarriers: () => carrierFormats.map(({ name, example }) => ({ name, example })),
  },
  Mutation: returnMutations(carrier),
  Order: {
    returns: ({ id }, _, context) => context.loader(returnsByOrder).load(id),
    inExchangeFor: ({ exchangeReturnId }, _, context) =>
      exchangeReturnId === null ? null : context.loader(returnById).load(exchangeReturnId),
    returnEligibility: async (order, _, context) => {
      const actor = context.caller.kind === "AGENT" ? "AGENT" : "BUYER";
      return decisionView(order.id, await returnEligibility(context, order, actor));
    },
  },
  Decision: {
    returnableUnits: (view) => [...(aboutReturn(view)?.returnableUnits ?? [])],
    returnReasons: (view, _, context) =>
      (aboutReturn(view)?.reasons ?? []).map((reason) => ({
        ...reason,
        label: reason.label[localeOf(context)],
      })),
    replacing: (view) => [...(aboutReturn(view)?.replacing ?? [])],
    returnless: (view) => aboutReturn(view)?.returnless ?? null,
    shippingPaidBy: (view) => aboutReturn(view)?.shippingPaidBy ?? null,
  },
  Return,
  ReturnUnit,
  ReturnNotYet: refusalFields,
  ReturnWindowOver: refusalFields,
  ReturnNotOffered: refusalFields,
  NothingToReturn: refusalFields,
  EvidenceRequired: refusalFields,
  TrackingNumberUnusable: refusalFields,
  AppealWindowOver: refusalFields,
  ExchangeNotOffered: refusalFields,
  ReturnAlreadyOpen: {
    ...refusalFields,
    return: ({ returnId }, _, context) => needed(context.loader(returnById).load(returnId), "row"),
  },
});
