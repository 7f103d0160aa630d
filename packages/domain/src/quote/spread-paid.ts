import { type LineFacts, listedMinor } from "../cancellation/cancellation-facts.js";
import { apportion } from "../money/apportion.js";

/**
 * An order's lines with their shares of what was paid for it. Where that differs from items and
 * shipping (a discount that no line lists, interest on instalments), the difference is spread over
 * all that was bought by largest remainder: nobody's unit is worth more or less than was paid for it.
 */
export function spreadPaid<Line extends LineFacts>(
  lines: readonly Line[],
  paidMinor: number,
): Line[] {
  const listed = lines.map(listedMinor);
  const total = listed.reduce((sum, amount) => sum + amount, 0);
  if (lines.length === 0 || paidMinor === 0 || paidMinor === total) return [...lines];
  const positive = listed.map((amount) => Math.max(0, amount));
  // Paid for goods that list no price at all: then each unit weighs the same.
  const weights = positive.some((weight) => weight > 0)
    ? positive
    : lines.map(({ quantity }) => quantity);
  const shares = apportion(paidMinor, weights);
  return lines.map((line, index) => ({
    ...line,
    paidDifferenceMinor: (shares[index] ?? 0) - (listed[index] ?? 0),
  }));
}
