import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refundRules } from "../decision/decision.js";
import { explainDecision, explainStep } from "../decision/explain.js";
import { automatic } from "../policy/policy-presets.js";
import { utc } from "../text/locale.js";
import { decideRefund } from "./decide-refund.js";
import type { RefundFacts, RefundQuestion } from "./refund-question.js";

const now = new Date("2026-03-02T12:00:00Z");
const policy = { id: "pol_1", shopId: "shp_1", number: 3, publishedAt: now, rules: automatic };

const order = (change: Partial<RefundFacts> = {}): RefundFacts => ({
  orderId: "ord_1",
  currency: "BRL",
  capturedMinor: 10_000,
  refundReservedMinor: 0,
  heldMinor: 0,
  payments: [{ paymentId: "pay_1", method: "CARD", capturedMinor: 10_000, reservedMinor: 0 }],
  ...change,
});

const decide = (change: Partial<RefundQuestion> = {}) =>
  decideRefund({
    policy,
    order: order(),
    ask: { amountMinor: 2_500 },
    actor: "AGENT",
    limit: null,
    now,
    ...change,
  });

describe("a refund beyond the policy", () => {
  it("is given at once where the money is there and nothing bounds who gives it", () => {
    const decision = decide();
    expect(decision).toMatchObject({ outcome: "AUTO_APPROVED", rule: "refund-given" });
    expect(decision.refundableMinor).toBe(10_000);
    expect(decision.trace.map(({ rule }) => rule)).toEqual([...refundRules]);
  });

  it.each([
    ["nothing was captured", { capturedMinor: 0 }, "money-captured"],
    ["all of it went back", { refundReservedMinor: 10_000 }, "money-left"],
    ["the rest is held", { refundReservedMinor: 4_000, heldMinor: 6_000 }, "money-left"],
  ])("finds nothing to refund where %s, whatever was asked", (_, change, rule) => {
    const decision = decide({ order: order(change), ask: null });
    expect(decision).toMatchObject({
      outcome: "REFUSED",
      rule,
      refusal: { kind: "NothingToRefund" },
      refundableMinor: 0,
    });
  });

  it("says where the money is, not what a probe asked for", () => {
    const spent = order({ refundReservedMinor: 4_000, heldMinor: 6_000 });
    expect(explainDecision(decide({ order: spent, ask: null }), "en", utc)).toBe(
      "Nothing is left to refund: of R$100.00 paid, R$40.00 went back or is on its way, and R$60.00 is held for open requests.",
    );
  });

  it("tells what a bank took back from what is held for requests", () => {
    const disputed = order({ chargedBackMinor: 10_000 });
    const decision = decide({ order: disputed, ask: null });
    expect(explainDecision(decision, "en", utc)).toBe(
      "Nothing is left to refund: of R$100.00 paid, R$0.00 went back or is on its way, and R$100.00 was taken back by the buyer's bank.",
    );
  });

  it("is refused above what is left, and says both amounts", () => {
    expect(decide({ order: order({ heldMinor: 8_000 }) }).refusal).toEqual({
      kind: "AmountAboveRefundable",
      askedMinor: 2_500,
      refundableMinor: 2_000,
      currency: "BRL",
    });
  });

  it("is bounded by the payments, too, on which other orders of the purchase draw", () => {
    const payments = [
      { paymentId: "pay_1", method: "CARD", capturedMinor: 10_000, reservedMinor: 9_000 },
    ] as const;
    expect(decide({ order: order({ payments }) })).toMatchObject({
      outcome: "REFUSED",
      rule: "amount-left",
      refundableMinor: 1_000,
    });
  });

  it.each([
    ["at a time", { perRefundMinor: 2_499, perDayMinor: null, usedTodayMinor: 0 }, "refund-limit"],
    [
      "in a day",
      { perRefundMinor: null, perDayMinor: 5_000, usedTodayMinor: 2_501 },
      "refund-day-limit",
    ],
  ])("needs a second person above what one gives %s", (_, limit, rule) => {
    const decision = decide({ limit });
    expect(decision).toMatchObject({ outcome: "NEEDS_APPROVAL", rule, refusal: null });
    expect(explainDecision(decision, "en", utc)).toContain("second person");
  });

  it("bounds goodwill by a budget of its own, which other refunds don't touch", () => {
    const limit = {
      perRefundMinor: null,
      perDayMinor: null,
      usedTodayMinor: 0,
      goodwillPerDayMinor: 3_000,
      goodwillTodayMinor: 501,
    };
    const ask = { amountMinor: 2_500, goodwill: true };
    expect(decide({ limit, ask })).toMatchObject({
      outcome: "NEEDS_APPROVAL",
      rule: "goodwill-day-limit",
    });
    expect(decide({ limit, ask: { ...ask, amountMinor: 2_499 } }).outcome).toBe("AUTO_APPROVED");
    expect(decide({ limit }).outcome).toBe("AUTO_APPROVED");
  });

  it("is given alone up to the limit itself", () => {
    const limit = { perRefundMinor: 2_500, perDayMinor: 2_500, usedTodayMinor: 0 };
    expect(decide({ limit }).outcome).toBe("AUTO_APPROVED");
  });

  it("explains each step in both languages", () => {
    for (const step of decide().trace)
      for (const locale of ["en", "pt-BR"] as const)
        expect(explainStep(step, locale)).toMatch(/\? \S+/);
  });

  it("never gives more than is free of order and payments", () => {
    const amount = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        fc.integer({ min: 1, max: 20_000 }),
        (captured, reserved, held, paid, asked) => {
          const payments = [
            { paymentId: "pay_1", method: "CARD", capturedMinor: paid, reservedMinor: 0 },
          ] as const;
          const facts = { capturedMinor: captured, refundReservedMinor: reserved, heldMinor: held };
          const given = { order: order({ ...facts, payments }), ask: { amountMinor: asked } };
          if (decide(given).outcome === "REFUSED") return;
          expect(asked).toBeLessThanOrEqual(Math.min(captured - reserved - held, paid));
        },
      ),
    );
  });
});
