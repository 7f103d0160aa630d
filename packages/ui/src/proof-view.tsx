import type { RefundStatus } from "@makegood/domain/refund/refund-machine";
import { Anchor, Button, Card, Code, CopyButton, Group, Stack, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Code.css";
import { useWords } from "./locale.tsx";
import { proofUiWords } from "./proof-words.ts";
import { StatusBadge } from "./status-badge.tsx";
import { DateText, type MoneyLike, MoneyText } from "./texts.tsx";

export interface ShownProof {
  code: string;
  status: RefundStatus;
  jsonPath: string;
  pdfPath: string;
  checkUrl: string;
  facts: { label: string; value: string }[];
  ledger: {
    kind: string;
    postedAt: string;
    hash: string;
    place: string;
    entries: { words: string; hash: string; amount?: MoneyLike | null }[];
  }[];
}

/** A refund as a document: what it says, where to get it, and how others check it. */
export function ProofView({ proof }: { proof: ShownProof }) {
  const words = useWords(proofUiWords);
  return (
    <Stack>
      <Text>{words.intro}</Text>
      <Group>
        <Button component="a" href={proof.pdfPath} target="_blank" rel="noreferrer">
          {words.pdf}
        </Button>
        <Button
          component="a"
          variant="default"
          href={proof.jsonPath}
          download={`refund-proof-${proof.code}.json`}
        >
          {words.json}
        </Button>
        <CopyButton value={proof.code}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Card>
        <Stack gap="sm">
          <Group justify="space-between">
            <Code fz="sm">{proof.code}</Code>
            <StatusBadge status={proof.status} />
          </Group>
          {proof.facts.map(({ label, value }) => (
            <div key={`${label} ${value}`}>
              <Text size="sm" c="dimmed">
                {label}
              </Text>
              <Text style={{ overflowWrap: "anywhere" }}>{value}</Text>
            </div>
          ))}
          <Anchor href={proof.checkUrl} target="_blank" rel="noreferrer" size="sm">
            {words.check}
          </Anchor>
        </Stack>
      </Card>
      <Card>
        <Stack gap="sm">
          <Title order={2}>{words.ledger}</Title>
          <Text size="sm" c="dimmed">
            {words.ledgerHint}
          </Text>
          {proof.ledger.map((transaction) => (
            <Stack key={transaction.hash} gap={4}>
              <Text size="sm" fw={600}>
                {transaction.kind} · <DateText at={transaction.postedAt} /> ·{" "}
                {words.place(transaction.place)}
              </Text>
              <Hash text={transaction.hash} />
              {transaction.entries.map((entry) => (
                <div key={entry.hash}>
                  <Group justify="space-between" wrap="nowrap">
                    <Text size="sm">{entry.words}</Text>
                    {entry.amount && <MoneyText money={entry.amount} size="sm" />}
                  </Group>
                  <Hash text={entry.hash} />
                </div>
              ))}
            </Stack>
          ))}
        </Stack>
      </Card>
    </Stack>
  );
}

function Hash({ text }: { text: string }) {
  return (
    <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: "anywhere" }}>
      {text}
    </Text>
  );
}
