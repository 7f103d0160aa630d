import { useQuery } from "@apollo/client/react";
import { BalanceCards } from "@makegood/ui/balance-cards.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { moneyWords } from "@makegood/ui/money-words.ts";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useShop } from "../session/use-shop.ts";
import { ShopMoneyDocument } from "./money.generated.ts";
import { Payouts } from "./payouts.tsx";
import { RefundCosts } from "./refund-costs.tsx";
import { Statement } from "./statement.tsx";
import { Terms } from "./terms.tsx";

/** What the shop has, what it is paid and when, and every posting behind it. */
export function MoneyPage() {
  const words = useWords(moneyWords);
  const { shop } = useShop();
  const [chosen, choose] = useState("");
  const shopId = shop?.id ?? "";
  const { data, loading, error, refetch } = useQuery(ShopMoneyDocument, {
    variables: { shopId },
    skip: !shop,
    fetchPolicy: "cache-and-network",
  });
  const balances = data?.shopBalances ?? [];
  const shown = balances.find(({ balance }) => balance.currency === chosen) ?? balances[0];
  const currency = shown?.balance.currency;
  return (
    <Stack>
      <div>
        <Title order={1}>{words.title}</Title>
        <Text c="dimmed">{words.intro}</Text>
      </div>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && !shown && <EmptyState title={words.none}>{words.noneHint}</EmptyState>}
      {balances.length > 1 && (
        <SegmentedControl
          aria-label={words.currency}
          value={currency ?? ""}
          onChange={choose}
          data={balances.map(({ balance }) => balance.currency)}
        />
      )}
      {shown && currency && (
        <>
          <BalanceCards shown={shown} />
          <Payouts shopId={shopId} />
          <RefundCosts shopId={shopId} currency={currency} />
          <Statement shopId={shopId} currency={currency} />
        </>
      )}
      {shop && <Terms shopId={shop.id} />}
    </Stack>
  );
}
