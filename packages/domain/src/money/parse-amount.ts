/**
 * An amount as people write or copy it, in minor units: "90,50", "90.50", "1.234,56", "R$ 1,234.56".
 * The last separator is the decimal one where no more digits follow it than the currency has
 * decimals; all others group thousands. Null for what is no amount.
 */
export function parseAmount(text: string, decimals: number): number | null {
  const written = text.replace(/[^\d.,-]/g, "");
  if (!/^\d[\d.,]*$/.test(written)) return null;
  const at = Math.max(written.lastIndexOf("."), written.lastIndexOf(","));
  const after = at === -1 ? 0 : written.length - at - 1;
  const isDecimal = after > 0 && after <= decimals;
  // What is neither a fraction nor a group of thousands was meant otherwise.
  if (at !== -1 && !isDecimal && after !== 3) return null;
  const whole = (isDecimal ? written.slice(0, at) : written).replace(/[.,]/g, "");
  const fraction = isDecimal ? written.slice(at + 1) : "";
  const minor = Number(`${whole}${fraction.padEnd(decimals, "0")}`);
  return Number.isSafeInteger(minor) ? minor : null;
}
