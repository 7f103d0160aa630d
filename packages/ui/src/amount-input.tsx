import { currencyExponent } from "@makegood/domain/money/currency";
import { parseAmount } from "@makegood/domain/money/parse-amount";
import { NumberInput } from "@mantine/core";
import "@mantine/core/styles/NumberInput.css";
import { useLocale } from "./locale.tsx";

interface Typed<T> {
  label: string;
  currency: string;
  value: T;
  onChange: (amountMinor: T) => void;
}

/** An amount typed in the currency's own decimals, handed over in whole minor units; 0 where none is. */
export const AmountInput = ({ value, onChange, ...rest }: Typed<number>) => (
  <OptionalAmountInput
    {...rest}
    value={value === 0 ? null : value}
    onChange={(typed) => onChange(typed ?? 0)}
  />
);

/** The same where no amount is not the same as none of it: empty is null, and 0 is 0. */
export function OptionalAmountInput({ label, currency, value, onChange }: Typed<number | null>) {
  const decimals = currencyExponent(currency);
  const factor = 10 ** decimals;
  const { locale } = useLocale();
  return (
    <NumberInput
      label={`${label} (${currency})`}
      min={0}
      decimalScale={decimals}
      hideControls
      styles={{ input: { maxWidth: 240 } }}
      decimalSeparator={locale === "pt-BR" ? "," : "."}
      allowedDecimalSeparators={[",", "."]}
      inputMode="decimal"
      onPaste={(event) => {
        const pasted = parseAmount(event.clipboardData.getData("text"), decimals);
        if (pasted === null) return;
        event.preventDefault();
        onChange(pasted);
      }}
      value={value === null ? "" : value / factor}
      onChange={(typed) =>
        onChange(typed === "" ? null : Math.round((Number(typed) || 0) * factor))
      }
    />
  );
}
