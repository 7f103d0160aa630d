import type { Refusal } from "../refusal/refusal.js";
import type { UnitsOfLine } from "./decision.js";

/** How many units in all. */
export const total = (units: readonly UnitsOfLine[]): number =>
  units.reduce((sum, unit) => sum + unit.quantity, 0);

/** The first of the units asked for that can't be had, as its refusal; null when all can. */
export function unavailableUnit(
  asked: readonly UnitsOfLine[],
  available: readonly UnitsOfLine[],
): Extract<Refusal, { kind: "UnitsNotAvailable" }> | null {
  for (const { lineId, quantity } of asked) {
    const left = available.find((unit) => unit.lineId === lineId)?.quantity ?? 0;
    if (Number.isInteger(quantity) && quantity >= 1 && quantity <= left) continue;
    return { kind: "UnitsNotAvailable", lineId, asked: quantity, available: left };
  }
  return null;
}

/** Whether units are asked for beyond what is free, of lines on which some are in an open request. */
export function asksForOpenUnits(
  asked: readonly UnitsOfLine[],
  free: readonly UnitsOfLine[],
  isOpen: (lineId: string) => boolean,
): boolean {
  return asked.some(({ lineId, quantity }) => {
    const left = free.find((unit) => unit.lineId === lineId)?.quantity ?? 0;
    return quantity > left && isOpen(lineId);
  });
}
