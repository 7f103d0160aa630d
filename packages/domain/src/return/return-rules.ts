import { asksForOpenUnits, total, unavailableUnit } from "../decision/asked-units.js";
import type { ReturnRule, UnitsOfLine } from "../decision/decision.js";
import { atOnce, goOn, type Rule, refuse, seen } from "../decision/follow-rules.js";
import { fairUseRulesInOrder } from "../fair-use/fair-use-rules.js";
import type { OrderStatus } from "../order/order-machine.js";
import type { ReturnRules } from "../policy/policy.js";
import type { Statute } from "../policy/statutes.js";
import type { ReplacingKind } from "./return-kind.js";
import type { ReturnQuestion } from "./return-question.js";
import type { ReturnReason } from "./return-reasons.js";
import { categoryRule, isExempt, windowDaysFor, windowEnd } from "./return-terms.js";

/** What the rules look at. */
export interface ReturnSituation extends ReturnQuestion {
  readonly rules: ReturnRules;
  readonly returnable: readonly UnitsOfLine[];
  /** Those of them that can be sent back for the reason given, or for any. */
  readonly offered: readonly UnitsOfLine[];
  /** The units asked for, or all that could be. */
  readonly wanted: readonly UnitsOfLine[];
  /** Categories of the units wanted. */
  readonly categories: readonly (string | null)[];
  /** The reason given; null where none is, or an unknown one. */
  readonly reason: ReturnReason | null;
  /** Reasons that would be taken now. */
  readonly takenReasons: readonly ReturnReason[];
  readonly right: Statute | null;
  /** What else than the money can be had. */
  readonly replacing: readonly ReplacingKind[];
  /** What the units wanted are worth, in minor units. */
  readonly worthMinor: number;
  /** What is left of the buyer's budget for keeping things; null where there is none to keep to. */
  readonly budgetLeftMinor: number | null;
  /** What the policy says in the order's currency; null where it says nothing in it. */
  readonly returnlessBelowMinor: number | null;
}

/** Whether the units wanted need not come back: small enough, and within fair use. */
export function isReturnless(situation: ReturnSituation): boolean {
  const { returnlessBelowMinor: below, worthMinor, budgetLeftMinor } = situation;
  return below !== null && worthMinor <= below && worthMinor <= (budgetLeftMinor ?? worthMinor);
}

const arrivedStatuses: readonly OrderStatus[] = ["PARTIALLY_DELIVERED", "DELIVERED", "COMPLETED"];

/** Whether no reason would be taken for the units wanted: the fault's window is the longest. */
const faultOnly = ({ reason }: ReturnSituation) => reason?.fault === "SELLER";

/**
 * The rules of a return, first to last: facts of the world, then the law, then the policy's limits,
 * then how it is granted, then what the buyer has to give with it.
 */
