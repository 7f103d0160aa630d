import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrderFacts } from "../cancellation/cancellation-facts.js";
import { decideCancellation } from "../cancellation/decide-cancellation.js";
import { explainDecision } from "../decision/explain.js";
import { automatic } from "../policy/policy-presets.js";
import { policyText } from "../policy/policy-text.js";
import { refusalNextSteps } from "../refusal/next-steps.js";
import { decideReturn } from "../return/decide-return.js";
import type { ReturnAsk } from "../return/return-question.js";
import { utc } from "../text/locale.js";
import type { PastRequest } from "./fair-use.js";
import type { FairUseRules } from "./fair-use-terms.js";

const now = new Date("2026-03-20T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** What the field's marketplaces ask of buyers. */
const caps: FairUseRules = {
  withinDays: 30,
  requestsPerOrder: 3,
  requestsPerProduct: 5,
  requestsPerBuyer: 10,
  changesPerOrder: 2,
  returnlessBudgetMinor: 4_000,
};

const past = (change: Partial<PastRequest> = {}, times = 1): PastRequest[] =>
  Array.from({ length: times }, (_, index) => ({
    at: daysAgo(index + 1),
    orderId: "ord_other",
    products: ["Lamp"],
    takenBack: false,
    sellersFault: false,
    returnlessMinor: 0,
    ...change,
  }));

const policy = (fairUse: FairUseRules, country = "US") => ({
  id: "pol_1",
  shopId: "shp_1",
  number: 1,
  publishedAt: daysAgo(400),
  rules: { ...automatic, country, currency: "USD", fairUse },
});

const order = (change: Partial<OrderFacts> = {}): OrderFacts => ({
  orderId: "ord_1",
  status: "AWAITING_SHIPMENT",
  placedAt: daysAgo(1),
  shipBy: null,
  shippedAt: null,
  trackingNumber: null,
  currency: "USD",
  capturedMinor: 2_000,
  refundReservedMinor: 0,
  heldMinor: 0,
  keptMinor: 0,
  openCancellation: null,
  lines: [
    {
      lineId: "lin_1",
      quantity: 2,
      canceledQuantity: 0,
      heldQuantity: 0,
      shippedQuantity: 0,
      returningQuantity: 0,
      returnedQuantity: 0,
      unitPriceMinor: 1_000,
      discountMinor: 0,
      taxMinor: 0,
      shippingMinor: 0,
      takenMinor: 0,
    },
  ],
  ...change,
});

const cancel = (requests: PastRequest[], change: object = {}, country = "US") =>
  decideCancellation({
    policy: policy(caps, country),
    order: order(),
    ask: { units: null, reasonCode: null, note: null },
    actor: "BUYER",
    now,
    history: { requests, products: { lin_1: "Lamp" } },
    ...change,
  });

function giveBack(
  requests: PastRequest[],
  { reasonCode = "CHANGED_MIND", country = "US", days = 10, fairUse = caps } = {},
) {
  const facts = order({ status: "DELIVERED", shippedAt: daysAgo(days + 3) });
  const ask: ReturnAsk = { units: null, reasonCode, note: "Broken", photos: 3 };
  return decideReturn({
    policy: policy(fairUse, country),
    order: {
      ...facts,
      deliveredAt: daysAgo(days),
      openReturnId: null,
      lines: facts.lines.map((line) => ({ ...line, shippedQuantity: 2, category: null })),
    },
    ask,
    actor: "BUYER",
    now,
    history: { requests, products: { lin_1: "Lamp" } },
  });
}

describe("fair use", () => {
  it.each([
    ["ORDER", "fair-use-order", past({ orderId: "ord_1", products: [] }, 3)],
    ["CHANGES", "fair-use-changes", past({ orderId: "ord_1", products: [], takenBack: true }, 2)],
    ["PRODUCT", "fair-use-product", past({}, 5)],
    ["BUYER", "fair-use-buyer", past({ products: ["Rug"] }, 10)],
  ])("caps by %s, and says what was counted, against what, until when", (limit, rule, requests) => {
    for (const decision of [cancel(requests), giveBack(requests)]) {
      expect(decision).toMatchObject({ outcome: "REFUSED", rule });
      expect(decision.refusal).toMatchObject({ limit, count: requests.length });
      expect(decision.trace.at(-1)?.value).toBe(requests.length);
    }
    expect(cancel(requests.slice(1)).outcome).not.toBe("REFUSED");
  });

  it("is over when the oldest that counts is past the days", () => {
    const requests = past({}, 5);
    const { refusal } = cancel(requests);
    const until = refusal?.kind === "FairUseLimitReached" ? refusal.until : now;
    expect(until).toEqual(new Date(daysAgo(5).getTime() + 30 * 86_400_000));
    expect(cancel(requests, { now: until }).outcome).not.toBe("REFUSED");
    expect(cancel(requests, { now: new Date(until.getTime() - 1) }).outcome).toBe("REFUSED");
  });

  it("leads on: to the law where there is one, to support always, to the day it is over", () => {
    const kinds = (country: string) => {
      const { refusal, rights } = cancel(past({}, 5), {}, country);
      return refusal ? refusalNextSteps(refusal, rights).map(({ kind }) => kind) : [];
    };
    expect(kinds("US")).toEqual(["CONTACT_SUPPORT", "ASK_AGAIN"]);
    expect(kinds("DE")).toEqual(["WITHDRAW_BY_LAW", "CONTACT_SUPPORT", "ASK_AGAIN"]);
    expect(explainDecision(cancel(past({}, 5)), "en", utc)).toContain(
      "5 requests for this product",
    );
  });

  it("never counts what was the seller's fault, nor caps it", () => {
    expect(cancel(past({ sellersFault: true }, 5)).outcome).not.toBe("REFUSED");
    expect(giveBack(past({}, 5), { reasonCode: "DEFECTIVE" }).outcome).not.toBe("REFUSED");
  });

  it("binds buyers alone: support, sellers and a late seller's buyer are not asked", () => {
    const requests = past({}, 10);
    for (const actor of ["AGENT", "SELLER", "INTEGRATION", "SYSTEM"] as const) {
      expect(cancel(requests, { actor }).refusal).toBeNull();
    }
    expect(cancel(requests, { order: order({ shipBy: daysAgo(0.1) }) }).rule).toBe("seller-late");
  });

  it("ends the favour of keeping things at the budget, not the return", () => {
    const kept = (returnlessMinor: number) => giveBack(past({ returnlessMinor, products: [] }));
    expect(kept(2_000)).toMatchObject({ returnless: true, rule: "returnless" });
    expect(kept(2_001)).toMatchObject({ returnless: false, outcome: "AUTO_APPROVED" });
    // Yen that were kept are no dollars.
    const yen = past({ returnlessMinor: 9_999, currency: "JPY", products: [] });
    expect(giveBack(yen)).toMatchObject({ returnless: true });
  });

  it("is told in the policy's text, in both languages, and not where there is none", () => {
    const sections = (locale: "en" | "pt-BR") => policyText(policy(caps).rules, locale);
    expect(sections("en").at(-1)?.heading).toBe("Fair use");
    expect(sections("pt-BR").at(-1)?.sentences.join(" ")).toContain("No máximo 5 solicitações");
    expect(policyText(automatic, "en").map(({ heading }) => heading)).not.toContain("Fair use");
  });

  it("never takes a right by law, whatever the caps and however often was asked", () => {
    const tight = fc.record({
      withinDays: fc.integer({ min: 1, max: 365 }),
      requestsPerOrder: fc.integer({ min: 1, max: 3 }),
      requestsPerProduct: fc.integer({ min: 1, max: 3 }),
      requestsPerBuyer: fc.integer({ min: 1, max: 3 }),
      changesPerOrder: fc.integer({ min: 1, max: 3 }),
      returnlessBudgetMinor: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(
        tight,
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom("DE", "GB", "BR"),
        (fairUse, times, country) => {
          const requests = past(
            { orderId: "ord_1", takenBack: true, returnlessMinor: 9_999 },
            times,
          );
          const back = giveBack(requests, { country, days: 5, fairUse });
          expect(back).toMatchObject({ outcome: "AUTO_APPROVED", statutory: true });
          const ask = { units: null, reasonCode: null, note: null, statutory: true };
          expect(cancel(requests, { ask, policy: policy(fairUse, country) }).rule).toBe(
            "statutory-right",
          );
        },
      ),
    );
  });
});
