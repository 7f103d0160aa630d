import type { UnitsOfLine } from "@makegood/domain/decision/decision";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { checkIds } from "#platform/commands/check-input.js";

const mostUnits = 100_000;

/** What is wrong with a list of units before anything is looked up. */
export function checkUnits(units: readonly UnitsOfLine[] | null | undefined): Refusal | null {
  const seen = new Set<string>();
  for (const [index, { lineId, quantity }] of (units ?? []).entries()) {
    const bad = checkIds({}, [[`units.${index}.lineId`, "line", lineId]]);
    if (bad) return bad;
    if (seen.has(lineId)) {
      return { kind: "InvalidInput", field: `units.${index}.lineId`, problem: "TWICE" };
    }
    seen.add(lineId);
    if (quantity < 1 || quantity > mostUnits) {
      const field = `units.${index}.quantity`;
      return { kind: "InvalidInput", field, problem: "OUT_OF_RANGE", most: mostUnits };
    }
  }
  if (units?.length === 0) return { kind: "InvalidInput", field: "units", problem: "EMPTY" };
  return null;
}
