import { describe, expect, it } from "vitest";
import { eventKinds, eventSentence } from "../timeline/timeline-words.js";
import { audienceOf, isNotified } from "./notified-events.js";

describe("notifications", () => {
  it("tell somebody of every event that has an audience, and nobody of the others", () => {
    for (const kind of eventKinds) {
      expect(Object.keys(audienceOf(kind)).length > 0).toBe(isNotified(kind));
    }
  });

  it("FIELD 3: say that money was taken by the network only when it was", () => {
    for (const kind of eventKinds.filter(isNotified)) {
      const data = { amountMinor: 100, currency: "BRL", promisedBy: "2026-03-02T12:00:00Z" };
      const said = eventSentence(kind, data, "en", "UTC");
      expect(/\brefunded\b/i.test(said)).toBe(false);
      expect(said.includes("network took")).toBe(kind === "refund.succeeded");
    }
  });

  it("tell the agents concerned of what they wait for", () => {
    for (const kind of ["case.message", "dispute.answered", "chargeback.opened"] as const) {
      expect(audienceOf(kind).owner).toBe("EMAIL");
    }
    for (const kind of ["chargeback.opened", "chargeback.evidenceReminder"] as const) {
      expect(audienceOf(kind).leads).toBe("EMAIL");
    }
    for (const kind of ["refund.approved", "refund.declined", "refund.approvalExpired"] as const) {
      expect(audienceOf(kind).requester).toBeDefined();
    }
    expect(audienceOf("case.assigned").assignees).toBe("EMAIL");
  });

  it("e-mail whoever has to act before a deadline", () => {
    for (const kind of ["cancellation.requested", "return.requested", "dispute.opened"] as const) {
      expect(audienceOf(kind).seller).toBe("EMAIL");
    }
    for (const kind of ["return.offered", "return.infoAsked", "return.rejected"] as const) {
      expect(audienceOf(kind).buyer).toBe("EMAIL");
    }
  });
});
