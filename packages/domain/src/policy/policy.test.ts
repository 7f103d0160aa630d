import { describe, expect, it } from "vitest";
import type { PolicyRules } from "./policy.js";
import { automatic, policyPresets, strict } from "./policy-presets.js";
import { policyText } from "./policy-text.js";
import { validatePolicy } from "./validate-policy.js";

describe("a policy", () => {
  it.each(Object.entries(policyPresets))("%s can be published", (_, rules) => {
    expect(validatePolicy(rules)).toEqual([]);
  });

  const broken: [string, Partial<PolicyRules["cancellation"]>][] = [
    ["cancellation.gracePeriodHours", { gracePeriodHours: -1 }],
    ["cancellation.windowHours", { windowHours: 0.5 }],
    ["cancellation.windowHours", { windowHours: 1, gracePeriodHours: 2 }],
    ["cancellation.onRequestUntil", { atOnceUntil: "SHIPMENT", onRequestUntil: "PROCESSING" }],
    ["cancellation.sellerAnswerBusinessHours", { sellerAnswerBusinessHours: 0 }],
    ["cancellation.reasons", { reasonRequired: true, reasons: [] }],
  ];
  it.each(broken)("is refused for %s", (clause, change) => {
    const rules = { ...automatic, cancellation: { ...automatic.cancellation, ...change } };
    expect(validatePolicy(rules).map((problem) => problem.clause)).toContain(clause);
  });

  it("is refused for words without end, naming the clause", () => {
    const tips = { en: "x".repeat(2_001), "pt-BR": "" };
    const rules = { ...automatic, returns: { ...automatic.returns, packingTips: tips } };
    expect(validatePolicy(rules).map(({ clause }) => clause)).toEqual(["returns.packingTips"]);
  });

  it("says its rules in both languages, numbers included", () => {
    const english = policyText(strict, "en")
      .flatMap((section) => section.sentences)
      .join(" ");
    expect(english).toContain("for 24 hours after you buy");
    expect(english).toContain("within 10 business days");
    expect(english).not.toContain("late to ship");
    const portuguese = policyText(strict, "pt-BR")
      .flatMap((section) => section.sentences)
      .join(" ");
    expect(portuguese).toContain("por 24 horas depois da compra");
  });
});
