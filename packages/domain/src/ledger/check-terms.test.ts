import { describe, expect, test } from "vitest";
import { refuseBeginning, refuseTerms } from "./check-terms.js";
import { initialTerms, type MoneyTerms } from "./money-terms.js";
import { termsSentences } from "./terms-words.js";

const { commission, providerFee, payout } = initialTerms;

describe("terms", () => {
  test("that a marketplace begins with can be published", () => {
    expect(refuseTerms(initialTerms)).toBeNull();
  });

  test.each([
    ["commissionBasisPoints", { commission: { ...commission, basisPoints: -1 } }],
    ["commissionBasisPoints", { commission: { ...commission, basisPoints: 12.5 } }],
    ["commissionBasisPoints", { commission: { ...commission, basisPoints: 9_710 } }],
    ["feeBasisPoints", { providerFee: { ...providerFee, basisPoints: 10_001 } }],
    ["feeFixed", { providerFee: { ...providerFee, fixedMinor: { BRL: -1 } } }],
    ["feeFixed", { providerFee: { ...providerFee, fixedMinor: { Real: 1 } } }],
    ["payoutEveryDays", { payout: { ...payout, everyDays: 0 } }],
    ["payoutHoldDays", { payout: { ...payout, holdDays: 181 } }],
    ["payoutMinimumMinor", { payout: { ...payout, minimumMinor: -100 } }],
  ] as [string, Partial<MoneyTerms>][])("never say what can't be: %s", (field, change) => {
    expect(refuseTerms({ ...initialTerms, ...change })).toMatchObject({ field });
  });

  test("leave the shop something, unless the marketplace bears the fee", () => {
    const high = { ...commission, basisPoints: 9_999 };
    const borne = { ...providerFee, borneBy: "MARKETPLACE" } as const;
    expect(refuseTerms({ ...initialTerms, commission: high })).not.toBeNull();
    expect(refuseTerms({ ...initialTerms, commission: high, providerFee: borne })).toBeNull();
  });

  test.each(["en", "pt-BR"] as const)("tell every change of theirs in words, in %s", (locale) => {
    const before = termsSentences(initialTerms, locale);
    const changes: Partial<MoneyTerms>[] = [
      { commission: { ...commission, onRefund: "KEPT" } },
      { commission: { ...commission, of: "ITEMS_AND_SHIPPING" } },
      { providerFee: { ...providerFee, borneBy: "MARKETPLACE" } },
      { providerFee: { ...providerFee, onRefund: "RETURNED" } },
      { shippingGoesTo: "MARKETPLACE" },
      { taxRemittedBy: "SHOP" },
      { allocation: "NEWEST_FIRST" },
      { payout: { ...payout, holdDays: 14 } },
      { payout: { ...payout, minimumMinor: 5_000 } },
    ];
    for (const change of changes) {
      const after = termsSentences({ ...initialTerms, ...change }, locale);
      expect(after.filter((sentence) => !before.includes(sentence))).toHaveLength(1);
    }
  });
});

test.each([
  ["at once", "2026-11-24T12:00:00Z", null, true],
  ["later", "2026-12-01T00:00:00Z", null, true],
  ["in the past", "2026-11-24T11:59:59Z", null, false],
  ["before what was announced", "2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z", false],
  ["in place of what was announced", "2026-12-02T00:00:00Z", "2026-12-02T00:00:00Z", true],
  ["in a hundred years", "2126-12-01T00:00:00Z", null, false],
] as const)("terms that begin %s", (_, from, announced, allowed) => {
  const now = new Date("2026-11-24T12:00:00Z");
  const other = announced === null ? null : new Date(announced);
  expect(refuseBeginning(new Date(from), now, other) === null).toBe(allowed);
});
