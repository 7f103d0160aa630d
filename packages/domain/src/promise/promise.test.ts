import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarFor } from "../calendar/calendars.js";
import { refundStatuses } from "../refund/refund-machine.js";
import {
  causeOfRefund,
  causeWords,
  expectAgain,
  isTrouble,
  promiseCauses,
} from "./promise-cause.js";
import { bearsOnPromise } from "./promised-events.js";
import { replyPromises, type SaidInCase } from "./reply-promises.js";
import { promiseState, riskAt } from "./service-promise.js";

const on = (text: string) => new Date(`${text}Z`);
const promisedBy = on("2026-03-10T12:00:00");
const waiting = { promisedBy, settledAt: null, void: false };

describe("a promise", () => {
  test.each([
    ["still open", waiting, "2026-03-09T12:00:00", false, "OPEN"],
    ["in trouble before its date", waiting, "2026-03-09T12:00:00", true, "AT_RISK"],
    ["open to the very moment", waiting, "2026-03-10T12:00:00", false, "OPEN"],
    ["open after its date", waiting, "2026-03-10T12:00:01", false, "BROKEN"],
    [
      "kept at the very moment",
      { ...waiting, settledAt: promisedBy },
      "2026-04-01T00:00:00",
      false,
      "KEPT",
    ],
    [
      "kept, asked for later",
      { ...waiting, settledAt: on("2026-03-01T00:00:00") },
      "2026-04-01T00:00:00",
      true,
      "KEPT",
    ],
    [
      "settled late",
      { ...waiting, settledAt: on("2026-03-11T00:00:00") },
      "2026-04-01T00:00:00",
      false,
      "LATE",
    ],
    [
      "decided by silence",
      { ...waiting, settledAt: promisedBy, bySilence: true },
      "2026-04-01T00:00:00",
      false,
      "LATE",
    ],
    ["owed to nobody any more", { ...waiting, void: true }, "2026-04-01T00:00:00", true, "VOID"],
  ] as const)("%s", (_, promise, now, troubled, state) => {
    expect(promiseState(promise, on(now), troubled)).toBe(state);
  });

  test("is put before an agent between the day it was made and its date", () => {
    fc.assert(
      fc.property(
        fc.date({
          noInvalidDate: true,
          min: on("2020-01-01T00:00:00"),
          max: on("2030-01-01T00:00:00"),
        }),
        fc.nat(10 ** 10),
        (madeAt, ms) => {
          const by = new Date(madeAt.getTime() + ms);
          const risk = riskAt(madeAt, by);
          expect(risk >= madeAt && risk <= by).toBe(true);
        },
      ),
    );
  });

  test("that is broken is expected again at a later business day, whatever the cause", () => {
    const friday = on("2026-03-13T15:00:00");
    for (const cause of promiseCauses) {
      expect(expectAgain(cause, calendarFor("BR"), friday) > friday).toBe(true);
      expect(causeWords(cause, "en")).not.toBe(causeWords(cause, "pt-BR"));
    }
    expect(expectAgain("SUPPORT_BUSY", calendarFor("BR"), friday)).toEqual(
      on("2026-03-17T02:59:59.999"),
    );
  });

  test("that is missed again and again is expected later and later, up to four weeks of work", () => {
    const monday = on("2026-03-02T15:00:00");
    const inSaoPaulo = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Sao_Paulo" });
    const dates = [0, 1, 2, 3, 9].map((missed) =>
      inSaoPaulo.format(expectAgain("SUPPORT_BUSY", calendarFor("BR"), monday, missed)),
    );
    expect(dates).toEqual(["2026-03-03", "2026-03-04", "2026-03-06", "2026-03-12", "2026-03-30"]);
  });

  test("on a refund has a cause in every state, and trouble is what waiting does not mend", () => {
    const causes = refundStatuses.map((status) => causeOfRefund(status, null));
    expect(causes.filter(isTrouble).sort()).toEqual(["FAILED", "NEEDS_BUYER", "REVERSED"]);
  });

  test("on a refund that is held back says by what, and is put before an agent at once", () => {
    for (const [reason, cause] of [
      ["stopped", "STOPPED"],
      ["chargeback_open", "CHARGEBACK"],
    ] as const) {
      expect(causeOfRefund("APPROVED", reason)).toBe(cause);
      expect(isTrouble(cause)).toBe(true);
    }
    expect(causeOfRefund("PROCESSING", "processing")).toBe("PROVIDER_BUSY");
    expect(causeOfRefund("PROCESSING", "differs_at_provider")).toBe("PROVIDER_DIFFERS");
  });

  test("is followed by what happens to money, requests and cases, not by reminders", () => {
    expect(bearsOnPromise("refund.created")).toBe(true);
    expect(bearsOnPromise("case.message")).toBe(true);
    expect(bearsOnPromise("order.shipped")).toBe(false);
    expect(bearsOnPromise("refund.late")).toBe(false);
  });
});

describe("an answer of support", () => {
  const said = (id: string, by: SaidInCase["by"], hour: number, internal = false): SaidInCase => ({
    id,
    by,
    internal,
    at: on(`2026-03-10T${String(hour).padStart(2, "0")}:00:00`),
  });

  test("FIELD 23: is owed from the first unanswered words, and not to notes or twice", () => {
    const owed = replyPromises([
      said("a", "BUYER", 8),
      said("b", "BUYER", 9),
      said("c", "SUPPORT", 10, true),
      said("d", "SUPPORT", 11),
      said("e", "SUPPORT", 12),
      said("f", "BUYER", 13),
    ]);
    expect(owed).toMatchObject([
      { messageId: "a", madeAt: on("2026-03-10T08:00:00"), answeredAt: on("2026-03-10T11:00:00") },
      { messageId: "f", madeAt: on("2026-03-10T13:00:00"), answeredAt: null },
    ]);
  });

  test("is still owed after a word that leaves the case with support", () => {
    const still = { ...said("b", "SUPPORT", 9), awaitsNobody: true };
    expect(replyPromises([said("a", "BUYER", 8), still])).toMatchObject([
      { messageId: "a", answeredAt: null },
    ]);
    expect(replyPromises([said("a", "BUYER", 8), still, said("c", "SUPPORT", 10)])).toMatchObject([
      { messageId: "a", answeredAt: on("2026-03-10T10:00:00"), unanswered: false },
    ]);
  });

  test("ends unanswered where a case is resolved without a word, and answered where there was one", () => {
    const resolved = said("r", "RESOLVED", 10);
    const word = { ...said("b", "SUPPORT", 9), awaitsNobody: true };
    expect(replyPromises([said("a", "BUYER", 8), resolved])).toMatchObject([
      { messageId: "a", answeredAt: on("2026-03-10T10:00:00"), unanswered: true },
    ]);
    expect(replyPromises([said("a", "BUYER", 8), word, resolved])).toMatchObject([
      { messageId: "a", unanswered: false },
    ]);
  });

  test("is not owed to a thanks, and is owed again once the case is reopened", () => {
    const before = [said("a", "BUYER", 8), said("b", "SUPPORT", 9), said("r", "RESOLVED", 9)];
    const thanks = { ...said("c", "BUYER", 10), awaitsNobody: true };
    expect(replyPromises([...before, thanks])).toHaveLength(1);
    expect(replyPromises([...before, thanks, said("d", "REOPENED", 11)])[1]).toMatchObject({
      messageId: "d",
      answeredAt: null,
    });
  });
});
