import { Text } from "@mantine/core";
import { useWords } from "./locale.tsx";
import { type MoneyLike, MoneyText } from "./texts.tsx";

type Bearer = "SHOP" | "MARKETPLACE" | "PROVIDER";

export interface BearingPart {
  borneBy: Bearer;
  component: string;
  label: string;
  amount: MoneyLike;
}

const bearers = ["SHOP", "MARKETPLACE", "PROVIDER"] as const;

const words: Record<"en" | "pt-BR", Record<"SELLER" | "SUPPORT", Record<Bearer, string>>> = {
  en: {
    SELLER: {
      SHOP: "Off your balance",
      MARKETPLACE: "Borne by the marketplace",
      PROVIDER: "Borne by the payment provider",
    },
    SUPPORT: {
      SHOP: "Borne by the shop",
      MARKETPLACE: "Borne by the marketplace",
      PROVIDER: "Borne by the payment provider",
    },
  },
  "pt-BR": {
    SELLER: {
      SHOP: "Sai do seu saldo",
      MARKETPLACE: "Por conta do marketplace",
      PROVIDER: "Por conta do provedor de pagamento",
    },
    SUPPORT: {
      SHOP: "Por conta da loja",
      MARKETPLACE: "Por conta do marketplace",
      PROVIDER: "Por conta do provedor de pagamento",
    },
  },
};

/** Who bears what of a refund; nothing where nobody said. */
export function Bearing({
  parts,
  reader,
}: {
  parts: readonly BearingPart[] | null | undefined;
  reader: "SELLER" | "SUPPORT";
}) {
  const labels = useWords(words)[reader];
  return bearers.map((bearer) => {
    const own = parts?.filter(({ borneBy }) => borneBy === bearer) ?? [];
    return own.length > 0 && <Parts key={bearer} label={labels[bearer]} parts={own} />;
  });
}

function Parts({ label, parts }: { label: string; parts: readonly BearingPart[] }) {
  const currency = parts[0]?.amount.currency ?? "";
  const amountMinor = parts.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
  return (
    <Text size="xs" c="dimmed">
      {label} <MoneyText money={{ amountMinor, currency }} />
      {parts.length > 1 && ": "}
      {parts.length > 1 &&
        parts.map((part, index) => (
          <span key={part.component}>
            {index > 0 && " · "}
            {part.label} <MoneyText money={part.amount} />
          </span>
        ))}
    </Text>
  );
}
