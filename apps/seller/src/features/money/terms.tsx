import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { moneyWords } from "@makegood/ui/money-words.ts";
import { TermsCard } from "@makegood/ui/terms-card.tsx";
import { Title } from "@mantine/core";
import { ShopTermsDocument } from "./terms.generated.ts";

/** What was agreed with the marketplace: what holds, and what is announced. */
export function Terms({ shopId }: { shopId: string }) {
  const words = useWords(moneyWords);
  const { data } = useQuery(ShopTermsDocument, {
    variables: { shopId },
    fetchPolicy: "cache-and-network",
  });
  const shown = data?.moneyTerms.filter(({ state }) => state !== "PAST") ?? [];
  if (shown.length === 0) return null;
  return (
    <>
      <Title order={2} size="h4">
        {words.terms}
      </Title>
      {shown.map((terms) => (
        <TermsCard key={terms.id} terms={terms} />
      ))}
    </>
  );
}
