import { AmountInput } from "@makegood/ui/amount-input.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { NativeSelect, NumberInput, SimpleGrid } from "@mantine/core";
import "@mantine/core/styles/NumberInput.css";
import type { TermsDraft } from "./terms-draft.ts";
import { termsWords } from "./terms-words.ts";

type Change = (change: Partial<TermsDraft>) => void;

const choices = <T extends string>(labels: Record<T, string>) =>
  (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value] }));

/** Commission and the provider's fee: how much, of what, and what becomes of them with refunds. */
export function EarningFields({ draft, change }: { draft: TermsDraft; change: Change }) {
  const words = useWords(termsWords);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
      <Percent
        label={words.commission}
        value={draft.commissionBasisPoints}
        onChange={(commissionBasisPoints) => change({ commissionBasisPoints })}
      />
      <NativeSelect
        label={words.commissionOf}
        value={draft.commissionOf}
        data={choices(words.commissionOfs)}
        onChange={({ currentTarget: { value } }) =>
          change({ commissionOf: value as TermsDraft["commissionOf"] })
        }
      />
      <NativeSelect
        label={words.commissionOnRefund}
        value={draft.commissionOnRefund}
        data={choices(words.commissionOnRefunds)}
        onChange={({ currentTarget: { value } }) =>
          change({ commissionOnRefund: value as TermsDraft["commissionOnRefund"] })
        }
      />
      <Percent
        label={words.fee}
        value={draft.feeBasisPoints}
        onChange={(feeBasisPoints) => change({ feeBasisPoints })}
      />
      <NativeSelect
        label={words.feeBorneBy}
        value={draft.feeBorneBy}
        data={choices(words.parties)}
        onChange={({ currentTarget: { value } }) =>
          change({ feeBorneBy: value as TermsDraft["feeBorneBy"] })
        }
      />
      <NativeSelect
        label={words.feeOnRefund}
        value={draft.feeOnRefund}
        data={choices(words.feeOnRefunds)}
        onChange={({ currentTarget: { value } }) =>
          change({ feeOnRefund: value as TermsDraft["feeOnRefund"] })
        }
      />
      {draft.feeFixed.map(({ currency, amountMinor }) => (
        <AmountInput
          key={currency}
          label={words.fixed}
          currency={currency}
          value={amountMinor}
          onChange={(typed) =>
            change({
              feeFixed: draft.feeFixed.map((fee) =>
                fee.currency === currency ? { currency, amountMinor: typed } : fee,
              ),
            })
          }
        />
      ))}
    </SimpleGrid>
  );
}

/** Who gets shipping and tax, where refunds go, and when a shop is paid. */
export function PayingFields({
  draft,
  change,
  ofShop,
}: {
  draft: TermsDraft;
  change: Change;
  ofShop: boolean;
}) {
  const words = useWords(termsWords);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
      <NativeSelect
        label={words.shipping}
        value={draft.shippingGoesTo}
        data={choices(words.parties)}
        onChange={({ currentTarget: { value } }) =>
          change({ shippingGoesTo: value as TermsDraft["shippingGoesTo"] })
        }
      />
      <NativeSelect
        label={words.tax}
        value={draft.taxRemittedBy}
        data={choices(words.parties)}
        onChange={({ currentTarget: { value } }) =>
          change({ taxRemittedBy: value as TermsDraft["taxRemittedBy"] })
        }
      />
      <NativeSelect
        label={words.allocation}
        value={draft.allocation}
        data={choices(words.allocations)}
        onChange={({ currentTarget: { value } }) =>
          change({ allocation: value as TermsDraft["allocation"] })
        }
      />
      <Whole
        label={words.holdDays}
        value={draft.payoutHoldDays}
        onChange={(payoutHoldDays) => change({ payoutHoldDays })}
      />
      {!ofShop && (
        <>
          <Whole
            label={words.everyDays}
            value={draft.payoutEveryDays}
            onChange={(payoutEveryDays) => change({ payoutEveryDays })}
          />
          <Whole
            label={words.minimum}
            value={draft.payoutMinimumMinor}
            onChange={(payoutMinimumMinor) => change({ payoutMinimumMinor })}
          />
        </>
      )}
    </SimpleGrid>
  );
}

interface Typed {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** Typed in percent, kept in hundredths of one. */
const Percent = ({ label, value, onChange }: Typed) => (
  <NumberInput
    label={label}
    min={0}
    max={100}
    decimalScale={2}
    value={value / 100}
    onChange={(typed) => onChange(Math.round((Number(typed) || 0) * 100))}
  />
);

const Whole = ({ label, value, onChange }: Typed) => (
  <NumberInput
    label={label}
    min={0}
    allowDecimal={false}
    value={value}
    onChange={(typed) => onChange(Number(typed) || 0)}
  />
);
