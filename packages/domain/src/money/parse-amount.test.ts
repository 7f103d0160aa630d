import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Locale, locales } from "../text/locale.js";
import { currencyExponent } from "./currency.js";
import { formatMoney, money } from "./money.js";
import { parseAmount } from "./parse-amount.js";

const read = (text: string, currency: string, locale: Locale) => {
  const amount = parseAmount(text, { currency, locale });
  return amount.ok ? amount.amountMinor : amount.problem;
};

describe("an amount is read in full, in either notation", () => {
  test.each([
    ["90", 9_000],
    ["90,5", 9_050],
    ["90,50", 9_050],
    ["90.50", 9_050],
    ["90.", 9_000],
    [",50", 50],
    ["0.00", 0],
    ["007", 700],
    ["1234.50", 123_450],
    ["1.234,50", 123_450],
    ["1,234.50", 123_450],
    ["1 234,50", 123_450],
    ["1\u00a0234,50", 123_450],
    ["1\u202f234,50", 123_450],
    ["1'234.50", 123_450],
    ["1’234.50", 123_450],
    ["1.234.567", 123_456_700],
    ["1,234,567.8", 123_456_780],
    ["1.234,000", 123_400],
    ["R$ 1.234,56", 123_456],
    ["R$1,234.56", 123_456],
    ["brl 12,00", 1_200],
    ["12,00 BRL", 1_200],
    ["  19,90\n", 1_990],
    ["１９，９０", 1_990],
    ["１９．９０", 1_990],
  ])("%j in BRL is %j", (text, minor) => {
    for (const locale of locales) expect(read(text, "BRL", locale)).toBe(minor);
  });
});

describe("what can't be read in full is refused", () => {
  test.each([
    ["", "NOT_AN_AMOUNT"],
    [".", "NOT_AN_AMOUNT"],
    [",", "NOT_AN_AMOUNT"],
    ["R$", "NOT_AN_AMOUNT"],
    ["nothing", "NOT_AN_AMOUNT"],
    ["R$ 19,90 (frete 5)", "NOT_AN_AMOUNT"],
    ["50%", "NOT_AN_AMOUNT"],
    ["1e3", "NOT_AN_AMOUNT"],
    ["0x10", "NOT_AN_AMOUNT"],
    ["10 + 5", "NOT_AN_AMOUNT"],
    ["10-20", "NOT_AN_AMOUNT"],
    ["12 34", "NOT_AN_AMOUNT"],
    ["19, 90", "NOT_AN_AMOUNT"],
    ["1,23,456.00", "NOT_AN_AMOUNT"],
    ["1.2.3", "NOT_AN_AMOUNT"],
    ["1.234,567.89", "NOT_AN_AMOUNT"],
    ["1 234.567,89", "NOT_AN_AMOUNT"],
    ["1..5", "NOT_AN_AMOUNT"],
    ["0.123.456", "NOT_AN_AMOUNT"],
    ["12abc", "OTHER_CURRENCY"],
    ["٣٫٥", "NOT_AN_AMOUNT"],
    ["(19,90)", "NOT_AN_AMOUNT"],
    ["-5", "NEGATIVE"],
    ["−5,00", "NEGATIVE"],
    ["R$ -5", "NEGATIVE"],
    ["-R$ 5", "NEGATIVE"],
    ["5,00-", "NEGATIVE"],
    ["$ 5", "OTHER_CURRENCY"],
    ["€5", "OTHER_CURRENCY"],
    ["US$ 5,00", "OTHER_CURRENCY"],
    ["5 USD", "OTHER_CURRENCY"],
    ["R$ 5,00 USD", "OTHER_CURRENCY"],
    ["19.905", "AMBIGUOUS"],
    ["12,345", "AMBIGUOUS"],
    ["0.125", "TOO_PRECISE"],
    ["1234.567", "TOO_PRECISE"],
    ["1.234,567", "TOO_PRECISE"],
    ["19,9050", "TOO_PRECISE"],
    ["99999999999999,99", "TOO_LARGE"],
    ["1\n234", "NOT_AN_AMOUNT"],
    ["1\t234", "NOT_AN_AMOUNT"],
    ["1  234", "NOT_AN_AMOUNT"],
    ["99999999999999999", "TOO_LARGE"],
  ])("%j in BRL: %j", (text, problem) => {
    const both = locales.map((locale) => read(text, "BRL", locale));
    if (problem === "AMBIGUOUS") expect(both).toContain(problem);
    else expect(both).toEqual([problem, problem]);
  });
});

