import { addHours } from "../calendar/calendar.js";
import { asksForOpenUnits, total, unavailableUnit } from "../decision/asked-units.js";
import type { CancellationRule, UnitsOfLine } from "../decision/decision.js";
import { atOnce, goOn, type Rule, refuse, seen } from "../decision/follow-rules.js";
import { fairUseRulesInOrder } from "../fair-use/fair-use-rules.js";
import type { OrderStatus } from "../order/order-machine.js";
import type { CancellationRules, Until } from "../policy/policy.js";
import { buyerRights } from "../rights/buyer-rights.js";
import { whyNoWithdrawal, withdrawalRightOf } from "../withdrawal/withdrawal-right.js";
import type { OrderFacts } from "./cancellation-facts.js";
import type { CancellationQuestion } from "./cancellation-question.js";

/** What the rules look at. */
export interface Situation extends CancellationQuestion {
  readonly rules: CancellationRules;
  readonly cancelable: readonly UnitsOfLine[];
}

const sumOf = (situation: Situation, key: "heldQuantity" | "shippedQuantity") =>
  situation.order.lines.reduce((sum, line) => sum + line[key], 0);

const disputedUnits = ({ lines }: OrderFacts, lineId: string) =>
  lines.find((line) => line.lineId === lineId)?.disputedQuantity ?? 0;

const beforeProcessing: readonly OrderStatus[] = [
  "PENDING_PAYMENT",
  "GRACE_PERIOD",
  "AWAITING_SHIPMENT",
];
const beforeShipment: readonly OrderStatus[] = [
  ...beforeProcessing,
  "PROCESSING",
  "PARTIALLY_SHIPPED",
];

/** Whether fulfilment has not yet passed the point until which something is offered. */
function isBefore(status: OrderStatus, until: Until): boolean {
  if (until === "NEVER") return false;
  return (until === "PROCESSING" ? beforeProcessing : beforeShipment).includes(status);
}

/**
 * The rules of a cancellation, first to last. Facts of the world come first (nobody can cancel what
 * has left), then what grants it at once, then the policy's limits, then what the buyer has to give.
 */
