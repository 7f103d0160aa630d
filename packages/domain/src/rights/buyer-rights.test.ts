import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliveryZone } from "../calendar/delivery-zone.js";
import type { LineFacts } from "../cancellation/cancellation-facts.js";
import { decideCancellation } from "../cancellation/decide-cancellation.js";
import { dayWindowEnd } from "../policy/day-window.js";
import type { PolicyRules, ReturnRules } from "../policy/policy.js";
import { asksSeller, strict } from "../policy/policy-presets.js";
import { statutes } from "../policy/statutes.js";
import { nextStepSentence, refusalNextSteps } from "../refusal/next-steps.js";
import { decideReturn } from "../return/decide-return.js";
import { returnDeadlines } from "../return/return-deadlines.js";
import type { ReturnFacts } from "../return/return-facts.js";
import { formatUntil } from "../text/locale.js";
import { whyNoWithdrawal, withdrawalRightOf } from "../withdrawal/withdrawal-right.js";
import { buyerRights } from "./buyer-rights.js";

const marketplace = "America/Sao_Paulo";

const line = (lineId: string, change: Partial<LineFacts> = {}) => ({
  lineId,
  category: null as string | null,
  quantity: 1,
  canceledQuantity: 0,
  heldQuantity: 0,
  shippedQuantity: 1,
  returningQuantity: 0,
  returnedQuantity: 0,
  unitPriceMinor: 1_000,
  discountMinor: 0,
  taxMinor: 0,
  shippingMinor: 0,
  takenMinor: 0,
  ...change,
});

const order = (
  [country, region]: readonly [string, string?],
  deliveredAt: string | null,
  lines: ReturnFacts["lines"] = [line("lin_1")],
): ReturnFacts => ({
  orderId: "ord_1",
  status: deliveredAt ? "DELIVERED" : "SHIPPED",
  placedAt: new Date("2026-11-01T12:00:00Z"),
  shipBy: null,
  shippedAt: new Date("2026-11-03T12:00:00Z"),
  deliveredAt: deliveredAt ? new Date(deliveredAt) : null,
  trackingNumber: null,
  currency: "EUR",
  capturedMinor: 1_000,
  refundReservedMinor: 0,
  heldMinor: 0,
  keptMinor: 0,
  openCancellation: null,
  openReturnId: null,
  shipToCountry: country,
  zone: deliveryZone({ shipToCountry: country, shipToRegion: region ?? null }, marketplace),
  lines: lines.map((each) => ({ ...each, category: each.category ?? null })),
});

const shop = (returns: Partial<ReturnRules> = {}): PolicyRules => ({
  ...asksSeller,
  country: "BR",
  returns: {
    ...asksSeller.returns,
    windowDays: 14,
    categories: [{ category: "Engraved", windowDays: null, exemption: "CUSTOM_MADE" }],
    ...returns,
  },
});

const policy = (rules: PolicyRules) => ({
  id: "pol_1",
  shopId: "shp_1",
  number: 1,
  publishedAt: new Date("2026-01-01T00:00:00Z"),
  rules,
});

const decide = (rules: PolicyRules, facts: ReturnFacts, now: string, ask = null as object | null) =>
  decideReturn({
    policy: policy(rules),
    order: facts,
    ask: ask && { units: null, reasonCode: null, note: null, photos: 0, ...ask },
    actor: "BUYER",
    now: new Date(now),
  });

const changedMind = { reasonCode: "CHANGED_MIND" };
const engraved = line("lin_2", { category: "engraved" });

