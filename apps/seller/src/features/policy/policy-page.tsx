import { useQuery } from "@apollo/client/react";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { focusUnreadable } from "@makegood/ui/amount-input.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { PolicyCard } from "@makegood/ui/policy-card.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Alert, Button, Card, Group, List, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useShop } from "../session/use-shop.ts";
import { Backtest } from "./backtest.tsx";
import {
  PreviewPolicyDocument,
  type PreviewPolicyQuery,
  PublishPolicyDocument,
  ShopPoliciesDocument,
  type ShopPoliciesQuery,
} from "./policy.generated.ts";
import { PolicyForm } from "./policy-form.tsx";
import { policyWords } from "./policy-words.ts";
import { type Rules, useDraftRules } from "./use-draft-rules.ts";

type Preview = NonNullable<PreviewPolicyQuery["previewPolicy"]>;
type Version = NonNullable<ShopPoliciesQuery["shop"]>["policies"][number];

/** The shop's rules: change them, see what they mean, replay them over the past, publish them. */
export function PolicyPage() {
  const words = useWords(policyWords);
  const { shop } = useShop();
  const { data, loading, error, refetch } = useQuery(ShopPoliciesDocument, {
    variables: { shopId: shop?.id ?? "" },
    skip: !shop,
    fetchPolicy: "cache-and-network",
  });
  const current = data?.shop?.policy ?? null;
  const { draft, change, revert } = useDraftRules(
    shop?.id ?? "",
    current?.number ?? 0,
    current?.rules ?? null,
  );
  if ((loading && !data) || !shop) return <Loading />;
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!current || !draft) return <Loading />;
  return (
    <Stack>
      <div>
        <Title order={1}>{words.title}</Title>
        <Text c="dimmed">
          {words.version(current.number)}. {words.intro}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <PolicyForm rules={draft} onChange={change} />
        <Stack className="mg-beside">
          <Draft
            shopId={shop.id}
            draft={draft}
            revert={revert}
            published={() => {
              revert();
              void refetch();
            }}
          />
          <Backtest shopId={shop.id} draft={draft} />
          <History versions={data?.shop?.policies ?? []} />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

/** What the draft means, asked again while one types. */
function Draft({
  shopId,
  draft,
  revert,
  published,
}: {
  shopId: string;
  draft: Rules;
  revert: () => void;
  published: () => void;
}) {
  const words = useWords(policyWords);
  const [settled] = useDebouncedValue(draft, 250);
  const { data, previousData, error, refetch } = useQuery(PreviewPolicyDocument, {
    variables: { shopId, rules: settled },
    fetchPolicy: "no-cache",
  });
  const publish = useCommand(PublishPolicyDocument);
  const [done, setDone] = useState(false);
  const preview = (data ?? previousData)?.previewPolicy ?? null;
  if (!preview && error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!preview) return <Loading rows={2} />;
  const publishable =
    preview.problems.length + preview.breaches.length === 0 && preview.changes.length > 0;
  return (
    <>
      <Card>
        <Stack gap="sm" aria-live="polite">
          <Title order={2}>{words.changes}</Title>
          <Changes changes={preview.changes} />
          <Complaints preview={preview} />
          {publish.refusal && <RefusalNotice refusal={publish.refusal} />}
          {done && preview.changes.length === 0 && <Text size="sm">{words.published}</Text>}
          <Group>
            <Button
              disabled={!publishable}
              loading={publish.loading}
              onClick={async () => {
                if (focusUnreadable(document)) return;
                if (!(await publish.run({ shopId, rules: draft }))) return;
                published();
                // The same draft changes nothing any more.
                await refetch();
                setDone(true);
              }}
            >
              {words.publish}
            </Button>
            {preview.changes.length > 0 && (
              <Button variant="subtle" onClick={revert}>
                {words.revert}
              </Button>
            )}
          </Group>
        </Stack>
      </Card>
      <PolicyCard title={words.preview} sections={preview.text} />
    </>
  );
}

function Changes({ changes }: { changes: Preview["changes"] }) {
  const words = useWords(policyWords);
  if (changes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words.noChanges}
      </Text>
    );
  }
  return (
    <List size="sm" withPadding>
      {changes.map(({ path, label, before, after }) => (
        <List.Item key={path}>
          {label}: <s>{before}</s> → <strong>{after}</strong>
        </List.Item>
      ))}
    </List>
  );
}

/** What is wrong with the draft in itself, and what it takes from buyers that they are due. */
function Complaints({ preview }: { preview: Preview }) {
  const words = useWords(policyWords);
  return (
    <>
      {preview.problems.length > 0 && (
        <Alert color="red" title={words.problems} role="alert">
          <List size="sm">
            {preview.problems.map(({ clause, label, problem }) => (
              <List.Item key={clause + problem}>
                {label}: {problem}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {preview.breaches.length > 0 && (
        <Alert color="yellow" title={words.breaches} role="alert">
          <List size="sm">
            {preview.breaches.map(({ clause, label, needed, source }) => (
              <List.Item key={clause + source}>
                <strong>{label}:</strong> {needed}{" "}
                <Text component="span" size="xs" c="dimmed">
                  {source}
                </Text>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}

function History({ versions }: { versions: Version[] }) {
  const words = useWords(policyWords);
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{words.history}</Title>
        {versions.map(({ id, number, publishedAt, changes }) => (
          <div key={id}>
            <Text size="sm" fw={600}>
              {number} · <DateText at={publishedAt} />
            </Text>
            {changes.length === 0 ? (
              <Text size="sm" c="dimmed">
                {words.first}
              </Text>
            ) : (
              <Changes changes={changes} />
            )}
          </div>
        ))}
      </Stack>
    </Card>
  );
}
