import { Collapse, List, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useWords } from "./locale.tsx";
import { uiWords } from "./words.ts";

export interface Explained {
  rule: string;
  policyVersion: { number: number };
  trace: {
    rule: string;
    fact: string;
    value?: string | null;
    threshold?: string | null;
    sentence: string;
  }[];
}

/** Why it was decided so: each rule that was looked at, on which fact, by which version. */
export function Explanation({
  decision,
  fields = false,
}: {
  decision: Explained;
  /** Whether its reader works with the data's own names; others read the words alone. */
  fields?: boolean;
}) {
  const words = useWords(uiWords);
  const [open, { toggle }] = useDisclosure(false);
  return (
    <Stack gap={6}>
      <UnstyledButton onClick={toggle} aria-expanded={open} w="fit-content">
        <Text size="sm" c="var(--mantine-color-anchor)" td="underline">
          {words.why} {words.policy(decision.policyVersion.number)}
        </Text>
      </UnstyledButton>
      <Collapse expanded={open}>
        <List size="sm" spacing={4} withPadding>
          {decision.trace.map((step) => (
            <List.Item key={step.rule} fw={step.rule === decision.rule ? 600 : 400}>
              {step.sentence}
              {fields && (
                <Text component="span" size="xs" c="dimmed">
                  {" "}
                  {step.fact} = {step.value ?? "–"}
                  {step.threshold == null ? "" : ` (${words.threshold} ${step.threshold})`}
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      </Collapse>
    </Stack>
  );
}
