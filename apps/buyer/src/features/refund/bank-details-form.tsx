import { Form } from "@makegood/ui/form.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { RefusalNotice, type Refused } from "@makegood/ui/refusal-notice.tsx";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { RefundViewFragment } from "./refund.generated.ts";

type BankDetailsKind = RefundViewFragment["payoutOptions"][number]["accounts"][number];

/** Which fields an account of this kind has, beside its owner. */
const fieldsOf = {
  IBAN: ["iban"],
  PIX: ["pixKey"],
  BR_BANK: ["taxId", "bankCode", "branch", "account"],
} as const satisfies Record<BankDetailsKind, readonly string[]>;

type Field = (typeof fieldsOf)[BankDetailsKind][number];
export type TypedDetails = { kind: BankDetailsKind; holder: string } & Partial<
  Record<Field, string>
>;

/** An account, typed once: nothing of it is kept in this browser, and sent only when asked to. */
export function BankDetailsForm({
  accounts,
  command,
  send,
  back,
}: {
  accounts: readonly BankDetailsKind[];
  command: { loading: boolean; refusal: Refused | null };
  send: (details: TypedDetails) => Promise<boolean>;
  back?: () => void;
}) {
  const words = useWords(repaymentWords);
  const [kind, setKind] = useState<BankDetailsKind>(accounts[0] ?? "IBAN");
  const [holder, setHolder] = useState("");
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  return (
    <Form
      autoComplete="off"
      onSubmit={() => {
        const own = Object.fromEntries(fieldsOf[kind].map((field) => [field, typed[field] ?? ""]));
        void send({ kind, holder, ...own });
      }}
    >
      <Stack gap="sm">
        {accounts.length > 1 && (
          <NativeSelect
            label={words.kind}
            value={kind}
            data={accounts.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={({ currentTarget: { value } }) =>
              setKind(accounts.find((one) => one === value) ?? kind)
            }
          />
        )}
        <TextInput
          label={words.holder}
          required
          maxLength={140}
          value={holder}
          onChange={(event) => setHolder(event.currentTarget.value)}
        />
        {fieldsOf[kind].map((field) => (
          <TextInput
            key={field}
            label={words[field]}
            required
            maxLength={80}
            value={typed[field] ?? ""}
            onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          />
        ))}
        <Text size="xs" c="dimmed">
          {words.detailsSafe}
        </Text>
        {command.refusal && <RefusalNotice refusal={command.refusal} />}
        <Group>
          <Button type="submit" loading={command.loading}>
            {words.send}
          </Button>
          {back && (
            <Button variant="subtle" onClick={back}>
              {words.back}
            </Button>
          )}
        </Group>
      </Stack>
    </Form>
  );
}
