import { describe, expect, test } from "vitest";
import { calendarFor } from "../calendar/calendars.js";
import { decideTransition } from "../machine/machine.js";
import { awaitedParties, awaitedUntil, commandOfAwaited } from "./awaited.js";
import { caseClocks, caseMachine, openCaseStatuses } from "./case-machine.js";
import { mattersInWords, needsSomebody } from "./open-matters.js";

const monday = new Date("2026-03-09T15:00:00Z");

describe("a case", () => {
  test("goes, from every open state, where the agent says by whom it awaits", () => {
    const leadsTo = {
      BUYER: "PENDING_BUYER",
      SELLER: "PENDING_SELLER",
      PROVIDER: "ON_HOLD",
      NOBODY: "OPEN",
    };
    for (const state of openCaseStatuses) {
      for (const awaited of awaitedParties) {
        const step = decideTransition(caseMachine, state, commandOfAwaited[awaited]);
        expect(step).toEqual({ allowed: true, to: leadsTo[awaited] });
      }
    }
  });

  test("stops the first reply's clock in each state that an answer leads to, and in no other", () => {
    for (const awaited of awaitedParties) {
      const step = decideTransition(caseMachine, "NEW", commandOfAwaited[awaited]);
      const clock = step.allowed ? caseClocks.firstReply[step.to] : null;
      expect(clock).toBe(awaited === "NOBODY" ? "runs" : "stops");
    }
    const taken = decideTransition(caseMachine, "NEW", "open");
    expect(taken.allowed && caseClocks.firstReply[taken.to]).toBe("runs");
  });

  test("that waits for somebody comes back to support by a date", () => {
    for (const awaited of awaitedParties) {
      const until = awaitedUntil(awaited, calendarFor("BR"), monday);
      if (awaited === "NOBODY") expect(until).toBeNull();
      else expect(until && until > monday).toBe(true);
    }
  });

  test("is opened again only from being resolved; closed, it stays closed", () => {
    expect(decideTransition(caseMachine, "RESOLVED", "reopen")).toMatchObject({ to: "OPEN" });
    expect(decideTransition(caseMachine, "RESOLVED", "resume").allowed).toBe(false);
    expect(decideTransition(caseMachine, "CLOSED", "reopen").allowed).toBe(false);
  });
});

describe("what keeps a case from being resolved", () => {
  test("is a refund that needs somebody, not one that is under way or over", () => {
    expect(needsSomebody("FAILED", null)).toBe(true);
    expect(needsSomebody("REVERSED", null)).toBe(true);
    expect(needsSomebody("REQUIRES_ACTION", null)).toBe(true);
    expect(needsSomebody("PENDING_APPROVAL", null)).toBe(true);
    expect(needsSomebody("APPROVED", "chargeback_open")).toBe(true);
    expect(needsSomebody("PROCESSING", "processing")).toBe(false);
    expect(needsSomebody("APPROVED", null)).toBe(false);
    expect(needsSomebody("SUCCEEDED", "chargeback_open")).toBe(false);
    expect(needsSomebody("CANCELED", "chargeback_lost")).toBe(false);
  });

  test("is named once for each kind, in both languages", () => {
    const matters = [
      { kind: "REFUND", id: "1" },
      { kind: "DISPUTE", id: "2" },
      { kind: "REFUND", id: "3" },
    ] as const;
    expect(mattersInWords(matters, "en")).toBe("a dispute and a refund");
    expect(mattersInWords(matters, "pt-BR")).toBe("uma disputa e um reembolso");
    expect(mattersInWords(matters.slice(0, 1), "en")).toBe("a refund");
  });
});
