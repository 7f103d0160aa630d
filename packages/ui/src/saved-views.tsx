import { Button, CloseButton, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import "@mantine/core/styles/Popover.css";
import { useState } from "react";
import { Form } from "./form.tsx";
import { useWords } from "./locale.tsx";
import { uiWords } from "./words.ts";

export interface NamedView {
  id: string;
  name: string;
  /** What stands behind the page's address. */
  search: string;
}

/** One's own named filters: each a step away, the one that shows marked, and a way to keep this one. */
export function SavedViews({
  views,
  search,
  open,
  save,
  forget,
  problem,
}: {
  views: readonly NamedView[];
  /** What the page shows now. */
  search: string;
  open: (search: string) => void;
  save: (name: string) => Promise<boolean>;
  forget: (id: string) => void;
  problem: string | null;
}) {
  const words = useWords(uiWords);
  const known = views.some((view) => view.search === search);
  if (views.length === 0 && search === "") return null;
  return (
    <Group gap="xs" role="group" aria-label={words.savedViews}>
      {views.map((view) => (
        <Group key={view.id} gap={2}>
          <Button
            size="xs"
            variant={view.search === search ? "filled" : "default"}
            aria-pressed={view.search === search}
            onClick={() => open(view.search)}
          >
            {view.name}
          </Button>
          {view.search === search && (
            <CloseButton
              size="sm"
              aria-label={`${words.forgetView} ${view.name}`}
              onClick={() => forget(view.id)}
            />
          )}
        </Group>
      ))}
      {search !== "" && !known && <KeepView save={save} problem={problem} />}
    </Group>
  );
}

function KeepView({
  save,
  problem,
}: {
  save: (name: string) => Promise<boolean>;
  problem: string | null;
}) {
  const words = useWords(uiWords);
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState("");
  const submit = async () => {
    if (!(await save(name))) return;
    setName("");
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow>
      <Popover.Target>
        <Button size="xs" variant="subtle" onClick={() => setOpened(!opened)}>
          {words.saveView}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Form onSubmit={() => submit()}>
          <Stack gap="xs">
            <TextInput
              label={words.viewName}
              required
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {problem && (
              <Text size="sm" c="red" role="alert">
                {problem}
              </Text>
            )}
            <Button type="submit" size="xs">
              {words.saveView}
            </Button>
          </Stack>
        </Form>
      </Popover.Dropdown>
    </Popover>
  );
}
