export type CleanText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: "EMPTY" | "TOO_LONG"; readonly maxLength: number };

// Control characters except tab and line feed; and the marks that reorder text, which can disguise it
// (Unicode Technical Report 36, section 2.8).
const unwanted = /(?![\t\n])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** Text as we keep it: NFC, without invisible controls, trimmed, at most so many characters (code points). */
export function cleanText(input: string, { maxLength }: { maxLength: number }): CleanText {
  if (input.length > maxLength * 4) return { ok: false, problem: "TOO_LONG", maxLength };
  const text = input.replace(/\r\n?/g, "\n").normalize("NFC").replace(unwanted, "").trim();
  if (text === "") return { ok: false, problem: "EMPTY", maxLength };
  if ([...text].length > maxLength) return { ok: false, problem: "TOO_LONG", maxLength };
  return { ok: true, text };
}
