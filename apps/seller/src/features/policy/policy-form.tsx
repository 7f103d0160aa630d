import { AmountInput } from "@makegood/ui/amount-input.tsx";
import { offeredCurrencies } from "@makegood/ui/currencies.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import {
  Card,
  NativeSelect,
  NumberInput,
  Stack,
  Switch,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import "@mantine/core/styles/Switch.css";
import "@mantine/core/styles/NumberInput.css";
import { CategoryRules } from "./category-rules.tsx";
import { FairUseRules } from "./fair-use-rules.tsx";
import { policyWords } from "./policy-words.ts";
import { ReasonEditor } from "./reason-editor.tsx";
import type { Rules } from "./use-draft-rules.ts";

type Cancellation = Rules["cancellation"];
type Returns = Rules["returns"];
type NumberOf<T> = { [K in keyof T]: T[K] extends number ? K : never }[keyof T];
type FlagOf<T> = { [K in keyof T]: T[K] extends boolean ? K : never }[keyof T];

/** Every clause, where one changes it. */
export function PolicyForm({
  rules,
  onChange,
}: {
  rules: Rules;
  onChange: (rules: Rules) => void;
}) {
  const words = useWords(policyWords);
  const setCancellation = (change: Partial<Cancellation>) =>
    onChange({ ...rules, cancellation: { ...rules.cancellation, ...change } });
  const setReturns = (change: Partial<Returns>) =>
    onChange({ ...rules, returns: { ...rules.returns, ...change } });
  const { cancellation, returns } = rules;
  const untils = Object.entries(words.until).map(([value, label]) => ({ value, label }));

  const whole = (label: string, value: number, set: (value: number) => void) => (
    <NumberInput
      label={label}
      min={0}
      allowDecimal={false}
      value={value}
      onChange={(typed) => set(Math.round(Number(typed) || 0))}
    />
  );
  const cancelNumber = (key: NumberOf<Cancellation> & keyof typeof words.fields) =>
    whole(words.fields[key], cancellation[key], (value) => setCancellation({ [key]: value }));
  const returnNumber = (key: NumberOf<Returns> & keyof typeof words.fields) =>
    whole(words.fields[key], returns[key], (value) => setReturns({ [key]: value }));
  const cancelFlag = (key: FlagOf<Cancellation> & keyof typeof words.fields) => (
    <Switch
      label={words.fields[key]}
      checked={cancellation[key]}
      onChange={(event) => setCancellation({ [key]: event.currentTarget.checked })}
    />
  );
  const returnFlag = (key: FlagOf<Returns> & keyof typeof words.fields) => (
    <Switch
      label={words.fields[key]}
      checked={returns[key]}
      onChange={(event) => setReturns({ [key]: event.currentTarget.checked })}
    />
  );
  const until = (key: "atOnceUntil" | "onRequestUntil") => (
    <NativeSelect
      label={words.fields[key]}
      data={untils}
      value={cancellation[key]}
      onChange={(event) =>
        setCancellation({ [key]: event.currentTarget.value as Cancellation["atOnceUntil"] })
      }
    />
  );
  const address = returns.address ?? {
    name: "",
    street: "",
    postalCode: "",
    city: "",
    country: rules.country,
  };
  const addressField = (key: "name" | "street" | "postalCode" | "city") => (
    <TextInput
      label={words.fields[key]}
      maxLength={100}
      value={address[key]}
      onChange={(event) =>
        setReturns({ address: { ...address, [key]: event.currentTarget.value } })
      }
    />
  );
  const tips = (key: "en" | "ptBR", label: string) => (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxLength={2000}
      value={returns.packingTips[key]}
      onChange={(event) =>
        setReturns({ packingTips: { ...returns.packingTips, [key]: event.currentTarget.value } })
      }
    />
  );

  return (
    <Stack>
      <Card>
        <Stack gap="sm">
          <Title order={2}>{words.cancelling}</Title>
          {cancelNumber("gracePeriodHours")}
          {until("atOnceUntil")}
          {until("onRequestUntil")}
          <NumberInput
            label={words.fields.windowHours}
            min={1}
            allowDecimal={false}
            value={cancellation.windowHours ?? ""}
            onChange={(typed) =>
              setCancellation({ windowHours: typed === "" ? null : Math.round(Number(typed)) })
            }
          />
          {cancelNumber("sellerAnswerBusinessHours")}
          {cancelFlag("reasonRequired")}
          {cancelFlag("atOnceWhenLate")}
        </Stack>
      </Card>
      <ReasonEditor
        title={words.cancelReasons}
        reasons={cancellation.reasons}
        fresh={{ code: "", label: { en: "", ptBR: "" }, noteRequired: false }}
        onChange={(reasons) => setCancellation({ reasons })}
      />
      <Card>
        <Stack gap="sm">
          <Title order={2}>{words.money}</Title>
          {whole(words.fields.promiseBusinessDays, rules.refund.promiseBusinessDays, (value) =>
            onChange({ ...rules, refund: { ...rules.refund, promiseBusinessDays: value } }),
          )}
        </Stack>
      </Card>
      <Card>
        <Stack gap="sm">
          <Title order={2}>{words.returning}</Title>
          {returnNumber("windowDays")}
          {returnNumber("faultWindowDays")}
          {returnNumber("sellerAnswerBusinessHours")}
          {returnNumber("shipByDays")}
          {returnNumber("inspectionBusinessDays")}
          {returnNumber("appealDays")}
          {returnNumber("lostAfterDays")}
          {returnNumber("restockingFeePercent")}
          <NativeSelect
            label={words.currency}
            data={[...new Set([rules.currency, ...offeredCurrencies])]}
            value={rules.currency}
            onChange={(event) => onChange({ ...rules, currency: event.currentTarget.value })}
          />
          <AmountInput
            label={words.fields.returnlessBelowMinor}
            currency={rules.currency}
            value={returns.returnlessBelowMinor ?? 0}
            onChange={(minor) => setReturns({ returnlessBelowMinor: minor === 0 ? null : minor })}
          />
          <NativeSelect
            label={words.fields.shippingPaidBy}
            data={Object.entries(words.payer).map(([value, label]) => ({ value, label }))}
            value={returns.shippingPaidBy}
            onChange={(event) =>
              setReturns({ shippingPaidBy: event.currentTarget.value as Returns["shippingPaidBy"] })
            }
          />
          {returnFlag("refundShipping")}
          {returnFlag("autoApprove")}
          {returnFlag("refundAtFirstScan")}
          {returnFlag("offersExchange")}
          {returnFlag("offersReplacement")}
        </Stack>
      </Card>
      <ReasonEditor
        title={words.returnReasons}
        reasons={returns.reasons}
        fresh={{
          code: "",
          label: { en: "", ptBR: "" },
          noteRequired: false,
          fault: "NOBODY",
          photosNeeded: 0,
        }}
        onChange={(reasons) => setReturns({ reasons })}
      />
      <CategoryRules
        categories={returns.categories}
        onChange={(categories) => setReturns({ categories })}
      />
      <FairUseRules
        fairUse={rules.fairUse}
        currency={rules.currency}
        onChange={(fairUse) => onChange({ ...rules, fairUse })}
      />
      <Card>
        <Stack gap="sm">
          <Title order={2}>{words.sendingBack}</Title>
          {addressField("name")}
          {addressField("street")}
          {addressField("postalCode")}
          {addressField("city")}
          {tips("en", words.fields.tipsEn)}
          {tips("ptBR", words.fields.tipsPt)}
        </Stack>
      </Card>
    </Stack>
  );
}
