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

  it("ends its lines by a line feed, however they came", () => {
    const ends = "a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh";
    expect(cleanText(ends, { maxLength: 99 })).toEqual({
      ok: true,
      text: "a\nb\nc\nd\ne\nf\ng\nh",
    });
  });

  it("is one line where it is a name", () => {
    for (const end of ["\n", "\r\n", "\t", "\u2028", " \n\n ", "\u0085"]) {
      const name = { maxLength: 99, oneLine: true };
      expect(cleanText(`Ana${end}Souza${end}`, name)).toEqual({ ok: true, text: "Ana Souza" });
    }
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
