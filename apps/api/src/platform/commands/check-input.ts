import { type IdKind, isId } from "@makegood/domain/ids/ids";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { cleanText } from "@makegood/domain/text/clean-text";

type Checked<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

const invalid = (refusal: Extract<Refusal, { kind: "InvalidInput" }>): Checked<never> => ({
  ok: false,
  refusal,
});

/** Text as we keep it; a missing or empty one is null unless it is needed. */
export function checkText(
  field: string,
  input: string | null | undefined,
  { most, needed = false, oneLine = false }: { most: number; needed?: boolean; oneLine?: boolean },
): Checked<string | null> {
  const cleaned = cleanText(input ?? "", { maxLength: most, oneLine });
  if (cleaned.ok) return { ok: true, value: cleaned.text };
  if (cleaned.problem === "EMPTY" && !needed) return { ok: true, value: null };
  return invalid({ kind: "InvalidInput", field, problem: cleaned.problem, most });
}

/** The first thing wrong with ids and keys of an input; null when they can be looked up. */
export function checkIds(
  input: { idempotencyKey?: string },
  ids: readonly (readonly [field: string, kind: IdKind, value: string | null | undefined])[],
): Refusal | null {
  const key = input.idempotencyKey;
  if (key !== undefined && (key.trim() === "" || key.length > 200)) {
    const problem = key.trim() === "" ? "EMPTY" : "TOO_LONG";
    return { kind: "InvalidInput", field: "idempotencyKey", problem, most: 200 };
  }
  for (const [field, kind, value] of ids) {
    if (value != null && !isId(kind, value)) {
      return { kind: "InvalidInput", field, problem: "NOT_AN_ID" };
    }
  }
  return null;
}
