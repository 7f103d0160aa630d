import { assert } from "@makegood/domain/assert";
import { nextActionOfRefund } from "@makegood/domain/next-action/next-action-of-refund";
import { refundReasonSentence } from "@makegood/domain/refund/failure-words";
import { expectAtBank } from "@makegood/domain/refund/promise";
import {
  arrivalNote,
  expectedBy,
  isDueAtBank,
  refundStepLabel,
  refundSteps,
} from "@makegood/domain/refund/refund-steps";
import type { RefundResolvers, Resolvers } from "#generated/resolvers.generated.js";
import { cancellationById } from "#modules/cancellation/exports/cancellation-loaders.js";
import { decisionById } from "#modules/decision/exports/decision-loaders.js";
import { storedDecision } from "#modules/decision/exports/read-decision.js";
import { decisionView } from "#modules/decision/exports/store-decision.js";
import { paymentById, visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { visibleTo } from "#modules/order/exports/visible-orders.js";
import { policyVersionById } from "#modules/policy/exports/policy-loaders.js";
import { returnById } from "#modules/return/exports/return-loaders.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { keysetPage } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf, zoneOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { readerOf } from "#platform/graphql/reader.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { RefundEntity } from "./exports/refund.entity.js";
import { refundEligibility } from "./exports/refund-eligibility.js";
import {
  allocationsByRefund,
  attemptsByAllocation,
  refundsByOrder,
} from "./exports/refund-loaders.js";
import { payoutsByRefund } from "./exports/refund-payout-loaders.js";
import { visibleRefund } from "./exports/visible-refund.js";
import { refundMutations } from "./refund-mutations.js";

async function orderOf({ orderId }: { orderId: string }, context: RequestContext) {
  const order = await context.loader(visibleOrderById).load(orderId);
  assert(order !== null, "a refund is reached through its visible order");
  return order;
}

/**
 * Once it is taken, the day is known, and that no bank shows store credit; until then, what to expect
 * if the promise is just kept.
 */
async function atBankBy(refund: RefundEntity, context: RequestContext): Promise<Date | null> {
  // What was expected of money that came back since is no expectation any more.
  if (refund.status === "CANCELED") return null;
  if (refund.status === "SUCCEEDED") return refund.expectedAtBankBy;
  const order = await orderOf(refund, context);
  const policy = await context.loader(policyVersionById).load(order.policyVersionId);
  const allocations = await context.loader(allocationsByRefund).load(refund.id);
  const payments = await Promise.all(
    allocations.map(({ paymentId }) => context.loader(paymentById).load(paymentId)),
  );
  assert(policy !== null, "an order has its policy");
  const methods = payments.flatMap((payment) => payment?.method ?? []);
  return expectAtBank(policy.rules, expectedBy(refund) ?? refund.promisedBy, methods);
}

/** What time it is for whoever reads of a refund: in the zone that they see its days in. */
async function daysOf(refund: RefundEntity, context: RequestContext) {
  const { policyVersionId } = await orderOf(refund, context);
  const policy = await context.loader(policyVersionById).load(policyVersionId);
  const { id: zone } = zoneOf(context, policy?.rules.country);
  return { zone, now: context.platform.clock.now() };
}

const Refund: RefundResolvers = {
  order: (refund, _, context) => orderOf(refund, context),
  // Said here so that an origin which the contract does not know fails the type check.
  origin: ({ origin }) => origin,
  amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  expectedBy: (refund) => expectedBy(refund),
  paid: async ({ id, currency }, _, context) => {
    const allocations = await context.loader(allocationsByRefund).load(id);
    const paid = allocations.filter(({ status }) => status === "SUCCEEDED");
    return toMoney(
      paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      currency,
    );
  },
  expectedAtBankBy: (refund, _, context) => atBankBy(refund, context),
  arrivalNote: async (refund, _, context) => {
    const { zone, now } = await daysOf(refund, context);
    if (!isDueAtBank(refund, now, zone)) return null;
    const allocations = await context.loader(allocationsByRefund).load(refund.id);
    const payouts = await context.loader(payoutsByRefund).load(refund.id);
    const canAsk = [...allocations, ...payouts].some(({ traceValue }) => traceValue !== null);
    return arrivalNote(localeOf(context), readerOf(context), canAsk);
  },
  pendingReason: ({ pendingReason }, _, context) =>
    pendingReason && refundReasonSentence(pendingReason, localeOf(context), readerOf(context)),
  failureReason: ({ failureReason }, _, context) =>
    failureReason && refundReasonSentence(failureReason, localeOf(context), readerOf(context)),
  allocations: ({ id }, _, context) => context.loader(allocationsByRefund).load(id),
  decision: async ({ decisionId }, _, context) => {
    const kept = decisionId === null ? null : await context.loader(decisionById).load(decisionId);
    return kept && storedDecision(kept);
  },
  cancellation: ({ cancellationId }, _, context) =>
    cancellationId === null ? null : context.loader(cancellationById).load(cancellationId),
  return: ({ returnId }, _, context) =>
    returnId === null ? null : context.loader(returnById).load(returnId),
  steps: async (refund, _, context) => {
    const expectedAtBankBy = await atBankBy(refund, context);
    const payout = (await context.loader(payoutsByRefund).load(refund.id)).at(-1);
    const chosen = payout && ["OPEN", "SUCCEEDED"].includes(payout.status) ? payout.kind : null;
    const { zone, now } = await daysOf(refund, context);
    const told = { ...refund, expectedAtBankBy, payout: chosen };
    return refundSteps(told, now, zone).map((step) => ({
      ...step,
      label: refundStepLabel(step.code, localeOf(context), readerOf(context)),
    }));
  },
  nextAction: (refund) => nextActionOfRefund(refund),
  timelineSeq: async (refund, _, context) => (await orderOf(refund, context)).timelineSeq,
};

export const refundResolvers: Resolvers = {
  Query: {
    refund: (_, { id }, context) => visibleRefund(context, id),
    refunds: (_, { first, after }, context) => {
      const query = context.platform.database.getRepository(RefundEntity).createQueryBuilder("r");
      return keysetPage(
        visibleTo(query, knownCaller(context)),
        { column: "createdAt", direction: "DESC" },
        { first: first ?? null, after: after ?? null },
      );
    },
  },
  Mutation: refundMutations,
  Order: {
    refunds: ({ id }, _, context) => context.loader(refundsByOrder).load(id),
    refundEligibility: async (order, _, context) =>
      context.caller.kind === "AGENT"
        ? decisionView(order.id, await refundEligibility(context, order, "AGENT"))
        : null,
  },
  Refund,
  RefundAllocation: {
    payment: async ({ paymentId }, _, context) => {
      const payment = await context.loader(paymentById).load(paymentId);
      assert(payment !== null, "an allocation goes back to a payment");
      return payment;
    },
    amount: async (allocation, _, context) =>
      toMoney(allocation.amountMinor, (await orderOf(allocation, context)).currency),
    traceReference: ({ traceType, traceValue }) =>
      traceType && traceValue ? { type: traceType, value: traceValue } : null,
    paidOtherwise: ({ payoutId }) => payoutId !== null,
    attemptCount: async ({ id }, _, context) =>
      (await context.loader(attemptsByAllocation).load(id)).length,
  },
  NothingToRefund: {
    ...refusalFields,
    captured: ({ capturedMinor, currency }) => toMoney(capturedMinor, currency),
    reserved: ({ refundReservedMinor, currency }) => toMoney(refundReservedMinor, currency),
    held: ({ heldMinor, currency }) => toMoney(heldMinor, currency),
    chargedBack: ({ chargedBackMinor, currency }) => toMoney(chargedBackMinor, currency),
  },
  RefundHeld: refusalFields,
  AmountAboveRefundable: {
    ...refusalFields,
    asked: ({ askedMinor, currency }) => toMoney(askedMinor, currency),
    refundable: ({ refundableMinor, currency }) => toMoney(refundableMinor, currency),
  },
};
