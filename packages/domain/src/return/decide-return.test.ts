import { describe, expect, it } from "vitest";
import type { LineFacts } from "../cancellation/cancellation-facts.js";
import { explainDecision, explainStep } from "../decision/explain.js";
import type { PolicyRules, ReturnRules } from "../policy/policy.js";
import { asksSeller, automatic } from "../policy/policy-presets.js";
import { refusalNextSteps } from "../refusal/next-steps.js";
import { utc } from "../text/locale.js";
import { decideReturn } from "./decide-return.js";
import type { ReturnFacts } from "./return-facts.js";
import type { ReturnAsk } from "./return-question.js";

const deliveredAt = new Date("2026-03-02T12:00:00Z");
const daysLater = (days: number) => new Date(deliveredAt.getTime() + days * 86_400_000);

type Line = LineFacts & { category: string | null };

const line = (change: Partial<Line> = {}): Line => ({
  lineId: "lin_1",
  category: null,
  quantity: 2,
  canceledQuantity: 0,
  heldQuantity: 0,
  shippedQuantity: 2,
  returningQuantity: 0,
  returnedQuantity: 0,
  unitPriceMinor: 10_000,
  discountMinor: 0,
  taxMinor: 0,
  shippingMinor: 1_000,
  takenMinor: 0,
  ...change,
});

const order = (change: Partial<ReturnFacts> = {}): ReturnFacts => ({
  orderId: "ord_1",
  status: "DELIVERED",
  placedAt: daysLater(-5),
  shipBy: null,
  shippedAt: daysLater(-3),
  deliveredAt,
  trackingNumber: null,
  currency: "BRL",
  capturedMinor: 21_000,
  refundReservedMinor: 0,
  heldMinor: 0,
  keptMinor: 0,
  openCancellation: null,
  openReturnId: null,
  lines: [line()],
  ...change,
});

/** A shop outside every statute we know, so that its policy alone speaks. */
const shop = (change: Partial<ReturnRules> = {}, country = "US"): PolicyRules => ({
  ...asksSeller,
  country,
  returns: { ...asksSeller.returns, ...change },
});

const decide = (
  rules: PolicyRules,
  facts: ReturnFacts,
  day: number,
  ask: Partial<ReturnAsk> | null = null,
  actor: "BUYER" | "AGENT" = "BUYER",
) =>
  decideReturn({
    policy: { id: "pol_1", shopId: "shp_1", number: 4, publishedAt: deliveredAt, rules },
    order: facts,
    ask: ask && { units: null, reasonCode: null, note: null, photos: 0, ...ask },
    actor,
    now: daysLater(day),
  });

