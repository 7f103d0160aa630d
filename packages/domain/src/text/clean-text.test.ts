import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "./clean-text.js";

describe("text that people send", () => {
  it("keeps words, line breaks and emoji", () => {
    expect(cleanText("  Olá,\r\nmudei de ideia 👩‍👩‍👧  ", { maxLength: 100 })).toEqual({
      ok: true,
      text: "Olá,\nmudei de ideia 👩‍👩‍👧",
    });
  });

  it("loses what is invisible or reorders it", () => {
    expect(cleanText("a\u0000b\u202Ec\uFEFF", { maxLength: 9 })).toEqual({ ok: true, text: "abc" });
  });

  it("is refused when nothing remains, or too much", () => {
    expect(cleanText(" \u200e ", { maxLength: 9 })).toMatchObject({ ok: false, problem: "EMPTY" });
    expect(cleanText("x".repeat(10), { maxLength: 9 })).toMatchObject({ problem: "TOO_LONG" });
    expect(cleanText("x".repeat(2 ** 20), { maxLength: 9 })).toMatchObject({ problem: "TOO_LONG" });
  });

  it("stays as it is when cleaned again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (input) => {
        const once = cleanText(input, { maxLength: 10_000 });
        if (once.ok) expect(cleanText(once.text, { maxLength: 10_000 })).toEqual(once);
      }),
    );
  });
});
