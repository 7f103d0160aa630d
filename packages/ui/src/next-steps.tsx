import { Button, Group, List, Text } from "@mantine/core";
import { useWords } from "./locale.tsx";
import { uiWords } from "./words.ts";

/** What a step does in this app, by its kind. */
export type StepActions = Partial<Record<string, { label: string; go: () => void }>>;

/** What one can do instead, the strongest first; steps with an action become buttons. */
export function NextSteps({
  steps,
  actions = {},
}: {
  steps: { kind: string; sentence: string }[];
  actions?: StepActions;
}) {
  const words = useWords(uiWords);
  // Two ways to the same place are one button.
  const buttons = steps
    .flatMap(({ kind }) => actions[kind] ?? [])
    .filter(({ label }, index, all) => all.findIndex((each) => each.label === label) === index);
  return (
    <>
      <div>
        <Text size="sm" fw={600}>
          {words.whatNow}
        </Text>
        <List size="sm">
          {steps.map(({ kind, sentence }) => (
            <List.Item key={kind}>{sentence}</List.Item>
          ))}
        </List>
      </div>
      {buttons.length > 0 && (
        <Group gap="xs">
          {buttons.map(({ label, go }, index) => (
            <Button key={label} variant={index === 0 ? "filled" : "default"} onClick={go}>
              {label}
            </Button>
          ))}
        </Group>
      )}
    </>
  );
}
