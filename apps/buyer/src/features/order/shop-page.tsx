import { useQuery } from "@apollo/client/react";
import { PolicyCard } from "@makegood/ui/policy-card.tsx";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Stack, Text, Title } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import { ShopPolicyDocument } from "./order.generated.ts";

/** A shop, and the rules a purchase made now would get. */
export function ShopPage({ id }: { id: string }) {
  const words = useAppWords();
  const { data, loading, error, refetch } = useQuery(ShopPolicyDocument, { variables: { id } });
  if (loading && !data) return <Loading />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const shop = data?.shop;
  if (!shop) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  return (
    <Stack>
      <BackLink to="/" label={words.orders} />
      <div>
        <Title order={1}>{shop.name}</Title>
        <Text c="dimmed">{shop.city}</Text>
      </div>
      <PolicyCard title={words.rulesToday} sections={shop.policy.text} />
      <Text size="sm" c="dimmed">
        {words.rulesSince(shop.policy.number)} <DateText at={shop.policy.publishedAt} />
      </Text>
    </Stack>
  );
}