describe("a window in days", () => {
  it("lasts on its last day until the local midnight, whatever the hour of the delivery", () => {
    // Delivered on Monday, November 23, at 12:00; Brazil's seven days end with Monday, November 30.
    const facts = order(["BR", "SP"], "2026-11-23T15:00:00Z");
    const rules = shop({ windowDays: 7 });
    expect(decide(rules, facts, "2026-11-30T22:30:00Z", changedMind)).toMatchObject({
      rule: "statutory-withdrawal",
      validUntil: new Date("2026-12-01T02:59:59.999Z"),
    });
    expect(decide(rules, facts, "2026-12-01T02:59:59.999Z", changedMind).refusal).toBeNull();
    expect(decide(rules, facts, "2026-12-01T03:00:00Z", changedMind).refusal?.kind).toBe(
      "ReturnWindowOver",
    );
  });

  it.each([
    // Delivered at 21:00 in São Paulo on the 23rd, which is 20:00 in Manaus and 19:00 in Rio Branco.
    [["BR", "SP"], "2026-12-01T02:59:59.999Z"],
    [["BR", "AM"], "2026-12-01T03:59:59.999Z"],
    [["BR", "AC"], "2026-12-01T04:59:59.999Z"],
    [["BR", "PE"], "2026-12-01T02:59:59.999Z"],
  ] as const)("ends by the clock of %s", (place, end) => {
    const facts = order(place, "2026-11-24T00:00:00Z");
    expect(withdrawalRightOf(shop(), facts, new Date(end))?.until).toEqual(new Date(end));
  });

  const lastDay = (country: string, deliveredAt: string) =>
    withdrawalRightOf(shop(), order([country], deliveredAt), new Date(deliveredAt))?.until;

  it.each([
    // Fourteen days from Saturday, November 7, is Saturday, November 21: on to Monday, the 23rd.
    ["DE", "2026-11-07T11:00:00Z", "2026-11-23T22:59:59.999Z"],
    // From Friday, December 11, it is Christmas Day, a Friday; the next working day is Monday, the 28th.
    ["DE", "2026-12-11T11:00:00Z", "2026-12-28T22:59:59.999Z"],
    // British days end when they end.
    ["GB", "2026-11-07T11:00:00Z", "2026-11-21T23:59:59.999Z"],
    // Seven days from Saturday, November 7, is Saturday, the 14th; Sunday is none and the 15th a holiday.
    ["BR", "2026-11-07T11:00:00Z", "2026-11-17T02:59:59.999Z"],
    // From Monday, October 5, it is Monday, October 12, Our Lady of Aparecida.
    ["BR", "2026-10-05T15:00:00Z", "2026-10-14T02:59:59.999Z"],
  ])("in %s, delivered %s, ends on %s by its law of periods", (country, deliveredAt, end) => {
    expect(lastDay(country, deliveredAt)).toEqual(new Date(end));
  });

  it("that a shop gives moves on from a Sunday in Brazil only", () => {
    // Eight days from Saturday, November 7, is a Sunday.
    const from = new Date("2026-11-07T11:00:00Z");
    const end = (country: string) =>
      dayWindowEnd({ country }, { shipToCountry: country }, { from, days: 8, setBy: "POLICY" });
    expect(end("DE")).toEqual(new Date("2026-11-15T22:59:59.999Z"));
    expect(end("BR")).toEqual(new Date("2026-11-17T02:59:59.999Z"));
    expect(end("US")).toEqual(new Date("2026-11-16T04:59:59.999Z"));
  });

  it("is whole for everything a person has days for, and minutes stay minutes", () => {
    const at = new Date("2026-11-25T15:30:00Z");
    const facts = order(["BR", "AC"], "2026-11-23T15:00:00Z");
    const rules = shop({ shipByDays: 7, appealDays: 7, lostAfterDays: 7 });
    const wednesday = new Date("2026-12-03T04:59:59.999Z");
    expect(returnDeadlines.sendBy(rules, facts, at)).toEqual(wednesday);
    expect(returnDeadlines.appealBy(rules, facts, at)).toEqual(wednesday);
    expect(returnDeadlines.rulingAppealBy(rules, facts, at)).toEqual(wednesday);
    expect(returnDeadlines.infoBy(rules, facts, at)).toEqual(wednesday);
    expect(returnDeadlines.lostBy(rules, facts, at)).toEqual(wednesday);
    expect(returnDeadlines.offerBy(at)).toEqual(new Date("2026-11-28T15:30:00Z"));
    expect(returnDeadlines.labelBy(at)).toEqual(new Date("2026-11-26T15:30:00Z"));
  });

  it("is told as its date where that means the whole day to the reader, else with the hour", () => {
    const end = new Date("2026-12-01T02:59:59.999Z");
    const at = (id: string) => formatUntil(end, "en", { id, said: false });
    expect(at("America/Sao_Paulo")).toBe("Nov 30, 2026");
    expect(at("America/Manaus")).toBe("Nov 30, 2026, 10:59 PM");
    expect(at("Europe/Berlin")).toBe("Dec 1, 2026, 3:59 AM");
    expect(formatUntil(end, "pt-BR", { id: "America/Sao_Paulo", said: false })).toContain("2026");
  });
});

