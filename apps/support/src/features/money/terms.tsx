import { useQuery } from "@apollo/client/react";
import { useViewer } from "@makegood/graphql/use-session.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { ErrorState, Loading } from "@makegood/ui/states.tsx";
import { TermsCard } from "@makegood/ui/terms-card.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { MoneyTermsDocument } from "./terms.generated.ts";
import { TermsForm } from "./terms-form.tsx";
import { termsWords } from "./terms-words.ts";

/** What was agreed with all shops, or with one: what holds, what is announced, what was before. */
export function Terms({ shopId = null }: { shopId?: string | null }) {
  const words = useWords(termsWords);
  const { viewer } = useViewer();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(MoneyTermsDocument, {
    variables: { shopId },
    fetchPolicy: "cache-and-network",
  });
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const versions = data.moneyTerms;
  const newest = versions[0];
  const borrowed = shopId !== null && newest?.shop == null;
  return (
    <Stack>
      {borrowed && (
        <Text size="sm">
          {words.none}. {words.noneHint}
        </Text>
      )}
      {viewer?.agentRole !== "ADMIN" ? (
        <Text size="sm" c="dimmed">
          {words.adminsOnly}
        </Text>
      ) : open && newest ? (
        <TermsForm
          shopId={shopId}
          before={newest}
          again={() => void refetch()}
          close={() => {
            setOpen(false);
            void refetch();
          }}
        />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setOpen(true)}>
            {borrowed ? words.own : words.new}
          </Button>
        </Group>
      )}
      {versions
        .filter(({ state }) => !borrowed || state !== "PAST")
        .map((terms) => (
          <TermsCard key={terms.id} terms={terms}>
            {terms.publishedBy && (
              <Text size="xs" c="dimmed" mt="xs">
                {terms.publishedBy.name} · <DateText at={terms.publishedAt} />
              </Text>
            )}
          </TermsCard>
        ))}
    </Stack>
  );
}
