import { useWords } from "@makegood/ui/locale.tsx";
import { type MoneyLike, MoneyText } from "@makegood/ui/texts.tsx";
import { Text } from "@mantine/core";

interface Part {
  borneBy: "SHOP" | "MARKETPLACE" | "PROVIDER";
  component: string;
  label: string;
  amount: MoneyLike;
}

const words = {
  en: { ours: "Off your balance", others: "Not borne by you" },
  "pt-BR": { ours: "Sai do seu saldo", others: "Não é por sua conta" },
};

/** What of a refund the shop bears, and what others do. */
export function RefundBearing({ parts }: { parts: readonly Part[] }) {
  const { ours, others } = useWords(words);
  const shop = parts.filter(({ borneBy }) => borneBy === "SHOP");
  const rest = parts.filter(({ borneBy }) => borneBy !== "SHOP");
  return (
    <>
      {shop.length > 0 && <Parts label={ours} parts={shop} />}
      {rest.length > 0 && <Parts label={others} parts={rest} />}
    </>
  );
}

function Parts({ label, parts }: { label: string; parts: readonly Part[] }) {
  const currency = parts[0]?.amount.currency ?? "";
  const amountMinor = parts.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
  return (
    <Text size="xs" c="dimmed">
      {label} <MoneyText money={{ amountMinor, currency }} />:{" "}
      {parts.map((part, index) => (
        <span key={part.component}>
          {index > 0 && " · "}
          {part.label} <MoneyText money={part.amount} />
        </span>
      ))}
    </Text>
  );
}
