import { type PromiseOwner, promiseOwners } from "@makegood/domain/promise/service-promise";
import { usePromiseFigures } from "@makegood/graphql/use-promise-figures.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { PromiseFigures } from "@makegood/ui/promise-figures.tsx";
import { promiseSpan } from "@makegood/ui/promise-span.ts";
import { promiseWords } from "@makegood/ui/promise-words.ts";
import { ErrorState, Loading } from "@makegood/ui/states.tsx";
import { Chip, Group, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { useShop } from "../session/use-shop.ts";

/** How many promises to the shop's buyers were kept: its own first, and those that others owed. */
export function PromisesPage() {
  const words = useWords(promiseWords);
  const { shop } = useShop();
  const [span] = useState(promiseSpan);
  const [owner, setOwner] = useState<PromiseOwner>("SELLER");
  const { data, loading, error, refetch } = usePromiseFigures(
    { shopId: shop?.id ?? "", ...span, owedBy: [owner] },
    !shop,
  );
  return (
    <Stack>
      <Title order={1}>{words.promises}</Title>
      <Chip.Group value={owner} onChange={(value) => setOwner(value as PromiseOwner)}>
        <Group gap="xs" className="mg-chips">
          {promiseOwners.map((value) => (
            <Chip key={value} value={value}>
              {words.owners[value]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.promiseFigures && <PromiseFigures figures={data.promiseFigures} shops={false} />}
    </Stack>
  );
}
