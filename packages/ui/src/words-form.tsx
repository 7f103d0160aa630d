import { Button, Group, Stack, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { Form } from "./form.tsx";
import { RefusalNotice, type Refused } from "./refusal-notice.tsx";
import { useDraft } from "./use-draft.ts";

/** A few words and a button; what was typed stays until it was taken, even over a reload. */
export function WordsForm({
  draftKey,
  label,
  submit,
  needed = true,
  busy,
  refusal,
  send,
  back,
  tone,
  children,
}: {
  draftKey: string;
  label: string;
  submit: string;
  needed?: boolean;
  busy: boolean;
  refusal: Refused | null;
  send: (words: string) => Promise<boolean>;
  back?: { label: string; go: () => void };
  tone?: "red";
  children?: ReactNode;
}) {
  const [words, setWords, clear] = useDraft(draftKey);
  return (
    <Form
      onSubmit={async () => {
        if (!(await send(words.trim()))) return;
        clear();
        back?.go();
      }}
    >
      <Stack gap="sm">
        {children}
        <Textarea
          label={label}
          required={needed}
          autosize
          minRows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {refusal && <RefusalNotice refusal={refusal} />}
        <Group>
          <Button type="submit" loading={busy} {...(tone ? { color: tone } : {})}>
            {submit}
          </Button>
          {back && (
            <Button variant="subtle" onClick={back.go}>
              {back.label}
            </Button>
          )}
        </Group>
      </Stack>
    </Form>
  );
}
