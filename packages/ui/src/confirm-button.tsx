import { formatMoney, type Money } from "@makegood/domain/money/money";
import { Alert, Button, type ButtonProps, Group, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useLocale, useWords } from "./locale.tsx";

const en = { sure: "This can't be undone", back: "Go back" };
const pt: typeof en = { sure: "Isto não pode ser desfeito", back: "Voltar" };
const words = { en, "pt-BR": pt };

/** An amount within a sentence, in the reader's language. */
export function useMoneyWords(): (amount: Money) => string {
  const { locale } = useLocale();
  return (amount) => formatMoney(amount, locale);
}

/** For what can't be undone: says exactly what will happen, and asks once more. */
export function ConfirmButton({
  label,
  consequence,
  confirm,
  run,
  loading,
  ...button
}: {
  label: string;
  /** What will happen, with its amount. */
  consequence: ReactNode;
  /** Verb and noun, as on the button that does it. */
  confirm: string;
  run: () => void;
  loading: boolean;
} & Pick<ButtonProps, "variant" | "color">) {
  const own = useWords(words);
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button {...button} loading={loading} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    <Alert color="orange" title={own.sure} role="alert">
      <Text size="sm">{consequence}</Text>
      <Group mt="sm">
        <Button loading={loading} onClick={run}>
          {confirm}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(false)}>
          {own.back}
        </Button>
      </Group>
    </Alert>
  );
}
