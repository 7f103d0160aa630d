import { describe, expect, test } from "vitest";
import { compareHold, type OurHold, type TheirHold } from "./compare-hold.js";
import type { DriftKind } from "./drift.js";

const now = new Date("2026-03-10T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

const ours = (more: Partial<OurHold> = {}): OurHold => ({
  state: "AUTHORIZED",
  providerChargeId: "ch_1",
  authorizedMinor: 1000,
  currency: "BRL",
  isOver: false,
  ...more,
});
const theirs = (more: Partial<TheirHold> = {}): TheirHold => ({
  providerChargeId: "ch_1",
  status: "authorized",
  heldMinor: 1000,
  currency: "BRL",
  heldUntil: ago(-48),
  madeAt: ago(48),
  changedAt: ago(48),
  ...more,
});
const gone = { heldMinor: 0, heldUntil: null };

describe("what we say is held and what a bank holds", () => {
  test.each<[string, OurHold | null, TheirHold[], DriftKind[]]>([
    ["agree", ours(), [theirs()], []],
    ["agree where it is not said until when", ours(), [theirs({ heldUntil: null })], []],
    ["agree that it was let go", ours({ state: "VOIDED" }), [theirs({ status: "voided" })], []],
    ["leave what was taken to the charges", ours(), [theirs({ status: "captured" })], []],
    ["agree while nothing was paid", ours({ state: "PENDING" }), [], []],
    ["agree that an ended order has none", ours({ isOver: true }), [], []],
    ["differ when theirs has none", ours(), [], ["MISSING"]],
    ["differ when it fell back", ours(), [theirs({ status: "pending", ...gone })], ["MISSING"]],
    ["differ in the amount", ours(), [theirs({ heldMinor: 999 })], ["WRONG_AMOUNT"]],
    ["differ in the currency", ours(), [theirs({ currency: "EUR" })], ["WRONG_CURRENCY"]],
    ["differ once it has lapsed", ours(), [theirs({ heldUntil: ago(2) })], ["LATE"]],
    ["agree for an hour after that", ours(), [theirs({ heldUntil: ago(0.5) })], []],
    ["differ when nobody told us", ours({ state: "PENDING" }), [theirs()], ["LATE"]],
    ["differ when it was forgotten", ours({ isOver: true }), [theirs()], ["EXTRA"]],
    ["differ when it was let go here", ours({ state: "VOIDED" }), [theirs()], ["EXTRA"]],
    [
      "agree where that lapses by itself",
      ours({ isOver: true }),
      [theirs({ heldUntil: ago(1) })],
      [],
    ],
    [
      "differ when two are held",
      ours(),
      [theirs(), theirs({ providerChargeId: "ch_2" })],
      ["DUPLICATE"],
    ],
    ["differ over a hold of no order", null, [theirs()], ["EXTRA"]],
    ["wait a day for its order", null, [theirs({ madeAt: ago(2) })], []],
  ])("%s", (_, our, their, kinds) => {
    expect(compareHold(our, their, now).map(({ kind }) => kind)).toEqual(kinds);
  });
});