describe("the right to withdraw", () => {
  it("is each unit's own: what is exempt takes nothing from the rest", () => {
    const facts = order(["DE"], "2026-11-23T12:00:00Z", [line("lin_1"), engraved]);
    const now = new Date("2026-11-25T12:00:00Z");
    expect(withdrawalRightOf(shop(), facts, now)?.units).toEqual([
      { lineId: "lin_1", quantity: 1 },
    ]);
    expect(whyNoWithdrawal(shop(), facts, [{ lineId: "lin_2", quantity: 1 }])).toBe("EXEMPT");
    expect(
      withdrawalRightOf(shop(), order(["DE"], "2026-11-23T12:00:00Z", [engraved]), now),
    ).toBeNull();
    const open = decide(shop(), facts, "2026-11-25T12:00:00Z");
    expect(open).toMatchObject({ outcome: "AUTO_APPROVED", rule: "statutory-withdrawal" });
    // Both can be sent back, the engraved one for a fault.
    expect(open.returnableUnits.map(({ lineId }) => lineId)).toEqual(["lin_1", "lin_2"]);
    expect(open.reasons.map(({ code }) => code)).toContain("CHANGED_MIND");
    const all = decide(shop(), facts, "2026-11-25T12:00:00Z", changedMind);
    expect(all.returnableUnits).toEqual([{ lineId: "lin_1", quantity: 1 }]);
    const named = { ...changedMind, units: [{ lineId: "lin_2", quantity: 1 }] };
    expect(decide(shop(), facts, "2026-11-25T12:00:00Z", named).refusal?.kind).toBe(
      "ReturnNotOffered",
    );
  });

  it("of a kind with fewer days doesn't end another kind's time", () => {
    const rules = shop({
      windowDays: 30,
      categories: [{ category: "Engraved", windowDays: 3, exemption: null }],
    });
    const facts = order(["US"], "2026-11-03T12:00:00Z", [line("lin_1"), engraved]);
    const open = decide(rules, facts, "2026-11-20T12:00:00Z", changedMind);
    expect(open.refusal).toBeNull();
    expect(open.returnableUnits).toEqual([{ lineId: "lin_1", quantity: 1 }]);
  });

  it("is there, before it arrives, without a date, also while a request to cancel is open", () => {
    const held = line("lin_1", { shippedQuantity: 0, heldQuantity: 1 });
    const facts = { ...order(["DE"], null, [held]), status: "AWAITING_SHIPMENT" as const };
    expect(buyerRights(shop(), facts, new Date("2026-11-02T12:00:00Z"))).toEqual([
      { kind: "WITHDRAW", law: "EU", until: null, units: [{ lineId: "lin_1", quantity: 1 }] },
    ]);
  });

  it("names each right with its own date and its own cause, the strongest first", () => {
    const facts = order(["BR", "SP"], "2026-11-24T12:00:00Z");
    const rules = shop();
    expect(
      buyerRights(rules, facts, new Date("2026-11-25T12:00:00Z")).map(({ kind, law, until }) => [
        kind,
        law,
        until?.toISOString(),
      ]),
    ).toEqual([
      ["WITHDRAW", "BR", "2026-12-02T02:59:59.999Z"],
      ["RETURN", null, "2026-12-09T02:59:59.999Z"],
      ["RETURN_FAULTY", null, "2027-02-23T02:59:59.999Z"],
    ]);
    const byLaw = decide(rules, facts, "2026-11-25T12:00:00Z", changedMind);
    expect(byLaw.validUntil).toEqual(new Date("2026-12-02T02:59:59.999Z"));
    const byShop = decide(rules, facts, "2026-12-03T12:00:00Z", changedMind);
    expect(byShop).toMatchObject({
      statutory: false,
      validUntil: new Date("2026-12-09T02:59:59.999Z"),
    });
  });
});

