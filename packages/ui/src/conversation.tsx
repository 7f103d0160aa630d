import { Button, Checkbox, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Form } from "./form.tsx";
import { useWords } from "./locale.tsx";
import { DateText } from "./texts.tsx";
import { useDraft } from "./use-draft.ts";
import { uiWords } from "./words.ts";

export interface Message {
  id: string;
  body: string;
  mine: boolean;
  internal: boolean;
  sentAt: string;
  authorKind: keyof (typeof uiWords)["en"]["somebody"];
  authorName: string;
}

/** What was said, oldest first; new words are read out. */
export function MessageThread({ messages }: { messages: Message[] }) {
  const words = useWords(uiWords);
  return (
    <Stack gap="sm" aria-live="polite" role="log">
      {messages.map((message) => (
        <Paper
          key={message.id}
          withBorder
          p="sm"
          maw="85%"
          ml={message.mine ? "auto" : 0}
          bg={
            message.internal
              ? "var(--mantine-color-yellow-light)"
              : message.mine
                ? "var(--mantine-primary-color-light)"
                : undefined
          }
        >
          <Text size="xs" c="dimmed">
            {message.mine ? words.you : message.authorName || words.somebody[message.authorKind]}
            {message.internal ? ` · ${words.internal}` : ""} · <DateText at={message.sentAt} />
          </Text>
          <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {message.body}
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}

/**
 * Writes a message; what was typed stays until it was taken, even over a reload, and nothing can be
 * typed into what is being sent.
 */
export function MessageComposer({
  draftKey,
  canBeInternal = false,
  onlyInternal = false,
  ready = true,
  options,
  began,
  send,
}: {
  draftKey: string;
  canBeInternal?: boolean;
  /** Where only colleagues can be written to. */
  onlyInternal?: boolean;
  /** Whether what the options ask for was chosen. */
  ready?: boolean;
  /** What is to be chosen beside the words. */
  options?: (internal: boolean) => ReactNode;
  /** Called when the first words are typed: what is answered is what is seen now. */
  began?: () => void;
  send: (body: string, internal: boolean) => Promise<boolean>;
}) {
  const words = useWords(uiWords);
  const [body, setBody, clear] = useDraft(draftKey);
  const [checked, setInternal] = useState(false);
  const [sending, setSending] = useState(false);
  const internal = onlyInternal || (canBeInternal && checked);
  return (
    <Form
      onSubmit={async () => {
        setSending(true);
        if (await send(body, internal)) clear();
        setSending(false);
      }}
    >
      <Stack gap="xs">
        <Textarea
          aria-label={words.write}
          placeholder={words.write}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={5000}
          readOnly={sending}
          value={body}
          onChange={(event) => {
            if (body === "") began?.();
            setBody(event.currentTarget.value);
          }}
        />
        {options?.(internal)}
        <Group justify="space-between">
          {canBeInternal ? (
            <Checkbox
              label={words.internal}
              checked={internal}
              disabled={onlyInternal}
              onChange={(event) => setInternal(event.currentTarget.checked)}
            />
          ) : (
            <span />
          )}
          <Button
            type="submit"
            loading={sending}
            disabled={body.trim() === "" || (!internal && !ready)}
          >
            {words.send}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
