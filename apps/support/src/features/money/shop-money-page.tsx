import { useQuery } from "@apollo/client/react";
import { BalanceCards } from "@makegood/ui/balance-cards.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { moneyWords } from "@makegood/ui/money-words.ts";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { Stack, Title } from "@mantine/core";
import { deskMoneyWords } from "./desk-money-words.ts";
import { DeskShopMoneyDocument } from "./money.generated.ts";
import { PayoutList } from "./payout-list.tsx";
import { Terms } from "./terms.tsx";

/** One shop's balance, what of it waits and why, and what it was paid. */
export function ShopMoneyPage({ id }: { id: string }) {
  const words = useWords(deskMoneyWords);
  const shared = useWords(moneyWords);
  const { data, error, refetch } = useQuery(DeskShopMoneyDocument, {
    variables: { shopId: id },
    fetchPolicy: "cache-and-network",
  });
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.shop) return <EmptyState title={words.noShop} />;
  return (
    <Stack>
      <BackLink to="/money" label={words.money} />
      <Title order={1}>{words.shopsMoney(data.shop.name)}</Title>
      {data.shopBalances.length === 0 && (
        <EmptyState title={words.noSales}>{words.noSalesHint}</EmptyState>
      )}
      {data.shopBalances.map((shown) => (
        <Stack key={shown.balance.currency}>
          <BalanceCards shown={shown} />
        </Stack>
      ))}
      <Title order={2}>{shared.terms}</Title>
      <Terms shopId={id} />
      <Title order={2}>{shared.payouts}</Title>
      <PayoutList shopId={id} />
    </Stack>
  );
}
