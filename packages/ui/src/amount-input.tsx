import { currencyExponent } from "@makegood/domain/money/currency";
import { parseAmount } from "@makegood/domain/money/parse-amount";
import type { Locale } from "@makegood/domain/text/locale";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { amountWords } from "./amount-words.ts";
import { useLocale, useWords } from "./locale.tsx";

interface Typed<T> {
  label: string;
  currency: string;
  value: T;
  onChange: (amountMinor: T) => void;
}

/** An amount typed or pasted in either notation, handed over in whole minor units; 0 where none is. */
export const AmountInput = ({ onChange, ...rest }: Typed<number>) => (
  <AmountField {...rest} emptyIs={0} onChange={(typed) => onChange(typed ?? 0)} />
);

/** The same where no amount is not the same as none of it: empty is null, and 0 is 0. */
export const OptionalAmountInput = (given: Typed<number | null>) => (
  <AmountField {...given} emptyIs={null} />
);

/** As somebody of this language would type it: all its decimals, nothing grouped. */
function typedAs(amountMinor: number, currency: string, locale: Locale): string {
  const decimals = currencyExponent(currency);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  }).format(amountMinor / 10 ** decimals);
}

/** What can't be read in full stays as it was typed, says why, and keeps its form from being sent. */
function AmountField({
  label,
  currency,
  value,
  emptyIs,
  onChange,
}: Typed<number | null> & { emptyIs: 0 | null }) {
  const { locale } = useLocale();
  const words = useWords(amountWords);
  const [typed, setTyped] = useState({ text: "", value: null as number | null });
  // Set from outside: a suggestion, a draft that was reverted, a form that was sent.
  const outside = value === null || value === emptyIs ? "" : typedAs(value, currency, locale);
  const text = (typed.value ?? emptyIs) === value ? typed.text : outside;
  const amount = text.trim() === "" ? null : parseAmount(text, { currency, locale });
  const problem = amount === null || amount.ok ? null : amount.problem;
  const example = typedAs(1234 * 10 ** currencyExponent(currency) + 5, currency, locale);
  const type = (next: string) => {
    const read = next.trim() === "" ? null : parseAmount(next, { currency, locale });
    const now = read?.ok ? read.amountMinor : null;
    setTyped({ text: next, value: now });
    onChange(now);
  };
  return (
    <TextInput
      label={`${label} (${currency})`}
      inputMode="decimal"
      autoComplete="off"
      styles={{ input: { maxWidth: 240 } }}
      data-unreadable={problem !== null || undefined}
      error={problem && words[problem](currency, example)}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      // A browser would join the lines of several cells into one number.
      onPaste={(event) => {
        const lines = event.clipboardData
          .getData("text")
          .trim()
          .split(/[\r\n\t]+/);
        if (lines.length === 1) return;
        event.preventDefault();
        type(lines.join(" | "));
      }}
      // Shows how it was read.
      onBlur={() => {
        if (amount?.ok) setTyped({ text: typedAs(amount.amountMinor, currency, locale), value });
      }}
    />
  );
}

/** Leads to the first field whose text can't be read; false where all can. */
export function focusUnreadable(within: ParentNode): boolean {
  const field = within.querySelector<HTMLElement>("[data-unreadable]");
  field?.focus();
  return field !== null;
}