describe("thousands or decimals: the reader's own notation decides, or nothing does", () => {
  test.each([
    ["1.234", "BRL", "pt-BR", 123_400],
    ["1.234", "BRL", "en", "AMBIGUOUS"],
    ["1,234", "BRL", "en", 123_400],
    ["1,234", "BRL", "pt-BR", "AMBIGUOUS"],
    ["1.500", "BRL", "en", "AMBIGUOUS"],
    ["1,234", "JPY", "en", 1_234],
    ["1.234", "JPY", "pt-BR", 1_234],
    ["1.234", "JPY", "en", "AMBIGUOUS"],
    ["12.5", "JPY", "en", "TOO_PRECISE"],
    ["12.00", "JPY", "en", 12],
    ["¥1,234", "JPY", "en", 1_234],
    ["￥１２３４", "JPY", "en", 1_234],
    ["1.234", "KWD", "en", 1_234],
    ["1,234", "KWD", "pt-BR", 1_234],
    ["1,234", "KWD", "en", "AMBIGUOUS"],
    ["1.234", "KWD", "pt-BR", "AMBIGUOUS"],
    ["0,234", "KWD", "en", 234],
    ["1234,567", "KWD", "en", 1_234_567],
    ["1,234.567", "KWD", "pt-BR", 1_234_567],
    ["$5", "USD", "pt-BR", 500],
    ["US$ 5", "USD", "en", 500],
    ["CA$5", "CAD", "en", 500],
    ["5 €", "EUR", "pt-BR", 500],
  ] as const)("%s in %s, read in %s, is %s", (text, currency, locale, amount) => {
    expect(read(text, currency, locale)).toBe(amount);
  });
});

const currency = fc.constantFrom("JPY", "CLP", "BRL", "USD", "EUR", "GBP", "KWD", "TND");
const minor = fc.oneof(fc.nat(2_000_000), fc.integer({ min: 0, max: 10 ** 14 }));

test("whatever we write is read as what it was, and in the other language never as another amount", () => {
  fc.assert(
    fc.property(minor, currency, (amountMinor, of) => {
      for (const written of locales) {
        const text = formatMoney(money(amountMinor, of), written);
        expect(read(text, of, written)).toBe(amountMinor);
        const other = parseAmount(text, {
          currency: of,
          locale: written === "en" ? "pt-BR" : "en",
        });
        if (other.ok) expect(other.amountMinor).toBe(amountMinor);
        else expect(other.problem).toBe("AMBIGUOUS");
      }
    }),
  );
});

test("plain digits with either decimal sign are read in both languages", () => {
  fc.assert(
    fc.property(minor, currency, fc.constantFrom(".", ","), (amountMinor, of, sign) => {
      const decimals = currencyExponent(of);
      const digits = String(amountMinor).padStart(decimals + 1, "0");
      const whole = digits.slice(0, digits.length - decimals);
      const text = decimals === 0 ? whole : `${whole}${sign}${digits.slice(-decimals)}`;
      for (const locale of locales) {
        const amount = read(text, of, locale);
        if (amount !== "AMBIGUOUS") expect(amount).toBe(amountMinor);
        else expect(decimals).toBe(3);
      }
    }),
  );
});

test("no text makes it throw, and every amount read is whole and not negative", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."0123456789.,'- R$€%eE()１，") }),
  );
  fc.assert(
    fc.property(text, currency, fc.constantFrom(...locales), (typed, of, locale) => {
      const amount = parseAmount(typed, { currency: of, locale });
      if (!amount.ok) return;
      expect(Number.isSafeInteger(amount.amountMinor)).toBe(true);
      expect(amount.amountMinor).toBeGreaterThanOrEqual(0);
      // Nothing typed was left out: every digit but closing zeros is in the amount.
      const digits = typed
        .normalize("NFKC")
        .replace(/\D/g, "")
        .replace(/^0+|0+$/g, "");
      expect(String(amount.amountMinor).replace(/0+$/, "")).toBe(digits || "");
    }),
    { numRuns: 2_000 },
  );
});
