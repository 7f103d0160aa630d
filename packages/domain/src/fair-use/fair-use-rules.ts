import type { CancellingActor } from "../cancellation/cancellation-question.js";
import type { FairUseRule, UnitsOfLine } from "../decision/decision.js";
import { type Rule, refuse, type Seen, seen } from "../decision/follow-rules.js";
import type { PolicyVersion } from "../policy/policy.js";
import {
  type BuyerHistory,
  counted,
  type FairUseLimit,
  freeAgainAt,
  type PastRequest,
} from "./fair-use.js";
import type { FairUseRules } from "./fair-use-terms.js";

/** What these rules look at, of a cancellation and of a return alike. */
interface FairUseSituation {
  readonly policy: PolicyVersion;
  readonly order: { readonly orderId: string };
  readonly ask: {
    readonly units: readonly UnitsOfLine[] | null;
    readonly statutory?: boolean;
  } | null;
  readonly actor: CancellingActor;
  readonly now: Date;
  readonly history?: BuyerHistory;
  readonly reason?: { readonly fault: "NOBODY" | "SELLER" } | null;
}

/** Only a buyer's own wish is counted: never a right by law, a fault, or what others do for them. */
const isCounted = ({ actor, ask, reason }: FairUseSituation) =>
  actor === "BUYER" && ask?.statutory !== true && reason?.fault !== "SELLER";

function look(
  situation: FairUseSituation,
  limit: FairUseLimit,
  fact: string,
  most: number | null,
  of: (past: readonly PastRequest[], history: BuyerHistory) => readonly PastRequest[],
): Seen {
  const { history, policy, now } = situation;
  if (most === null || !history || !isCounted(situation)) {
    return seen(fact, null, most, "NOT_APPLICABLE");
  }
  const { fairUse } = policy.rules;
  const past = of(counted(history, fairUse, now), history);
  const until = past.length >= most ? freeAgainAt(past, most, fairUse) : null;
  if (!until) return seen(fact, past.length, most, "PASS");
  const { withinDays } = fairUse;
  return seen(
    fact,
    past.length,
    most,
    "FAIL",
    refuse({
      kind: "FairUseLimitReached",
      limit,
      count: past.length,
      most,
      withinDays,
      until,
    }),
  );
}

const ofOrder = (situation: FairUseSituation) => (past: readonly PastRequest[]) =>
  past.filter(({ orderId }) => orderId === situation.order.orderId);

/** Of the product asked for most often; of the least, while nobody says for which it would be. */
const ofProduct =
  ({ ask }: FairUseSituation) =>
  (past: readonly PastRequest[], { products }: BuyerHistory) => {
    const lines = ask?.units?.map(({ lineId }) => lineId) ?? Object.keys(products);
    const perProduct = lines
      .map((lineId) => past.filter((request) => request.products.includes(products[lineId] ?? "")))
      .sort((a, b) => a.length - b.length);
    return (ask ? perProduct.at(-1) : perProduct[0]) ?? [];
  };

const rule = (
  name: FairUseRule,
  limit: FairUseLimit,
  fact: string,
  most: (rules: FairUseRules) => number | null,
  of: (situation: FairUseSituation) => Parameters<typeof look>[4],
): Rule<FairUseRule, FairUseSituation> => ({
  rule: name,
  look: (situation) =>
    look(situation, limit, fact, most(situation.policy.rules.fairUse), of(situation)),
});

/** The caps on what one buyer asks of one shop: looked at after all that grants it by right. */
export const fairUseRulesInOrder: readonly Rule<FairUseRule, FairUseSituation>[] = [
  rule("fair-use-order", "ORDER", "order.requests", (f) => f.requestsPerOrder, ofOrder),
  rule(
    "fair-use-changes",
    "CHANGES",
    "order.requestsTakenBack",
    (f) => f.changesPerOrder,
    (situation) => (past) => ofOrder(situation)(past).filter(({ takenBack }) => takenBack),
  ),
  rule("fair-use-product", "PRODUCT", "product.requests", (f) => f.requestsPerProduct, ofProduct),
  rule(
    "fair-use-buyer",
    "BUYER",
    "buyer.requests",
    (f) => f.requestsPerBuyer,
    () => (past) => past,
  ),
];
