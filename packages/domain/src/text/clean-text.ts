export type CleanText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: "EMPTY" | "TOO_LONG"; readonly maxLength: number };

/** Every way to end a line or a page, beside the line feed that we keep (Unicode Standard Annex 14). */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

// Control characters except tab and line feed; and the marks that reorder text, which can disguise it
// (Unicode Technical Report 36, section 2.8).
const unwanted =
  /(?![\t\n])\p{Cc}|[\u061c\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** Text as we keep it: NFC, without invisible controls, trimmed, at most so many characters (code points). */
export function cleanText(
  input: string,
  {
    maxLength,
    oneLine = false,
  }: { maxLength: number /** A name: no line begins in it. */; oneLine?: boolean },
): CleanText {
  if (input.length > maxLength * 4) return { ok: false, problem: "TOO_LONG", maxLength };
  const lines = input.replace(lineEnds, "\n").normalize("NFC").replace(unwanted, "");
  const text = (oneLine ? lines.replace(/\s+/g, " ") : lines).trim();
  if (text === "") return { ok: false, problem: "EMPTY", maxLength };
  if ([...text].length > maxLength) return { ok: false, problem: "TOO_LONG", maxLength };
  return { ok: true, text };
}