describe("a return", () => {
  const refused: [string, PolicyRules, ReturnFacts, number, Partial<ReturnAsk> | null, string][] = [
    [
      "before it arrived",
      shop(),
      order({ status: "SHIPPED", deliveredAt: null }),
      1,
      null,
      "ReturnNotYet",
    ],
    [
      "of what is back already",
      shop(),
      order({ lines: [line({ returnedQuantity: 2 })] }),
      1,
      null,
      "NothingToReturn",
    ],
    [
      "of units in an open return",
      shop(),
      order({ openReturnId: "ret_1", lines: [line({ returningQuantity: 2 })] }),
      1,
      null,
      "ReturnAlreadyOpen",
    ],
    [
      "of more units than came",
      shop(),
      order(),
      1,
      { units: [{ lineId: "lin_1", quantity: 3 }], reasonCode: "CHANGED_MIND" },
      "UnitsNotAvailable",
    ],
    [
      "of a line of another order",
      shop(),
      order(),
      1,
      { units: [{ lineId: "lin_9", quantity: 1 }], reasonCode: "CHANGED_MIND" },
      "UnitsNotAvailable",
    ],
    [
      "for no reason after the window",
      shop(),
      order(),
      15,
      { reasonCode: "CHANGED_MIND" },
      "ReturnWindowOver",
    ],
    [
      "for a fault after its longer window",
      shop(),
      order(),
      91,
      { reasonCode: "DEFECTIVE", note: "dead" },
      "ReturnWindowOver",
    ],
    [
      "of an excluded kind without a fault",
      shop({ categories: [{ category: "Engraved", windowDays: null, exemption: "CUSTOM_MADE" }] }),
      order({ lines: [line({ category: "engraved" })] }),
      1,
      { reasonCode: "CHANGED_MIND" },
      "ReturnNotOffered",
    ],
    ["without a reason", shop(), order(), 1, {}, "ReasonRequired"],
    ["for a reason nobody knows", shop(), order(), 1, { reasonCode: "BORED" }, "ReasonUnknown"],
    [
      "without the words its reason needs",
      shop(),
      order(),
      1,
      { reasonCode: "DEFECTIVE" },
      "NoteRequired",
    ],
    [
      "without the photo its reason needs",
      shop(),
      order(),
      1,
      { reasonCode: "DAMAGED" },
      "EvidenceRequired",
    ],
  ];
  it.each(refused)("%s is refused, explained, with a way on", (_, rules, facts, day, ask, kind) => {
    const decision = decide(rules, facts, day, ask);
    expect(decision.refusal?.kind).toBe(kind);
    expect(decision.outcome).toBe("REFUSED");
    expect(decision.trace.at(-1)?.verdict).toBe("FAIL");
    expect(explainDecision(decision, "en", utc).length).toBeGreaterThan(10);
    expect(explainDecision(decision, "pt-BR", utc).length).toBeGreaterThan(10);
    if (decision.refusal) expect(refusalNextSteps(decision.refusal).length).toBeGreaterThan(0);
  });

  it("waits for the seller, whose silence has a date", () => {
    const decision = decide(shop(), order(), 1, { reasonCode: "CHANGED_MIND" });
    expect(decision).toMatchObject({ outcome: "NEEDS_SELLER", rule: "returns-on-request" });
    expect(decision.respondBy?.getTime()).toBeGreaterThan(daysLater(1).getTime());
    // The whole of March 16 in New York.
    expect(decision.validUntil).toEqual(new Date("2026-03-17T03:59:59.999Z"));
  });

  it("is approved at once by rule, by support, or where it need not come back", () => {
    const reasonCode = "CHANGED_MIND";
    expect(decide(shop({ autoApprove: true }), order(), 1, { reasonCode }).rule).toBe(
      "returns-by-rule",
    );
    expect(decide(shop(), order(), 400, {}, "AGENT").rule).toBe("agent-steps-in");
    const small = decide(shop({ returnlessBelowMinor: 21_000 }), order(), 1, { reasonCode });
    expect(small).toMatchObject({ rule: "returnless", returnless: true, outcome: "AUTO_APPROVED" });
    const large = decide(shop({ returnlessBelowMinor: 20_999 }), order(), 1, { reasonCode });
    expect(large.returnless).toBe(false);
  });

  it("has to come back where the policy's amount is of another currency", () => {
    const rules = { ...shop({ returnlessBelowMinor: 21_000 }), currency: "JPY" };
    expect(decide(rules, order(), 1, { reasonCode: "CHANGED_MIND" }).returnless).toBe(false);
  });

  it("is quoted as it will be decided, before the words and photos of its confirmation", () => {
    const reasonCode = "DAMAGED";
    const quoted = decide(shop({ autoApprove: true }), order(), 1, {
      reasonCode,
      confirmedLater: true,
    });
    expect(quoted.outcome).toBe("AUTO_APPROVED");
    expect(decide(shop(), order(), 1, { confirmedLater: true }).outcome).toBe("NEEDS_SELLER");
    const unknown = decide(shop(), order(), 1, { reasonCode: "BORED", confirmedLater: true });
    expect(unknown.refusal?.kind).toBe("ReasonUnknown");
  });

  it("is a right for as long as the law says, at the cost the law says, whatever the policy", () => {
    const stingy = shop({ windowDays: 0, shippingPaidBy: "BUYER" }, "BR");
    const ask = { reasonCode: "CHANGED_MIND" };
    expect(decide(stingy, order(), 6, ask)).toMatchObject({
      outcome: "AUTO_APPROVED",
      rule: "statutory-withdrawal",
      statutory: true,
      shippingPaidBy: "SELLER",
    });
    expect(decide(stingy, order(), 7, ask).outcome).toBe("AUTO_APPROVED");
    expect(decide(stingy, order(), 8, ask).refusal?.kind).toBe("ReturnWindowOver");
    const german = shop({ windowDays: 7, shippingPaidBy: "BUYER" }, "DE");
    expect(decide(german, order(), 13, ask)).toMatchObject({
      statutory: true,
      shippingPaidBy: "BUYER",
    });
  });

  it("at the seller's fault is the seller's cost, in the longer window", () => {
    const rules = shop({ shippingPaidBy: "BUYER" });
    const faulty = decide(rules, order(), 40, {
      reasonCode: "DEFECTIVE",
      note: "It does not turn on",
    });
    expect(faulty).toMatchObject({ outcome: "NEEDS_SELLER", shippingPaidBy: "SELLER" });
  });

  it("names before it is asked the reasons that would be taken", () => {
    const early = decide(shop(), order(), 1).reasons.map(({ code }) => code);
    expect(early).toContain("CHANGED_MIND");
    const late = decide(shop(), order(), 30);
    expect(late.outcome).not.toBe("REFUSED");
    expect(late.reasons.map(({ code }) => code)).toEqual([
      "ARRIVED_LATE",
      "DAMAGED",
      "DEFECTIVE",
      "WRONG_ITEM",
      "NOT_AS_DESCRIBED",
      "PARTS_MISSING",
    ]);
    expect(decide(shop(), order(), 91).refusal?.kind).toBe("ReturnWindowOver");
  });

  it("counts from the day it left and a buffer where no delivery was recorded", () => {
    const unknown = order({ deliveredAt: null, shippedAt: deliveredAt });
    const ask = { reasonCode: "CHANGED_MIND" };
    expect(decide(shop(), unknown, 24, ask).outcome).toBe("NEEDS_SELLER");
    expect(decide(shop(), unknown, 25, ask).refusal?.kind).toBe("ReturnWindowOver");
  });

  it("tells every step it took in both languages", () => {
    const { trace } = decide(automatic, order(), 1, { reasonCode: "CHANGED_MIND" });
    for (const step of trace) {
      expect(explainStep(step, "en")).toMatch(/\?/);
      expect(explainStep(step, "pt-BR")).toMatch(/\?/);
    }
  });
});
