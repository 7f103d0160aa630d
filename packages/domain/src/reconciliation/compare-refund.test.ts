import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRefund, type OurRefund, type TheirRefund } from "./compare-refund.js";
import type { DriftKind } from "./drift.js";

const at = new Date("2026-03-10T12:00:00Z");
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);

const ours = (more: Partial<OurRefund> = {}): OurRefund => ({
  status: "SUCCEEDED",
  providerRefundId: "re_1",
  amountMinor: 1000,
  postedMinor: ["SUCCEEDED", "PAID_TWICE"].includes(more.status ?? "SUCCEEDED") ? 1000 : 0,
  currency: "BRL",
  openedAt: hours(-48),
  promisedBy: hours(48),
  paidOtherwise: false,
  chargeId: "ch_1",
  isShared: false,
  ...more,
});
const theirs = (more: Partial<TheirRefund> = {}): TheirRefund => ({
  providerRefundId: "re_1",
  status: "succeeded",
  amountMinor: 1000,
  currency: "BRL",
  chargeIds: ["ch_1", null],
  ...more,
});

const kindsOf = (our: OurRefund | null, their: TheirRefund[]) =>
  compareRefund(our, their, at).map(({ kind }) => kind);

describe("our books and the provider's", () => {
  test.each<[string, OurRefund | null, TheirRefund[], DriftKind[]]>([
    ["agree", ours(), [theirs()], []],
    ["agree while it is on its way", ours({ status: "OPEN" }), [theirs({ status: "pending" })], []],
    ["agree that it failed", ours({ status: "FAILED" }), [theirs({ status: "failed" })], []],
    ["agree that it was never made", ours({ status: "FAILED" }), [], []],
    [
      "agree for the minutes of a webhook",
      ours({ status: "OPEN", openedAt: hours(-0.5) }),
      [theirs()],
      [],
    ],
    [
      "have nothing to say of a foreign refund that failed",
      null,
      [theirs({ status: "failed" })],
      [],
    ],
    ["differ when theirs has none", ours(), [], ["MISSING"]],
    ["differ when theirs failed", ours(), [theirs({ status: "failed" })], ["MISSING"]],
    ["differ when only theirs paid", ours({ status: "FAILED" }), [theirs()], ["EXTRA"]],
    ["agree that it was paid twice", ours({ status: "PAID_TWICE" }), [theirs()], []],
    ["differ when ours never asked", null, [theirs()], ["EXTRA"]],
    ["differ in the amount", ours(), [theirs({ amountMinor: 999 })], ["WRONG_AMOUNT"]],
    ["differ in the payment", ours(), [theirs({ chargeIds: ["ch_2"] })], ["WRONG_CHARGE"]],
    [
      "agree in the payment by its other name",
      ours(),
      [theirs({ chargeIds: ["ch_2", "ch_1"] })],
      [],
    ],
    [
      "differ before anything moved",
      ours({ status: "OPEN" }),
      [theirs({ status: "requires_action", amountMinor: 999 })],
      ["WRONG_AMOUNT"],
    ],
    [
      "differ when two of ours share one of theirs",
      ours({ status: "OPEN", providerRefundId: null, isShared: true }),
      [],
      ["SHARED"],
    ],
    ["differ when the ledger has less", ours({ postedMinor: 0 }), [theirs()], ["WRONG_AMOUNT"]],
    [
      "differ when the ledger has what failed",
      ours({ status: "FAILED", postedMinor: 1000 }),
      [theirs({ status: "failed" })],
      ["MISSING"],
    ],
    [
      "differ when a second payment came back unnoticed",
      ours({ status: "PAID_TWICE" }),
      [theirs({ status: "reversed" })],
      ["MISSING"],
    ],
    ["differ in the currency", ours(), [theirs({ currency: "USD" })], ["WRONG_CURRENCY"]],
    ["differ when ours has not heard", ours({ status: "OPEN" }), [theirs()], ["LATE"]],
    [
      "differ when the promise is over",
      ours({ status: "OPEN", promisedBy: hours(-1) }),
      [theirs({ status: "pending" })],
      ["LATE"],
    ],
    [
      "differ when theirs paid twice",
      ours(),
      [theirs(), theirs({ providerRefundId: "re_2" })],
      ["DUPLICATE"],
    ],
    [
      "differ when a failed one went after all, the money being paid",
      ours({ status: "FAILED", paidOtherwise: true }),
      [theirs()],
      ["DUPLICATE"],
    ],
  ])("%s", (_, our, their, kinds) => {
    expect(kindsOf(our, their)).toEqual(kinds);
  });

  test("of any number of refunds: every injected difference is named, none is invented", () => {
    const injected = fc.array(
      fc.constantFrom<DriftKind | null>(
        null,
        "MISSING",
        "EXTRA",
        "WRONG_AMOUNT",
        "WRONG_CURRENCY",
        "LATE",
        "DUPLICATE",
        "WRONG_CHARGE",
        "SHARED",
      ),
      { maxLength: 40 },
    );
    const inject: Record<DriftKind, (their: TheirRefund) => [OurRefund | null, TheirRefund[]]> = {
      MISSING: () => [ours(), []],
      EXTRA: (their) => [null, [their]],
      WRONG_AMOUNT: (their) => [ours(), [{ ...their, amountMinor: their.amountMinor + 1 }]],
      WRONG_CURRENCY: (their) => [ours(), [{ ...their, currency: "EUR" }]],
      LATE: (their) => [ours({ status: "OPEN" }), [their]],
      DUPLICATE: (their) => [ours(), [their, { ...their, providerRefundId: "re_again" }]],
      WRONG_CHARGE: (their) => [ours(), [{ ...their, chargeIds: [null, "ch_2"] }]],
      SHARED: () => [ours({ status: "OPEN", isShared: true }), []],
    };
    fc.assert(
      fc.property(injected, (kinds) => {
        const found = kinds.flatMap((kind) => {
          const [our, their] = kind ? inject[kind](theirs()) : [ours(), [theirs()]];
          return kindsOf(our, their);
        });
        expect(found).toEqual(kinds.filter((kind) => kind !== null));
      }),
    );
  });
});
