import { Badge, Card, Group, List, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "./locale.tsx";
import { moneyWords } from "./money-words.ts";
import { DateText } from "./texts.tsx";

export interface ShownTerms {
  number: number;
  state: "ANNOUNCED" | "IN_FORCE" | "PAST";
  from: string;
  sentences: readonly string[];
  shop?: { name: string } | null;
}

const tones = { ANNOUNCED: "yellow", IN_FORCE: "pine", PAST: "gray" } as const;

/** A version of the terms in words: of whom, since or from when, and what it says. */
export function TermsCard({ terms, children }: { terms: ShownTerms; children?: ReactNode }) {
  const words = useWords(moneyWords);
  return (
    <Card>
      <Group justify="space-between" mb="xs">
        <Title order={3} size="h5">
          {words.termsOf(terms.shop?.name ?? null)} · {terms.number}
        </Title>
        <Badge variant="light" color={tones[terms.state]} tt="none" radius="sm" autoContrast>
          {words.termsState[terms.state]}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {words.termsFrom} <DateText at={terms.from} />
      </Text>
      <List size="sm" spacing={4}>
        {terms.sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      {children}
    </Card>
  );
}