export const returnRulesInOrder: readonly Rule<ReturnRule, ReturnSituation>[] = [
  {
    rule: "arrived",
    look: ({ order, ask, right }) => {
      const declared = ask?.statutory === true && right !== null && order.shippedAt !== null;
      const arrived = arrivedStatuses.includes(order.status) || declared;
      return seen(
        "order.status",
        order.status,
        "DELIVERED",
        arrived ? "PASS" : "FAIL",
        arrived ? goOn : refuse({ kind: "ReturnNotYet", state: order.status }),
      );
    },
  },
  {
    rule: "no-open-return",
    look: ({ order, returnable, ask }) => {
      const returning = order.lines.reduce((sum, line) => sum + line.returningQuantity, 0);
      const asksForThem = asksForOpenUnits(ask?.units ?? [], returnable, (id) =>
        order.lines.some((line) => line.lineId === id && line.returningQuantity > 0),
      );
      const blocked =
        order.openReturnId !== null && (returnable.length === 0 || asksForThem) && returning > 0;
      return seen(
        "units.returning",
        returning,
        0,
        blocked ? "FAIL" : "PASS",
        blocked ? refuse({ kind: "ReturnAlreadyOpen", returnId: order.openReturnId }) : goOn,
      );
    },
  },
  {
    rule: "returnable-units",
    look: ({ ask, returnable }) => {
      const available = total(returnable);
      if (available === 0) {
        return seen("units.returnable", 0, 1, "FAIL", refuse({ kind: "NothingToReturn" }));
      }
      const missing = unavailableUnit(ask?.units ?? [], returnable);
      if (missing) {
        return seen("units.asked", missing.asked, missing.available, "FAIL", refuse(missing));
      }
      return seen("units.returnable", available, ask?.units ? total(ask.units) : 1, "PASS");
    },
  },
  {
    rule: "agent-steps-in",
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
    rule: "statutory-withdrawal",
    look: ({ right, now }) =>
      seen(
        "now",
        now.toISOString(),
        right?.id ?? null,
        right ? "PASS" : "NOT_APPLICABLE",
        right ? atOnce : goOn,
      ),
  },
  ...fairUseRulesInOrder,
  {
    rule: "category",
    look: (situation) => {
      const { categories, policy } = situation;
      if (faultOnly(situation)) return seen("reason.fault", "SELLER", null, "NOT_APPLICABLE");
      const exempt = categories
        .filter((category) => isExempt(policy.rules, situation.order, category))
        .map((category) => categoryRule(policy.rules, category))
        .find((rule) => rule?.exemption);
      const refused = exempt?.exemption && situation.reason !== null;
      return seen(
        "line.category",
        exempt?.category ?? null,
        null,
        exempt ? "FAIL" : "PASS",
        exempt?.exemption && refused
          ? refuse({
              kind: "ReturnNotOffered",
              category: exempt.category,
              exemption: exempt.exemption,
            })
          : goOn,
      );
    },
  },
  {
    rule: "return-window",
    look: (situation) => {
      const { policy, order, categories, now, reason } = situation;
      // Without a reason given, it is possible as long as any reason would be taken.
      const fault = reason?.fault ?? (situation.takenReasons.length > 0 ? "SELLER" : "NOBODY");
      const ends = categories.map((category) => ({
        days: windowDaysFor(policy.rules, order, category, fault),
        end: windowEnd(policy.rules, order, category, fault),
      }));
      const over = ends.find(({ end }) => end !== null && now > end);
      const nearest = ends.map(({ end }) => end).find((end) => end !== null) ?? null;
      return seen(
        "now",
        now.toISOString(),
        (over?.end ?? nearest)?.toISOString() ?? null,
        over ? "FAIL" : "PASS",
        over?.end
          ? refuse({ kind: "ReturnWindowOver", endedAt: over.end, windowDays: over.days })
          : goOn,
      );
    },
  },
  {
    // Beyond the budget it comes back as anything else does: a favour ends, not a right.
    rule: "returnless-budget",
    look: ({ returnlessBelowMinor, worthMinor, budgetLeftMinor }) => {
      const bears = returnlessBelowMinor !== null && budgetLeftMinor !== null;
      const within = worthMinor <= (budgetLeftMinor ?? worthMinor);
      const verdict = bears ? (within ? "PASS" : "FAIL") : "NOT_APPLICABLE";
      return seen("units.worthMinor", worthMinor, budgetLeftMinor, verdict);
    },
  },
  {
    rule: "returnless",
    look: (situation) => {
      const { returnlessBelowMinor: below, worthMinor } = situation;
      const keeps = isReturnless(situation);
      return seen(
        "units.worthMinor",
        worthMinor,
        below,
        keeps ? "PASS" : below === null ? "NOT_APPLICABLE" : "FAIL",
        keeps ? atOnce : goOn,
      );
    },
  },
  {
    rule: "returns-by-rule",
    look: ({ rules }) =>
      seen(
        "policy.autoApprove",
        rules.autoApprove,
        true,
        rules.autoApprove ? "PASS" : "FAIL",
        rules.autoApprove ? atOnce : goOn,
      ),
  },
  {
    rule: "returns-on-request",
    look: ({ rules }) =>
      seen("policy.sellerAnswerBusinessHours", rules.sellerAnswerBusinessHours, null, "PASS", {
        kind: "ASK_SELLER",
      }),
  },
  {
    rule: "exchange-offered",
    checksAnswer: true,
    look: ({ ask, replacing }) => {
      const kind = ask?.kind ?? "REFUND";
      if (kind === "REFUND") return seen("ask.kind", kind, null, "NOT_APPLICABLE");
      const offered = replacing.includes(kind);
      return seen(
        "ask.kind",
        kind,
        replacing.join(",") || null,
        offered ? "PASS" : "FAIL",
        offered ? goOn : refuse({ kind: "ExchangeNotOffered", wanted: kind }),
      );
    },
  },
  {
    rule: "exchange-wish",
    checksAnswer: true,
    look: ({ ask }) => {
      if (ask?.kind !== "EXCHANGE") return seen("ask.wish", null, null, "NOT_APPLICABLE");
      const given = (ask.wish ?? null) !== null;
      return seen(
        "ask.wish",
        given,
        true,
        given ? "PASS" : "FAIL",
        given ? goOn : refuse({ kind: "InvalidInput", field: "wish", problem: "EMPTY" }),
      );
    },
  },
  {
    rule: "return-reason",
    checksAnswer: true,
    look: ({ ask, reason, takenReasons, actor }) => {
      const code = ask?.reasonCode ?? null;
      const later = ask?.confirmedLater === true && code === null;
      // A declaration by right of law needs no reason (Directive 2011/83/EU, Article 9(1)).
      const free = actor === "AGENT" || ask?.statutory === true;
      if (ask === null || later || free) {
        return seen("reason", code, true, "NOT_APPLICABLE");
      }
      const reasons = takenReasons;
      if (code === null) {
        return seen("reason", null, true, "FAIL", refuse({ kind: "ReasonRequired", reasons }));
      }
      return seen(
        "reason",
        code,
        true,
        reason ? "PASS" : "FAIL",
        reason ? goOn : refuse({ kind: "ReasonUnknown", given: code, reasons }),
      );
    },
  },
  {
    rule: "return-note",
    checksAnswer: true,
    look: ({ ask, reason }) => {
      if (!reason?.noteRequired || ask === null || ask.confirmedLater) {
        return seen("note", ask?.note != null, false, "NOT_APPLICABLE");
      }
      const given = ask.note !== null;
      return seen(
        "note",
        given,
        true,
        given ? "PASS" : "FAIL",
        given ? goOn : refuse({ kind: "NoteRequired", reasonCode: reason.code }),
      );
    },
  },
  {
    rule: "return-photos",
    checksAnswer: true,
    look: ({ ask, reason, actor }) => {
      const needed = reason?.photosNeeded ?? 0;
      if (ask === null || ask.confirmedLater || needed === 0 || actor !== "BUYER") {
        return seen("photos", ask?.photos ?? 0, needed, "NOT_APPLICABLE");
      }
      const enough = ask.photos >= needed;
      const reasonCode = reason?.code ?? "";
      return seen(
        "photos",
        ask.photos,
        needed,
        enough ? "PASS" : "FAIL",
        enough ? goOn : refuse({ kind: "EvidenceRequired", reasonCode, photosNeeded: needed }),
      );
    },
  },
];
