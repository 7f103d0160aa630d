import { describe, expect, it } from "vitest";
import { explainDecision } from "../decision/explain.js";
import type { CancellationRules, PolicyVersion } from "../policy/policy.js";
import { asksReasons, automatic, strict } from "../policy/policy-presets.js";
import { utc } from "../text/locale.js";
import type { LineFacts, OrderFacts } from "./cancellation-facts.js";
import type { CancellationQuestion } from "./cancellation-question.js";
import { decideCancellation } from "./decide-cancellation.js";

const placedAt = new Date("2026-03-02T12:00:00Z");
const hoursLater = (hours: number) => new Date(placedAt.getTime() + hours * 3_600_000);

const policy = (rules = automatic, change: Partial<CancellationRules> = {}): PolicyVersion => ({
  id: "pol_1",
  shopId: "shp_1",
  number: 3,
  publishedAt: placedAt,
  rules: { ...rules, cancellation: { ...rules.cancellation, ...change } },
});

const line = (change: Partial<LineFacts> = {}): LineFacts => ({
  lineId: "lin_1",
  quantity: 2,
  canceledQuantity: 0,
  heldQuantity: 0,
  shippedQuantity: 0,
  returningQuantity: 0,
  returnedQuantity: 0,
  unitPriceMinor: 1000,
  discountMinor: 0,
  taxMinor: 0,
  shippingMinor: 0,
  takenMinor: 0,
  ...change,
});

const order = (change: Partial<OrderFacts> = {}): OrderFacts => ({
  orderId: "ord_1",
  status: "AWAITING_SHIPMENT",
  placedAt,
  shipBy: hoursLater(72),
  shippedAt: null,
  trackingNumber: null,
  currency: "BRL",
  capturedMinor: 2000,
  refundReservedMinor: 0,
  heldMinor: 0,
  keptMinor: 0,
  openCancellation: null,
  lines: [line()],
  ...change,
});

const decide = (change: Partial<CancellationQuestion> = {}) =>
  decideCancellation({
    policy: policy(),
    order: order(),
    ask: { units: null, reasonCode: null, note: null },
    actor: "BUYER",
    now: hoursLater(5),
    ...change,
  });

describe("a cancellation is carried out at once", () => {
  it("while the order is unpaid, whatever the policy says", () => {
    const decision = decide({
      policy: policy(strict),
      order: order({ status: "PENDING_PAYMENT" }),
      ask: null,
    });
    expect(decision).toMatchObject({ outcome: "AUTO_APPROVED", rule: "unpaid" });
  });

  it("within the grace period, and says until when", () => {
    const decision = decide({ now: hoursLater(1) });
    expect(decision).toMatchObject({ outcome: "AUTO_APPROVED", rule: "grace-period" });
    expect(decision.validUntil).toEqual(hoursLater(2));
  });

  it("where the shop lets buyers do so at this stage", () => {
    expect(decide()).toMatchObject({ outcome: "AUTO_APPROVED", rule: "at-once" });
  });

  it("once the seller is late to ship, where the policy says so", () => {
    const asks = policy(automatic, { atOnceUntil: "NEVER" });
    expect(decide({ policy: asks, now: hoursLater(71) })).toMatchObject({
      outcome: "NEEDS_SELLER",
      possibleFrom: hoursLater(72),
    });
    expect(decide({ policy: asks, now: hoursLater(73) })).toMatchObject({
      outcome: "AUTO_APPROVED",
      rule: "seller-late",
    });
  });

  it("for an agent past the policy's window, but never past the shipment", () => {
    const late = { policy: policy(strict), actor: "AGENT", now: hoursLater(60) } as const;
    expect(decide(late)).toMatchObject({ outcome: "AUTO_APPROVED", rule: "support-steps-in" });
    const shipped = order({ status: "SHIPPED", lines: [line({ shippedQuantity: 2 })] });
    expect(decide({ ...late, order: shipped }).refusal?.kind).toBe("AlreadyShipped");
  });
});

describe("the seller is asked", () => {
  it("where the policy says so, with a deadline in business hours", () => {
    const decision = decide({
      policy: policy(automatic, { atOnceUntil: "NEVER", sellerAnswerBusinessHours: 9 }),
    });
    expect(decision).toMatchObject({ outcome: "NEEDS_SELLER", rule: "on-request" });
    // Asked on Monday at 14:00 in São Paulo: four hours that day, five the next.
    expect(decision.respondBy).toEqual(new Date("2026-03-03T17:00:00Z"));
  });
});