export const cancellationRulesInOrder: readonly Rule<CancellationRule, Situation>[] = [
  {
    rule: "order-not-over",
    look: ({ order }) => {
      const over = order.status === "CANCELED" || order.status === "EXPIRED";
      return seen(
        "order.status",
        order.status,
        "not CANCELED",
        over ? "FAIL" : "PASS",
        over ? refuse({ kind: "AlreadyCanceled" }) : goOn,
      );
    },
  },
  {
    rule: "not-shipped",
    look: (situation) => {
      const { order, cancelable } = situation;
      const shipped = sumOf(situation, "shippedQuantity");
      const left =
        !isBefore(order.status, "SHIPMENT") ||
        (shipped > 0 && cancelable.length === 0 && sumOf(situation, "heldQuantity") === 0);
      return seen(
        "units.shipped",
        shipped,
        0,
        left ? "FAIL" : "PASS",
        left && (cancelable.length === 0 || !isBefore(order.status, "SHIPMENT"))
          ? refuse({
              kind: "AlreadyShipped",
              shippedAt: order.shippedAt,
              trackingNumber: order.trackingNumber,
            })
          : goOn,
      );
    },
  },
  {
    rule: "no-open-request",
    look: (situation) => {
      const { order, cancelable, ask } = situation;
      const held = sumOf(situation, "heldQuantity");
      const wantsHeld = asksForOpenUnits(ask?.units ?? [], cancelable, (id) =>
        order.lines.some((line) => line.lineId === id && line.heldQuantity > 0),
      );
      const open = order.openCancellation;
      const blocked = open !== null && held > 0 && (cancelable.length === 0 || wantsHeld);
      return seen(
        "units.inOpenRequest",
        held,
        0,
        blocked ? "FAIL" : "PASS",
        blocked
          ? refuse({
              kind: "CancellationAlreadyOpen",
              cancellationId: open.id,
              respondBy: open.respondBy,
            })
          : goOn,
      );
    },
  },
  {
    rule: "units-available",
    look: ({ ask, cancelable }) => {
      const available = total(cancelable);
      if (available === 0) {
        return seen("units.available", 0, 1, "FAIL", refuse({ kind: "AlreadyCanceled" }));
      }
      const missing = unavailableUnit(ask?.units ?? [], cancelable);
      if (missing) {
        return seen("units.asked", missing.asked, missing.available, "FAIL", refuse(missing));
      }
      return seen("units.available", available, ask?.units ? total(ask.units) : 1, "PASS");
    },
  },
  {
    rule: "unpaid",
    look: ({ order, actor }) => {
      // The clock cancels what was ordered and packed, but whose payment the bank then declined.
      const declined = actor === "SYSTEM" && (order.uncollectedMinor ?? 0) > 0;
      const unpaid = order.status === "PENDING_PAYMENT" || declined;
      return seen(
        "order.status",
        order.status,
        "PENDING_PAYMENT",
        unpaid ? "PASS" : "NOT_APPLICABLE",
        unpaid ? atOnce : goOn,
      );
    },
  },
  {
    rule: "support-steps-in",
    look: ({ actor }) => {
      const agent = actor === "AGENT";
      return seen(
        "actor",
        actor,
        "AGENT",
        agent ? "PASS" : "NOT_APPLICABLE",
        agent ? atOnce : goOn,
      );
    },
  },
  {
    rule: "seller-cancels",
    look: ({ actor, ask }) => {
      const seller = actor === "SELLER" && ask !== null;
      return seen(
        "actor",
        actor,
        "SELLER",
        seller ? "PASS" : "NOT_APPLICABLE",
        seller ? atOnce : goOn,
      );
    },
  },
  {
    // Directive 2011/83/EU, Article 9: the period runs from the conclusion of the contract on.
    rule: "statutory-right",
    look: ({ ask, policy, order, cancelable, now }) => {
      const right = withdrawalRightOf(policy.rules, order, now);
      const declared = ask?.statutory === true;
      // Goods that are exempt are not the others' to withdraw from, nor take the right from them.
      const covered = (ask?.units ?? cancelable).every(({ lineId }) =>
        right?.units.some((unit) => unit.lineId === lineId),
      );
      const refusal = () =>
        refuse({
          kind: "WithdrawalNotPossible",
          why: whyNoWithdrawal(policy.rules, order, ask?.units ?? null),
          rights: buyerRights(policy.rules, order, now),
        });
      return seen(
        "ask.statutory",
        declared,
        right?.statute.id ?? null,
        !declared ? "NOT_APPLICABLE" : covered ? "PASS" : "FAIL",
        !declared ? goOn : covered ? atOnce : refusal(),
      );
    },
  },
  {
    rule: "grace-period",
    look: ({ order, rules, now }) => {
      const ends = addHours(order.placedAt, rules.gracePeriodHours);
      const inside = rules.gracePeriodHours > 0 && now < ends;
      return seen(
        "now",
        now.toISOString(),
        ends.toISOString(),
        inside ? "PASS" : rules.gracePeriodHours > 0 ? "FAIL" : "NOT_APPLICABLE",
        inside ? atOnce : goOn,
      );
    },
  },
  {
    rule: "seller-late",
    look: ({ order, rules, now }) => {
      const applies = rules.atOnceWhenLate && order.shipBy !== null;
      const late = applies && order.shipBy !== null && now > order.shipBy;
      return seen(
        "now",
        now.toISOString(),
        order.shipBy?.toISOString() ?? null,
        late ? "PASS" : applies ? "FAIL" : "NOT_APPLICABLE",
        late ? atOnce : goOn,
      );
    },
  },
  ...fairUseRulesInOrder,
  {
    rule: "window",
    look: ({ order, rules, now }) => {
      if (rules.windowHours === null) return seen("now", now.toISOString(), null, "NOT_APPLICABLE");
      const endedAt = addHours(order.placedAt, rules.windowHours);
      const over = now >= endedAt;
      return seen(
        "now",
        now.toISOString(),
        endedAt.toISOString(),
        over ? "FAIL" : "PASS",
        over
          ? refuse({ kind: "CancellationWindowOver", endedAt, windowHours: rules.windowHours })
          : goOn,
      );
    },
  },
  {
    rule: "at-once",
    look: ({ order, rules }) => {
      const offered = isBefore(order.status, rules.atOnceUntil);
      return seen(
        "order.status",
        order.status,
        rules.atOnceUntil,
        offered ? "PASS" : "FAIL",
        offered ? atOnce : goOn,
      );
    },
  },
  {
    // A unit is in one open request at most: the seller is not asked again while support decides.
    rule: "not-in-dispute",
    look: ({ order, ask, cancelable }) => {
      const free = cancelable.map(({ lineId, quantity }) => ({
        lineId,
        quantity: quantity - disputedUnits(order, lineId),
      }));
      const wanted = ask === null ? [] : (ask.units ?? cancelable);
      const wantsDisputed = asksForOpenUnits(wanted, free, (id) => disputedUnits(order, id) > 0);
      const disputed = total(cancelable) - total(free);
      const id = order.disputedCancellationId ?? null;
      const blocked = id !== null && disputed > 0 && (wantsDisputed || total(free) <= 0);
      return seen(
        "units.inDispute",
        disputed,
        0,
        disputed === 0 ? "NOT_APPLICABLE" : blocked ? "FAIL" : "PASS",
        blocked
          ? refuse({
              kind: "CancellationAlreadyOpen",
              cancellationId: id,
              respondBy: null,
              withSupport: true,
            })
          : goOn,
      );
    },
  },
  {
    rule: "on-request",
    look: ({ order, rules, policy }) => {
      const offered = isBefore(order.status, rules.onRequestUntil);
      return seen(
        "order.status",
        order.status,
        rules.onRequestUntil,
        offered ? "PASS" : "FAIL",
        offered
          ? { kind: "ASK_SELLER" }
          : refuse({
              kind: "CancellationNotOffered",
              state: order.status,
              returnDays: policy.rules.returns.windowDays,
            }),
      );
    },
  },
  {
    rule: "reason-given",
    checksAnswer: true,
    look: ({ ask, rules, actor }) => {
      const code = ask?.reasonCode ?? null;
      const free = actor === "AGENT" || actor === "SELLER" || ask?.statutory === true;
      const later = ask?.confirmedLater === true || !rules.reasonRequired;
      if (ask === null || free || (code === null && later)) {
        return seen("reason", code, rules.reasonRequired, "NOT_APPLICABLE");
      }
      if (code === null)
        return seen(
          "reason",
          null,
          true,
          "FAIL",
          refuse({ kind: "ReasonRequired", reasons: rules.reasons }),
        );
      const known = rules.reasons.some((reason) => reason.code === code);
      return seen(
        "reason",
        code,
        rules.reasonRequired,
        known ? "PASS" : "FAIL",
        known ? goOn : refuse({ kind: "ReasonUnknown", given: code, reasons: rules.reasons }),
      );
    },
  },
  {
    rule: "note-given",
    checksAnswer: true,
    look: ({ ask, rules }) => {
      const reason = rules.reasons.find((candidate) => candidate.code === ask?.reasonCode);
      if (!reason?.noteRequired || ask?.confirmedLater) {
        return seen("note", ask?.note != null, false, "NOT_APPLICABLE");
      }
      const given = ask?.note != null;
      return seen(
        "note",
        given,
        true,
        given ? "PASS" : "FAIL",
        given ? goOn : refuse({ kind: "NoteRequired", reasonCode: reason.code }),
      );
    },
  },
];
