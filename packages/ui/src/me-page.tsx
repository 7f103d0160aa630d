import type { Locale } from "@makegood/domain/text/locale";
import { Button, Card, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "./locale.tsx";
import { Preferences } from "./preferences.tsx";
import { uiWords } from "./words.ts";

/** Who one is here, the language and appearance, and the way out. */
export function MePage({
  person,
  onLocale,
  signOut,
  children,
}: {
  person: { name: string; email?: string | null } | null;
  onLocale: (locale: Locale) => void;
  signOut: () => void;
  children?: ReactNode;
}) {
  const words = useWords(uiWords);
  return (
    <Stack maw={520}>
      <Title order={1}>{person?.name}</Title>
      <Text c="dimmed">{person?.email}</Text>
      {children}
      <Card>
        <Preferences onLocale={onLocale} />
      </Card>
      <Button variant="default" onClick={signOut}>
        {words.signOut}
      </Button>
    </Stack>
  );
}
