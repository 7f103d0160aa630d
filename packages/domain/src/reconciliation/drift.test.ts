import { describe, expect, test } from "vitest";
import {
  type DriftKind,
  type DriftStep,
  driftKinds,
  driftSteps,
  driftSubjects,
  nextStepOf,
} from "./drift.js";
import { driftStepSentence } from "./drift-step-words.js";
import { driftSentence } from "./drift-words.js";

const drift = { known: true, ourPayment: true, inCase: false };

describe("each difference has one right next step", () => {
  test.each<[string, Parameters<typeof nextStepOf>[0], DriftStep]>([
    ["a refund that is late", { ...drift, about: "REFUND", kind: "LATE" }, "ASK_AGAIN"],
    ["one that never went", { ...drift, about: "REFUND", kind: "MISSING" }, "BOOK_AS_UNPAID"],
    ["one that went after all", { ...drift, about: "REFUND", kind: "EXTRA" }, "ASK_AGAIN"],
    ["one made by hand", { ...drift, about: "REFUND", kind: "EXTRA", known: false }, "ADOPT"],
    [
      "one of a foreign charge",
      { about: "REFUND", kind: "EXTRA", known: false, ourPayment: false, inCase: false },
      "ACCEPT",
    ],
    ["one paid twice", { ...drift, about: "REFUND", kind: "DUPLICATE" }, "OPEN_CASE"],
    [
      "a case about it",
      { ...drift, about: "REFUND", kind: "WRONG_AMOUNT", inCase: true },
      "ACCEPT",
    ],
    ["one that is another one's", { ...drift, about: "REFUND", kind: "SHARED" }, "BOOK_AS_UNPAID"],
    [
      "one of another payment",
      { ...drift, about: "REFUND", kind: "WRONG_CHARGE" },
      "SETTLE_AT_PROVIDER",
    ],
    ["a payment that never came", { ...drift, about: "CHARGE", kind: "MISSING" }, "OPEN_CASE"],
    ["a hold that is gone", { ...drift, about: "HOLD", kind: "MISSING" }, "ASK_AGAIN"],
    ["one that was forgotten", { ...drift, about: "HOLD", kind: "EXTRA" }, "SETTLE_AT_PROVIDER"],
    ["one that we had not heard of", { ...drift, about: "CHARGE", kind: "LATE" }, "ASK_AGAIN"],
    ["one for an order that ended", { ...drift, about: "CHARGE", kind: "EXTRA" }, "ASK_AGAIN"],
    [
      "money taken for no order",
      { ...drift, about: "CHARGE", kind: "EXTRA", known: false, ourPayment: false },
      "SETTLE_AT_PROVIDER",
    ],
    [
      "a buyer charged twice",
      { ...drift, about: "CHARGE", kind: "DUPLICATE" },
      "SETTLE_AT_PROVIDER",
    ],
    [
      "a transfer that never went",
      { ...drift, about: "TRANSFER", kind: "MISSING" },
      "BOOK_AS_UNPAID",
    ],
    [
      "money back twice",
      { ...drift, about: "CHARGEBACK", kind: "DUPLICATE" },
      "SETTLE_AT_PROVIDER",
    ],
  ])("%s", (_, given, step) => {
    expect(nextStepOf(given)).toBe(step);
  });
});

test("each difference is told in both languages, with the amounts that differ", () => {
  const said = { ours: "R$ 10", theirs: "R$ 9" };
  const named: Partial<Record<DriftKind, string>> = { MISSING: said.ours, EXTRA: said.theirs };
  for (const about of driftSubjects) {
    for (const kind of driftKinds) {
      const both = (["en", "pt-BR"] as const).map((locale) =>
        driftSentence({ about, kind, ...said }, locale),
      );
      expect(new Set(both).size).toBe(2);
      for (const sentence of both) expect(sentence).toContain(named[kind] ?? "R$");
    }
  }
  for (const step of driftSteps) {
    expect(driftStepSentence(step, "CHARGE", "en")).not.toBe(
      driftStepSentence(step, "CHARGE", "pt-BR"),
    );
  }
});
