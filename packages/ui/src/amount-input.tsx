import { currencyExponent } from "@makegood/domain/money/currency";
import { NumberInput } from "@mantine/core";

/** An amount typed in the currency's own decimals, handed over in whole minor units. */
export function AmountInput({
  label,
  currency,
  value,
  onChange,
}: {
  label: string;
  currency: string;
  value: number;
  onChange: (amountMinor: number) => void;
}) {
  const decimals = currencyExponent(currency);
  const factor = 10 ** decimals;
  return (
    <NumberInput
      label={`${label} (${currency})`}
      min={0}
      decimalScale={decimals}
      hideControls
      inputMode="decimal"
      value={value === 0 ? "" : value / factor}
      onChange={(typed) => onChange(Math.round((Number(typed) || 0) * factor))}
    />
  );
}