describe("a cancellation is refused", () => {
  it.each(["CANCELED", "EXPIRED"] as const)("when the order is %s", (status) => {
    expect(decide({ order: order({ status }) }).refusal).toEqual({ kind: "AlreadyCanceled" });
  });

  it("when it was shipped, with the tracking number", () => {
    const shippedAt = hoursLater(4);
    const shipped = order({
      status: "SHIPPED",
      shippedAt,
      trackingNumber: "BR123",
      lines: [line({ shippedQuantity: 2 })],
    });
    expect(decide({ order: shipped }).refusal).toEqual({
      kind: "AlreadyShipped",
      shippedAt,
      trackingNumber: "BR123",
    });
  });

  it("when all units are in an open request", () => {
    const respondBy = hoursLater(20);
    const held = order({
      openCancellation: { id: "can_1", respondBy },
      lines: [line({ heldQuantity: 2 })],
    });
    expect(decide({ order: held }).refusal).toEqual({
      kind: "CancellationAlreadyOpen",
      cancellationId: "can_1",
      respondBy,
    });
  });

  it("when support decides about the units already, unless nobody has to be asked", () => {
    const disputed = order({
      disputedCancellationId: "can_1",
      lines: [line({ quantity: 3, disputedQuantity: 2 })],
    });
    const asking = policy(automatic, { atOnceUntil: "NEVER" });
    const of = (quantity: number) =>
      decide({
        policy: asking,
        order: disputed,
        ask: { units: [{ lineId: "lin_1", quantity }], reasonCode: "CHANGED_MIND", note: null },
      });
    expect(of(1).outcome).toBe("NEEDS_SELLER");
    expect(of(2)).toMatchObject({
      rule: "not-in-dispute",
      refusal: { kind: "CancellationAlreadyOpen", cancellationId: "can_1", withSupport: true },
    });
    expect(decide({ policy: asking, order: disputed, ask: null }).outcome).toBe("NEEDS_SELLER");
    expect(decide({ policy: policy(automatic), order: disputed }).outcome).toBe("AUTO_APPROVED");
  });

  it.each([0, -1, 1.5, 3])("for %s of two units", (quantity) => {
    const ask = { units: [{ lineId: "lin_1", quantity }], reasonCode: null, note: null };
    expect(decide({ ask }).refusal).toEqual({
      kind: "UnitsNotAvailable",
      lineId: "lin_1",
      asked: quantity,
      available: 2,
    });
  });

  it("for units of an order that isn't this one", () => {
    const ask = { units: [{ lineId: "lin_9", quantity: 1 }], reasonCode: null, note: null };
    expect(decide({ ask }).refusal).toMatchObject({ kind: "UnitsNotAvailable", available: 0 });
  });

  it("after the window, to the instant", () => {
    const before = new Date(hoursLater(24).getTime() - 1);
    const ask = { units: null, reasonCode: "CHANGED_MIND", note: null };
    expect(decide({ policy: policy(strict), ask, now: before }).outcome).toBe("NEEDS_SELLER");
    expect(decide({ policy: policy(strict), ask, now: hoursLater(24) }).refusal).toEqual({
      kind: "CancellationWindowOver",
      endedAt: hoursLater(24),
      windowHours: 24,
    });
  });

  it("at a stage for which the shop does not offer it", () => {
    const decision = decide({ policy: policy(strict), order: order({ status: "PROCESSING" }) });
    expect(decision.refusal).toMatchObject({ kind: "CancellationNotOffered", state: "PROCESSING" });
  });

  it("without a reason where one is asked for, with an unknown one, or without its words", () => {
    const asks = policy(asksReasons);
    const withReason = (reasonCode: string | null, note: string | null = null) =>
      decide({ policy: asks, ask: { units: null, reasonCode, note } });
    expect(withReason(null).refusal?.kind).toBe("ReasonRequired");
    expect(withReason("BORED").refusal?.kind).toBe("ReasonUnknown");
    expect(withReason("OTHER").refusal).toEqual({ kind: "NoteRequired", reasonCode: "OTHER" });
    expect(withReason("OTHER", "a gift").outcome).toBe("AUTO_APPROVED");
  });

  it("but is quoted as it will be decided, before the reason of its confirmation", () => {
    const ask = { units: null, reasonCode: null, note: null, confirmedLater: true };
    const decision = decide({ policy: policy(asksReasons), ask });
    expect(decision).toMatchObject({ outcome: "AUTO_APPROVED", refusal: null });
  });
});

describe("every decision", () => {
  it("names its rule, version and facts, and has a sentence in both languages", () => {
    const decision = decide({ policy: policy(strict), now: hoursLater(30) });
    expect(decision).toMatchObject({ rule: "window", policyNumber: 3, policyVersionId: "pol_1" });
    expect(decision.trace.at(-1)).toEqual({
      rule: "window",
      fact: "now",
      value: hoursLater(30).toISOString(),
      threshold: hoursLater(24).toISOString(),
      verdict: "FAIL",
    });
    expect(explainDecision(decision, "en", utc)).toContain("24 hours after the purchase");
    expect(explainDecision(decision, "pt-BR", utc)).toContain("24 horas após a compra");
  });
});
