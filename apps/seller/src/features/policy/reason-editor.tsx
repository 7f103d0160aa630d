import { useWords } from "@makegood/ui/locale.tsx";
import {
  Accordion,
  ActionIcon,
  Button,
  Card,
  CloseButton,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import "@mantine/core/styles/Accordion.css";
import "@mantine/core/styles/ActionIcon.css";
import "@mantine/core/styles/Switch.css";
import "@mantine/core/styles/NumberInput.css";
import { useState } from "react";
import { policyWords } from "./policy-words.ts";
import type { Rules } from "./use-draft-rules.ts";

type CancellationReason = Rules["cancellation"]["reasons"][number];
type ReturnReason = Rules["returns"]["reasons"][number];

/** A reason of either kind: those of a return also say whose doing it is, and how many photos. */
type Reason = CancellationReason & Partial<Pick<ReturnReason, "fault" | "photosNeeded">>;

/** The reasons buyers are offered, in order: their words, what has to come with each, who pays. */
export function ReasonEditor<R extends Reason>({
  title,
  reasons,
  fresh,
  onChange,
}: {
  title: string;
  reasons: readonly R[];
  /** What a new one starts as. */
  fresh: R;
  onChange: (reasons: R[]) => void;
}) {
  const words = useWords(policyWords);
  const set = (index: number, change: Partial<Reason>) =>
    onChange(reasons.map((reason, at) => (at === index ? { ...reason, ...change } : reason)));
  const [opened, setOpened] = useState<string[]>([]);
  const add = () => {
    setOpened([...opened, String(reasons.length)]);
    onChange([...reasons, fresh]);
  };
  const up = (index: number) => {
    const moved = [...reasons];
    moved.splice(index - 1, 0, ...moved.splice(index, 1));
    onChange(moved);
  };
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed">
          {words.reasonsHint}
        </Text>
        <Accordion
          variant="separated"
          chevronPosition="left"
          multiple
          value={opened}
          onChange={setOpened}
        >
          {reasons.map((reason, index) => (
            <Accordion.Item key={index} value={String(index)}>
              <Accordion.Control>
                <Text size="sm">{reason.label.en || reason.code || words.reason}</Text>
              </Accordion.Control>
              <Accordion.Panel>
                <Stack gap="xs">
                  <Words reason={reason} set={(change) => set(index, change)} />
                  <Group justify="space-between">
                    <Switch
                      label={words.noteRequired}
                      checked={reason.noteRequired}
                      onChange={(event) =>
                        set(index, { noteRequired: event.currentTarget.checked })
                      }
                    />
                    <Group gap={4}>
                      <ActionIcon
                        variant="subtle"
                        aria-label={`${words.moveUp} ${reason.label.en}`}
                        disabled={index === 0}
                        onClick={() => up(index)}
                      >
                        ↑
                      </ActionIcon>
                      <CloseButton
                        aria-label={`${words.removeReason} ${reason.label.en}`}
                        onClick={() => onChange(reasons.filter((_, at) => at !== index))}
                      />
                    </Group>
                  </Group>
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
        <Group>
          <Button variant="default" onClick={add}>
            {words.addReason}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Words({ reason, set }: { reason: Reason; set: (change: Partial<Reason>) => void }) {
  const words = useWords(policyWords);
  const label = (key: "en" | "ptBR", name: string) => (
    <TextInput
      label={name}
      flex={1}
      miw={180}
      maxLength={300}
      value={reason.label[key]}
      onChange={(event) => set({ label: { ...reason.label, [key]: event.currentTarget.value } })}
    />
  );
  return (
    <>
      <Group gap="xs" align="flex-end">
        {label("en", words.inEnglish)}
        {label("ptBR", words.inPortuguese)}
      </Group>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={words.code}
          flex={1}
          miw={180}
          maxLength={40}
          value={reason.code}
          onChange={(event) =>
            set({ code: event.currentTarget.value.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_") })
          }
        />
        {reason.fault && (
          <NativeSelect
            label={words.whoPays}
            flex={1}
            miw={180}
            data={Object.entries(words.faults).map(([value, text]) => ({ value, label: text }))}
            value={reason.fault}
            onChange={(event) =>
              set({ fault: event.currentTarget.value as NonNullable<Reason["fault"]> })
            }
          />
        )}
        {reason.photosNeeded !== undefined && (
          <NumberInput
            label={words.photosNeeded}
            w={110}
            min={0}
            max={5}
            allowDecimal={false}
            value={reason.photosNeeded}
            onChange={(typed) => set({ photosNeeded: Math.round(Number(typed) || 0) })}
          />
        )}
      </Group>
    </>
  );
}
