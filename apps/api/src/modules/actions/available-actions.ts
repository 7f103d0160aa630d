import { cancellationMachine } from "@makegood/domain/cancellation/cancellation-machine";
import type { Decision } from "@makegood/domain/decision/decision";
import { explainDecision } from "@makegood/domain/decision/explain";
import { decideFeedback } from "@makegood/domain/feedback/decide-feedback";
import { decideTransition, type Machine } from "@makegood/domain/machine/machine";
import { decideShipment } from "@makegood/domain/order/decide-shipment";
import { refuseNotArrived } from "@makegood/domain/order/delivery";
import { orderMachine } from "@makegood/domain/order/order-machine";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { refusalSentence } from "@makegood/domain/refusal/refusal-words";
import type { AvailableAction, OrderAction } from "#generated/resolvers.generated.js";
import { cancellationsByOrder } from "#modules/cancellation/exports/cancellation-loaders.js";
import { eligibility } from "#modules/cancellation/exports/eligibility.js";
import { factsByOrder } from "#modules/cancellation/exports/order-facts.js";
import { feedbackByOrder } from "#modules/feedback/exports/feedback-loaders.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import { isUncollected } from "#modules/payment/exports/read-order-money.js";
import { refundEligibility } from "#modules/refund/exports/refund-eligibility.js";
import { refundsByOrder } from "#modules/refund/exports/refund-loaders.js";
import { returnEligibility } from "#modules/return/exports/return-eligibility.js";
import { returnsByOrder } from "#modules/return/exports/return-loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf, zoneOf } from "#platform/graphql/locale.js";

type Answer = Refusal | null;

/** The same rules that the commands use, asked beforehand, so that no client works them out again. */
export async function availableActions(
  context: RequestContext,
  order: OrderEntity,
): Promise<AvailableAction[]> {
  switch (context.caller.kind) {
    case "BUYER":
      return buyersActions(context, order);
    case "SELLER":
    case "INTEGRATION":
      return sellersActions(context, order);
    case "AGENT":
      return agentsActions(context, order);
    case "MARKETPLACE_INTEGRATION":
      return (await buyersActions(context, order)).filter(({ action }) =>
        action.startsWith("REQUEST_"),
      );
    case "ANONYMOUS":
      return [];
  }
}

async function buyersActions(context: RequestContext, order: OrderEntity) {
  const [decision, pending, cancellations, refunds, returns, given] = await Promise.all([
    eligibility(context, order, "BUYER"),
    pendingRequest(context, order),
    context.loader(cancellationsByOrder).load(order.id),
    context.loader(refundsByOrder).load(order.id),
    context.loader(returnsByOrder).load(order.id),
    context.loader(feedbackByOrder).load(order.id),
  ]);
  const givenId = given.find(({ imported }) => !imported)?.id ?? null;
  return [
    decided(context, "REQUEST_CANCELLATION", decision),
    decided(context, "REQUEST_RETURN", await returnEligibility(context, order, "BUYER")),
    answered(context, "WITHDRAW_CANCELLATION", pending),
    answered(context, "REPORT_NOT_ARRIVED", refuseNotArrived(order, context.platform.clock.now())),
    answered(context, "OPEN_CASE", null),
    answered(
      context,
      "GIVE_FEEDBACK",
      decideFeedback({ cancellations, refunds, returns, givenId }),
    ),
  ];
}

async function sellersActions(context: RequestContext, order: OrderEntity) {
  const [facts, pending] = await Promise.all([
    context.loader(factsByOrder).load(order.id),
    pendingRequest(context, order),
  ]);
  const asked = {
    status: order.status,
    canceledAt: order.canceledAt,
    openCancellationId: facts?.openCancellation?.id ?? null,
    lines: facts?.lines ?? [],
    lineIds: null,
  };
  const lost = order.status === "DELIVERY_FAILED";
  const untaken = isUncollected(order) ? { dueBy: order.paymentDueBy } : null;
  const shipment = decideShipment({ ...asked, untaken });
  const cancelable = decideShipment({ ...asked, untaken: null });
  const delivered = ["SHIPPED", "PARTIALLY_DELIVERED", "DELIVERY_FAILED"].includes(order.status)
    ? "deliverAll"
    : "deliverPart";
  return [
    answered(context, "APPROVE_CANCELLATION", pending),
    answered(context, "REJECT_CANCELLATION", pending),
    answered(context, "START_PROCESSING", step(orderMachine, order.status, "startProcessing")),
    answered(context, "CANCEL_AS_SELLER", cancelable.allowed ? null : cancelable.refusal),
    answered(context, "SHIP", lost || shipment.allowed ? null : shipment.refusal),
    answered(context, "GIVE_UP_DELIVERY", lost ? null : whatever("order", "giveUpDelivery")),
    decided(context, "GIVE_GOODWILL", await refundEligibility(context, order, "SELLER")),
    answered(context, "MARK_DELIVERED", step(orderMachine, order.status, delivered)),
  ];
}

async function agentsActions(context: RequestContext, order: OrderEntity) {
  const [decision, refund, refunds] = await Promise.all([
    eligibility(context, order, "AGENT"),
    refundEligibility(context, order, "AGENT"),
    context.loader(refundsByOrder).load(order.id),
  ]);
  const failed = refunds.some(({ status }) => status === "FAILED" || status === "REVERSED");
  return [
    decided(context, "CANCEL_ON_BEHALF", decision),
    decided(context, "REFUND_ON_BEHALF", refund),
    answered(context, "RETRY_REFUND", failed ? null : whatever("refund", "retry")),
  ];
}

/** Null when a request waits for the seller; otherwise why nothing can be done with one. */
async function pendingRequest(context: RequestContext, order: OrderEntity): Promise<Answer> {
  const cancellations = await context.loader(cancellationsByOrder).load(order.id);
  if (cancellations.some(({ status }) => status === "PENDING_SELLER")) return null;
  const [latest] = cancellations;
  return latest
    ? step(cancellationMachine, latest.status, "approve")
    : whatever("cancellation", "approve");
}

const step = <S extends string>(machine: Machine<S>, state: S, command: string): Answer => {
  const decision = decideTransition(machine, state, command);
  if (decision.allowed) return null;
  const { allowed: _, ...refusal } = decision;
  return refusal;
};

/** There is none of it at all. */
const whatever = (machine: string, command: string): Refusal => ({
  kind: "NotInThisState",
  machine,
  state: "NONE",
  command,
  allowedCommands: [],
});

function answered(context: RequestContext, action: OrderAction, refusal: Answer): AvailableAction {
  const because = refusal && refusalSentence(refusal, localeOf(context), zoneOf(context));
  return { action, available: refusal === null, because };
}

function decided(
  context: RequestContext,
  action: OrderAction,
  decision: Decision,
): AvailableAction {
  const available = decision.outcome !== "REFUSED";
  const because = available ? null : explainDecision(decision, localeOf(context), zoneOf(context));
  return { action, available, because };
}
