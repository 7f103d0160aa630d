import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refundStatuses } from "../refund/refund-machine.js";
import {
  isShownInProof,
  maskedInstrument,
  proofCode,
  readProofCode,
  stillExpected,
} from "./refund-proof.js";

describe("a proof of a refund", () => {
  test("has a code that can be read out and typed in any case, and no other text is one", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        const code = proofCode(bytes);
        expect(code).toMatch(/^MGP(-[0-9A-Z]{5}){4}$/);
        expect(readProofCode(code.toLowerCase().replaceAll("-", " "))).toBe(code);
        expect(readProofCode(code.replaceAll("0", "O").replaceAll("1", "l"))).toBe(code);
      }),
    );
    expect(readProofCode("MGP-12345")).toBeNull();
    expect(readProofCode("")).toBeNull();
  });

  test("never says a number longer than the last four digits of an instrument", () => {
    expect(maskedInstrument("Visa ending 4242")).toBe("Visa ending 4242");
    expect(maskedInstrument("Visa 4242 4242 4242 4242")).toBe("Visa •••• 4242");
    expect(maskedInstrument("4242-4242-4242-1881")).toBe("•••• 1881");
  });

  test("FIELD 3: says of every state what is only expected, and of no taken refund that it arrived", () => {
    const at = new Date("2026-03-10T12:00:00Z");
    const refund = { promisedBy: at, newlyExpectedBy: null, expectedAtBankBy: at };
    for (const status of refundStatuses) {
      const steps = stillExpected({ ...refund, status }).map(({ step }) => step);
      expect(steps.includes("ON_STATEMENT")).toBe(status !== "CANCELED");
    }
    expect(stillExpected({ ...refund, status: "SUCCEEDED" })).toHaveLength(1);
  });

  test("shows what is between buyer and provider, and not what the marketplace earns", () => {
    expect(isShownInProof("REFUND_OWED")).toBe(true);
    expect(isShownInProof("COMMISSION")).toBe(false);
    expect(isShownInProof("SHOP_BALANCE")).toBe(false);
  });
});
