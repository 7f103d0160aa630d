import { describe, expect, it } from "vitest";
import { returnReasons } from "../return/return-reasons.js";
import type { PolicyRules } from "./policy.js";
import { floorBreaches } from "./policy-floor.js";
import { automatic, policyPresets } from "./policy-presets.js";

type Change = {
  country?: string;
  cancellation?: Partial<PolicyRules["cancellation"]>;
  refund?: Partial<PolicyRules["refund"]>;
  returns?: Partial<PolicyRules["returns"]>;
  fairUse?: Partial<PolicyRules["fairUse"]>;
};

const rules = ({
  country = "BR",
  cancellation,
  refund,
  returns,
  fairUse,
}: Change): PolicyRules => ({
  ...automatic,
  country,
  cancellation: { ...automatic.cancellation, ...cancellation },
  refund: { ...automatic.refund, ...refund },
  returns: { ...automatic.returns, faultWindowDays: 730, ...returns },
  fairUse: { ...automatic.fairUse, ...fairUse },
});

const shortCategory = { categories: [{ category: "Shoes", windowDays: 3, exemption: null }] };

const illegal: [clause: string, authority: string, change: Change][] = [
  [
    "cancellation.sellerAnswerBusinessHours",
    "MARKETPLACE",
    { cancellation: { sellerAnswerBusinessHours: 19 } },
  ],
  [
    "cancellation.onRequestUntil",
    "MARKETPLACE",
    { cancellation: { onRequestUntil: "NEVER", atOnceUntil: "NEVER", gracePeriodHours: 0 } },
  ],
  ["refund.promiseBusinessDays", "MARKETPLACE", { refund: { promiseBusinessDays: 11 } }],
  ["returns.windowDays", "MARKETPLACE", { returns: { windowDays: 6 } }],
  ["returns.faultWindowDays", "MARKETPLACE", { country: "US", returns: { faultWindowDays: 29 } }],
  [
    "returns.restockingFeePercent",
    "MARKETPLACE",
    { country: "US", returns: { restockingFeePercent: 21 } },
  ],
  [
    "returns.sellerAnswerBusinessHours",
    "MARKETPLACE",
    { returns: { sellerAnswerBusinessHours: 40 } },
  ],
  ["returns.shipByDays", "MARKETPLACE", { returns: { shipByDays: 4 } }],
  ["returns.inspectionBusinessDays", "MARKETPLACE", { returns: { inspectionBusinessDays: 6 } }],
  ["returns.appealDays", "MARKETPLACE", { returns: { appealDays: 2 } }],
  ["returns.lostAfterDays", "MARKETPLACE", { returns: { lostAfterDays: 22 } }],
  [
    "returns.reasons",
    "MARKETPLACE",
    { returns: { reasons: returnReasons.filter(({ code }) => code !== "DEFECTIVE") } },
  ],
  [
    "returns.reasons",
    "MARKETPLACE",
    { returns: { reasons: returnReasons.map((one) => ({ ...one, fault: "NOBODY" as const })) } },
  ],
  [
    "returns.reasons",
    "MARKETPLACE",
    { returns: { reasons: returnReasons.map((one) => ({ ...one, photosNeeded: 4 })) } },
  ],
  [
    "returns.reasons",
    "MARKETPLACE",
    { returns: { reasons: returnReasons.filter(({ fault }) => fault === "SELLER") } },
  ],
  ["fairUse.withinDays", "MARKETPLACE", { fairUse: { withinDays: 91 } }],
  ["fairUse.requestsPerOrder", "MARKETPLACE", { fairUse: { requestsPerOrder: 2 } }],
  ["fairUse.requestsPerProduct", "MARKETPLACE", { fairUse: { requestsPerProduct: 4 } }],
  ["fairUse.requestsPerBuyer", "MARKETPLACE", { fairUse: { requestsPerBuyer: 9 } }],
  ["fairUse.changesPerOrder", "MARKETPLACE", { fairUse: { changesPerOrder: 1 } }],
  ["returns.windowDays", "EU", { country: "DE", returns: { windowDays: 13 } }],
  ["returns.categories", "EU", { country: "FR", returns: shortCategory }],
  ["returns.refundShipping", "EU", { country: "ES", returns: { refundShipping: false } }],
  ["returns.restockingFeePercent", "EU", { country: "IT", returns: { restockingFeePercent: 1 } }],
  ["returns.faultWindowDays", "EU", { country: "PT", returns: { faultWindowDays: 365 } }],
  ["returns.windowDays", "GB", { country: "GB", returns: { windowDays: 7 } }],
  ["returns.refundShipping", "GB", { country: "GB", returns: { refundShipping: false } }],
  ["returns.restockingFeePercent", "BR", { country: "BR", returns: { restockingFeePercent: 5 } }],
  ["returns.faultWindowDays", "BR", { country: "BR", returns: { faultWindowDays: 60 } }],
  ["returns.categories", "BR", { country: "BR", returns: shortCategory }],
  ["returns.refundShipping", "BR", { country: "BR", returns: { refundShipping: false } }],
];

describe("the floor", () => {
  it.each(illegal)(
    "refuses %s below what %s asks, naming clause and source",
    (clause, authority, change) => {
      const breach = floorBreaches(rules(change)).find(
        (found) => found.clause === clause && found.authority === authority,
      );
      expect(breach?.source.length).toBeGreaterThan(5);
      expect(breach?.needed.en).not.toBe(breach?.needed["pt-BR"]);
    },
  );

  it.each(["US", "BR", "DE", "GB"])("lets a generous policy of %s pass", (country) => {
    const generous = rules({ country, returns: { windowDays: 30, categories: [] } });
    expect(floorBreaches(generous)).toEqual([]);
  });

  it("lets the law's own exclusions be excluded", () => {
    const exempt = {
      categories: [{ category: "Cake", windowDays: 1, exemption: "PERISHABLE" as const }],
    };
    expect(floorBreaches(rules({ country: "DE", returns: { windowDays: 14, ...exempt } }))).toEqual(
      [],
    );
  });

  it.each(Object.entries(policyPresets))("is kept by the %s policy of the demo", (_, preset) => {
    expect(floorBreaches(preset)).toEqual([]);
  });
});
