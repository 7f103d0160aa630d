import { Alert, Button, Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "./locale.tsx";
import { uiWords } from "./words.ts";

/** The shape of what comes, so that nothing jumps when it does. */
export function Loading({ rows = 4 }: { rows?: number }) {
  return (
    <Stack aria-busy="true" gap="sm">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={84} radius="md" />
      ))}
    </Stack>
  );
}

/** Nothing here, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Card py="xl">
      <Stack align="center" gap="xs" ta="center">
        <Title order={2}>{title}</Title>
        {children && <Text c="dimmed">{children}</Text>}
      </Stack>
    </Card>
  );
}

/** It failed, in words, with a way on. */
export function ErrorState({ error, retry }: { error: { message: string }; retry?: () => void }) {
  const words = useWords(uiWords);
  return (
    <Alert color="red" title={words.failed} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{error.message}</Text>
        {retry && (
          <Button variant="default" onClick={retry}>
            {words.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
