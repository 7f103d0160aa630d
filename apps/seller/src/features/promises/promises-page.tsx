import type { PromiseKind } from "@makegood/domain/promise/service-promise";
import { usePromiseFigures } from "@makegood/graphql/use-promise-figures.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { PromiseFigures } from "@makegood/ui/promise-figures.tsx";
import { promiseSpan } from "@makegood/ui/promise-span.ts";
import { promiseWords } from "@makegood/ui/promise-words.ts";
import { ErrorState, Loading } from "@makegood/ui/states.tsx";
import { Chip, Group, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { useShop } from "../session/use-shop.ts";

/** How many of the shop's promises were kept. */
export function PromisesPage() {
  const words = useWords(promiseWords);
  const { shop } = useShop();
  const [span] = useState(promiseSpan);
  const [kind, setKind] = useState<PromiseKind | "">("");
  const { data, loading, error, refetch } = usePromiseFigures(
    { shopId: shop?.id ?? "", ...span, kind: kind || null },
    !shop,
  );
  return (
    <Stack>
      <Title order={1}>{words.promises}</Title>
      <Chip.Group value={kind} onChange={(value) => setKind(value as PromiseKind | "")}>
        <Group gap="xs" className="mg-chips">
          <Chip value="">{words.everything}</Chip>
          {Object.entries(words.kinds).map(([value, label]) => (
            <Chip key={value} value={value}>
              {label}
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
