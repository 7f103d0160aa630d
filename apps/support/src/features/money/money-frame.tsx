import { useWords } from "@makegood/ui/locale.tsx";
import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { deskMoneyWords } from "./desk-money-words.ts";

type Part = keyof (typeof deskMoneyWords)["en"]["parts"];

/** The heading of the places that are about shops' money, and the way between them. */
export function MoneyFrame({ at, children }: { at: Part; children: ReactNode }) {
  const words = useWords(deskMoneyWords);
  return (
    <Stack>
      <div>
        <Title order={1}>{words.money}</Title>
        <Text c="dimmed">{words.intro}</Text>
      </div>
      <Group component="nav" gap="lg" aria-label={words.money}>
        {(Object.keys(words.parts) as Part[]).map((part) => (
          <Anchor
            key={part}
            component={Link}
            href={`/money${part}`}
            fw={part === at ? 650 : 400}
            aria-current={part === at ? "page" : undefined}
            underline={part === at ? "always" : "hover"}
          >
            {words.parts[part]}
          </Anchor>
        ))}
      </Group>
      {children}
    </Stack>
  );
}
