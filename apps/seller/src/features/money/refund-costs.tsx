import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { moneyWords } from "@makegood/ui/money-words.ts";
import { Card, Skeleton, Text, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import { ShopRefundCostsDocument } from "./money.generated.ts";

const CostChart = lazy(async () => ({
  default: (await import("@makegood/ui/cost-chart.tsx")).CostChart,
}));

/** What refunds cost the shop, as a picture; nothing where there was none. */
export function RefundCosts({ shopId, currency }: { shopId: string; currency: string }) {
  const words = useWords(moneyWords);
  const { data } = useQuery(ShopRefundCostsDocument, {
    variables: { shopId, currency },
    fetchPolicy: "cache-and-network",
  });
  const weeks = data?.refundCosts ?? [];
  if (weeks.length === 0) return null;
  return (
    <Card>
      <Title order={2} size="h4">
        {words.costs}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {words.costsHint}
      </Text>
      <Suspense fallback={<Skeleton height={240} />}>
        <CostChart weeks={weeks} currency={currency} />
      </Suspense>
    </Card>
  );
}
