import { useQuery } from "@apollo/client/react";
import { offeredCurrencies } from "@makegood/ui/currencies.ts";
import { limitWords } from "@makegood/ui/limit-words.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { Group, NativeSelect, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { useShop } from "../session/use-shop.ts";
import { KeyCard } from "./key-card.tsx";
import { KeyLimit } from "./key-limit.tsx";
import { ShopKeysDocument } from "./keys.generated.ts";
import { NewKey } from "./new-key.tsx";

/** Keys for third parties: made here, shown once, bounded, ended at once. */
export function KeysPage() {
  const words = useAppWords();
  const limits = useWords(limitWords);
  const { shop, role } = useShop();
  const [currency, setCurrency] = useState("BRL");
  const { data, previousData, loading, error, refetch } = useQuery(ShopKeysDocument, {
    variables: { id: shop?.id ?? "", currency },
    skip: !shop,
  });
  const keys = (data ?? previousData)?.shop?.integrationKeys;
  const isOwner = role === "OWNER";
  const gives = keys?.some(({ scopes }) => scopes.includes("REFUNDS_WRITE"));
  return (
    <Stack maw={720}>
      <Title order={1}>{words.keys}</Title>
      {isOwner && shop ? (
        <NewKey shopId={shop.id} made={() => void refetch()} />
      ) : (
        <Text c="dimmed">{words.ownersOnly}</Text>
      )}
      {loading && !keys && <Loading />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {keys?.length === 0 && <EmptyState title={words.noKeys}>{words.noKeysHint}</EmptyState>}
      {gives && (
        <Group>
          <NativeSelect
            label={limits.currency}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
            data={offeredCurrencies}
          />
        </Group>
      )}
      {keys?.map((key) => (
        <KeyCard key={key.id} of={key} mayRevoke={isOwner}>
          {key.scopes.includes("REFUNDS_WRITE") && !key.revokedAt && (
            <KeyLimit
              key={key.refundLimit.currency}
              keyId={key.id}
              limit={key.refundLimit}
              maySet={isOwner}
              changed={() => void refetch()}
            />
          )}
        </KeyCard>
      ))}
    </Stack>
  );
}