describe("a refusal", () => {
  const kinds = (rules: PolicyRules, facts: ReturnFacts, now: string) => {
    const { refusal, rights } = decideCancellation({
      policy: policy(rules),
      order: facts,
      ask: null,
      actor: "BUYER",
      now: new Date(now),
    });
    return refusal ? refusalNextSteps(refusal, rights) : [];
  };
  const unsent = (country: string): ReturnFacts => ({
    ...order([country], null, [line("lin_1", { shippedQuantity: 0 })]),
    shippedAt: null,
    status: "PROCESSING",
  });

  it("offers the right by law first, where the shop's own time is over", () => {
    const after = "2026-11-03T13:00:00Z";
    expect(kinds(strict, unsent("DE"), after).map(({ kind }) => kind)[0]).toBe("WITHDRAW_BY_LAW");
    expect(kinds(strict, unsent("US"), after).map(({ kind }) => kind)).not.toContain(
      "WITHDRAW_BY_LAW",
    );
  });

  it("of what has arrived names the law's day and the shop's, each its own", () => {
    const steps = kinds(
      shop(),
      order(["BR", "SP"], "2026-11-24T12:00:00Z"),
      "2026-11-25T12:00:00Z",
    );
    expect(steps.map(({ kind }) => kind)).toEqual([
      "WITHDRAW_BY_LAW",
      "RETURN_ITEMS",
      "RETURN_FAULTY_ITEMS",
      "CONTACT_SUPPORT",
    ]);
    const zone = { id: "America/Sao_Paulo", said: false };
    const said = steps.map((step) => nextStepSentence(step, "en", zone));
    expect(said[0]).toContain("Until Dec 1, 2026.");
    expect(said[1]).toContain("Until Dec 8, 2026.");
    expect(nextStepSentence(steps[0] as never, "pt-BR", zone)).toContain("Até 1 de dez. de 2026.");
  });

  it("by the shop never hides a right that is there, in any law and on any day", () => {
    const countries = statutes.flatMap(({ countries }) => countries);
    fc.assert(
      fc.property(
        fc.constantFrom(...countries, "US"),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(null, "2026-11-07T12:00:00Z", "2026-11-23T23:30:00Z"),
        fc.boolean(),
        (country, day, deliveredAt, exempt) => {
          const lines = exempt ? [line("lin_1"), engraved] : [line("lin_1")];
          const facts = order([country], deliveredAt, lines);
          const now = new Date(
            new Date(deliveredAt ?? facts.placedAt).getTime() + day * 86_400_000,
          );
          const right = withdrawalRightOf(shop(), facts, now);
          const decision = decideCancellation({
            policy: policy(shop()),
            order: facts,
            ask: null,
            actor: "BUYER",
            now,
          });
          if (!decision.refusal) return;
          const [first] = refusalNextSteps(decision.refusal, decision.rights);
          expect(first?.kind === "WITHDRAW_BY_LAW").toBe(right !== null);
          if (right) expect(first?.until).toEqual(right.until);
        },
      ),
    );
  });
});
