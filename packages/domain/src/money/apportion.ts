import { assert } from "../assert.js";

/**
 * Splits a total by weights with the largest-remainder method: the parts sum to the total exactly,
 * and equal inputs always give equal parts (ties go to the earlier weight).
 *
 * Integer arithmetic runs in bigint, since total × weight may pass 2^53.
 */
export function apportion(totalMinor: number, weights: readonly number[]): number[] {
  assert(Number.isSafeInteger(totalMinor), "a total to apportion is a safe integer");
  assert(weights.length > 0, "there is something to apportion to");
  assert(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    "weights are whole and not negative",
  );
  if (totalMinor < 0) return apportion(-totalMinor, weights).map((part) => 0 - part);

  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  const effective = sum === 0n ? weights.map(() => 1n) : weights.map((weight) => BigInt(weight));
  const divisor = sum === 0n ? BigInt(weights.length) : sum;

  const shares = effective.map((weight, index) => {
    const product = BigInt(totalMinor) * weight;
    return { index, floor: product / divisor, remainder: product % divisor };
  });
  let left = BigInt(totalMinor) - shares.reduce((total, share) => total + share.floor, 0n);
  const parts = shares.map((share) => share.floor);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0n) break;
    parts[share.index] = share.floor + 1n;
    left -= 1n;
  }
  return parts.map(Number);
}

/** What each unit of a line bears, fixed at purchase; the units sum to the line's total. */
export function apportionUnits(totalMinor: number, quantity: number): number[] {
  assert(Number.isSafeInteger(quantity) && quantity > 0, "a line has at least one unit");
  return apportion(totalMinor, new Array<number>(quantity).fill(1));
}

/**
 * The share of the next `take` units of a line of which `alreadyTaken` are gone. Whatever the
 * order and size of the steps, taking all units takes exactly the line's total.
 */
export function shareOfUnits(
  totalMinor: number,
  quantity: number,
  alreadyTaken: number,
  take: number,
): number {
  assert(alreadyTaken >= 0 && take >= 0 && alreadyTaken + take <= quantity, "units exist");
  return apportionUnits(totalMinor, quantity)
    .slice(alreadyTaken, alreadyTaken + take)
    .reduce((sum, part) => sum + part, 0);
}
