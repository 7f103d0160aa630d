import { Button, Card, Stack, Switch, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Switch.css";
import { Link } from "wouter";
import { useWords } from "./locale.tsx";
import { returnWords } from "./return-words.ts";
import { EmptyState } from "./states.tsx";
import { DateText } from "./texts.tsx";
import { uiWords } from "./words.ts";

export interface NotificationItem {
  id: string;
  sentence: string;
  at: string;
  readAt?: string | null;
  /** Null for terms under which a shop sells. */
  order?: { id: string; number: string } | null;
}

/** What one was told, newest first; what is new is marked by more than its colour. */
export function NotificationList({
  items,
  more,
  email,
}: {
  items: NotificationItem[];
  more: (() => void) | null;
  email: { wanted: boolean | null; choose: (wanted: boolean) => void };
}) {
  const words = useWords(returnWords);
  const shared = useWords(uiWords);
  return (
    <Stack>
      <Title order={1}>{words.news}</Title>
      {email.wanted !== null && (
        <Switch
          label={words.byEmail}
          checked={email.wanted}
          onChange={(event) => email.choose(event.currentTarget.checked)}
        />
      )}
      {items.length === 0 && <EmptyState title={words.noNews}>{words.noNewsHint}</EmptyState>}
      {items.map((item) => (
        <Card key={item.id}>
          <Text size="sm" fw={item.readAt ? 400 : 650}>
            {item.readAt ? "" : "● "}
            {item.sentence}
          </Text>
          <Text size="sm" c="dimmed">
            {item.order ? (
              <Link href={`/orders/${item.order.id}`}>{item.order.number}</Link>
            ) : (
              <Link href="/money">{words.seeTerms}</Link>
            )}{" "}
            · <DateText at={item.at} />
          </Text>
        </Card>
      ))}
      {more && (
        <Button variant="default" onClick={more}>
          {shared.more}
        </Button>
      )}
    </Stack>
  );
}
