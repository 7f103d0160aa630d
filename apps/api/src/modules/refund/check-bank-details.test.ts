import { maskBankDetails } from "@makegood/domain/repayment/bank-details";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkBankDetails, type TypedBankDetails } from "./check-bank-details.js";

const brBank: TypedBankDetails = {
  kind: "BR_BANK",
  holder: "Ana Souza",
  taxId: "390.533.447-05",
  bankCode: "341",
  branch: "0123",
  account: "45678-9",
};
const pix = (pixKey: string): TypedBankDetails => ({ kind: "PIX", holder: "Ana", pixKey });
const iban = (typed: string): TypedBankDetails => ({ kind: "IBAN", holder: "Ana", iban: typed });

describe("bank details", () => {
  it.each([
    [iban("de89 3704 0044 0532 0130 00"), "EUR", "IBAN DE •••• 3000"],
    [iban("GB82 WEST 1234 5698 7654 32"), "GBP", "IBAN GB •••• 5432"],
    [pix("Ana@Buyers.example"), "BRL", "Pix •••• mple"],
    [pix("+55 (11) 98765-4321"), "BRL", "Pix •••• 4321"],
    [pix("390.533.447-05"), "BRL", "Pix •••• 4705"],
    [pix("123e4567-e89b-12d3-a456-426655440000"), "BRL", "Pix •••• 0000"],
    // Letters in CNPJs since July 2026 (Receita Federal, IN RFB 2.229/2024).
    [pix("12.ABC.345/01DE-35"), "BRL", "Pix •••• DE35"],
    [brBank, "BRL", "341 •••• 6789"],
  ])("%j in %s are shown as %s", (typed, currency, mask) => {
    const checked = checkBankDetails(typed, currency);
    expect(checked.ok && maskBankDetails(checked.details)).toBe(mask);
  });

  it.each([
    [iban("DE89370400440532013001"), "EUR", "iban"],
    [iban("DE89370400440532013000"), "BRL", "kind"],
    [pix("390.533.447-06"), "BRL", "pixKey"],
    [pix("11987654321"), "BRL", "pixKey"],
    [pix("ana@buyers.example"), "EUR", "kind"],
    [pix("ana@buyers.example"), "JPY", "kind"],
    [{ ...pix("ana@buyers.example"), holder: " " }, "BRL", "holder"],
    [{ ...brBank, taxId: "111.111.111-11" }, "BRL", "taxId"],
    [{ ...brBank, bankCode: "34" }, "BRL", "bankCode"],
    [{ ...brBank, branch: "12" }, "BRL", "branch"],
    [{ ...brBank, account: "12" }, "BRL", "account"],
  ])("%j in %s are refused for their %s", (typed, currency, field) => {
    expect(checkBankDetails(typed, currency)).toEqual({
      ok: false,
      refusal: { kind: "BankDetailsUnusable", field },
    });
  });

  it("catch every single digit mistyped in an IBAN", () => {
    const good = "DE89370400440532013000";
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(good[at]) + by) % 10;
        const typed = `${good.slice(0, at)}${digit}${good.slice(at + 1)}`;
        expect(checkBankDetails(iban(typed), "EUR").ok).toBe(false);
      }),
    );
  });

  it("show four characters of an account and no more, whatever is typed", () => {
    fc.assert(
      fc.property(fc.uuid(), (key) => {
        const checked = checkBankDetails(pix(key), "BRL");
        expect(checked.ok && maskBankDetails(checked.details)).toBe(`Pix •••• ${key.slice(-4)}`);
      }),
    );
  });
});
