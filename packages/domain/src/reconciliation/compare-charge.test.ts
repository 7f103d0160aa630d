import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCharge, type OurCharge, type TheirCharge } from "./compare-charge.js";
import type { DriftKind } from "./drift.js";

const now = new Date("2026-03-10T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

const ours = (more: Partial<OurCharge> = {}): OurCharge => ({
  state: "CAPTURED",
  providerChargeId: "ch_1",
  capturedMinor: 1000,
  authorizedMinor: 0,
  postedMinor: more.capturedMinor ?? 1000,
  currency: "BRL",
  ...more,
});
const held = (state: OurCharge["state"]) =>
  ours({ state, capturedMinor: 0, postedMinor: 0, authorizedMinor: 1000 });
const theirs = (more: Partial<TheirCharge> = {}): TheirCharge => ({
  providerChargeId: "ch_1",
  status: "captured",
  capturedMinor: 1000,
  givenBackMinor: 0,
  currency: "BRL",
  madeAt: ago(48),
  changedAt: ago(48),
  ...more,
});
const voided = theirs({ status: "voided", capturedMinor: 0 });
const again = theirs({ providerChargeId: "ch_2" });

const kindsOf = (our: OurCharge | null, their: TheirCharge[]) =>
  compareCharge(our, their, now).map(({ kind }) => kind);

describe("our payments and the provider's charges", () => {
  test.each<[string, OurCharge | null, TheirCharge[], DriftKind[]]>([
    ["agree", ours(), [theirs()], []],
    ["agree whatever was refunded of it", ours(), [theirs({ givenBackMinor: 400 })], []],
    ["agree while it is only held", held("AUTHORIZED"), [theirs({ status: "authorized" })], []],
    ["agree that it was let go", held("VOIDED"), [voided], []],
    ["agree for the minutes of a webhook", held("PENDING"), [theirs({ changedAt: ago(0.5) })], []],
    ["agree while its order is on its way to us", null, [theirs({ madeAt: ago(5) })], []],
    ["agree that a foreign charge took nothing", null, [voided], []],
    ["agree once a foreign charge was given back", null, [theirs({ givenBackMinor: 1000 })], []],
    ["differ when theirs has none", ours(), [], ["MISSING"]],
    ["differ when theirs took nothing", ours(), [voided], ["MISSING"]],
    ["differ when ours has no such payment", null, [theirs()], ["EXTRA"]],
    ["differ when ours let it go", held("VOIDED"), [theirs()], ["EXTRA"]],
    ["differ in the amount", ours(), [theirs({ capturedMinor: 999 })], ["WRONG_AMOUNT"]],
    [
      "differ when more was taken than held",
      held("AUTHORIZED"),
      [theirs({ capturedMinor: 1001 })],
      ["WRONG_AMOUNT"],
    ],
    ["differ when the ledger has less", ours({ postedMinor: 900 }), [theirs()], ["WRONG_AMOUNT"]],
    ["FIELD 17: differ in the currency", ours(), [theirs({ currency: "INR" })], ["WRONG_CURRENCY"]],
    ["differ when ours has not heard", held("AUTHORIZED"), [theirs()], ["LATE"]],
    ["differ when ours has not heard that it lapsed", held("AUTHORIZED"), [voided], ["LATE"]],
    ["differ when the buyer was charged twice", ours(), [theirs(), again], ["DUPLICATE"]],
    [
      "agree once the second one was given back",
      ours(),
      [theirs(), { ...again, givenBackMinor: 1000 }],
      [],
    ],
    ["differ twice", ours(), [again], ["MISSING", "DUPLICATE"]],
  ])("%s", (_, our, their, kinds) => {
    expect(kindsOf(our, their)).toEqual(kinds);
  });

  test("of any number of charges: every injected difference is named, none is invented", () => {
    type OfCharges = Exclude<DriftKind, "WRONG_CHARGE" | "SHARED">;
    const inject: Record<OfCharges, () => [OurCharge | null, TheirCharge[]]> = {
      MISSING: () => [ours(), []],
      EXTRA: () => [null, [theirs()]],
      WRONG_AMOUNT: () => [ours(), [theirs({ capturedMinor: 1001 })]],
      WRONG_CURRENCY: () => [ours(), [theirs({ currency: "EUR" })]],
      LATE: () => [held("PENDING"), [theirs()]],
      DUPLICATE: () => [ours(), [theirs(), again]],
    };
    const kinds = fc.array(fc.constantFrom(null, ...(Object.keys(inject) as OfCharges[])), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(kinds, (injected) => {
        const found = injected.flatMap((kind) =>
          kind ? kindsOf(...inject[kind]()) : kindsOf(ours(), [theirs()]),
        );
        expect(found).toEqual(injected.filter((kind) => kind !== null));
      }),
    );
  });
});
