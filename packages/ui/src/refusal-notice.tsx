import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { type Explained, Explanation } from "./explanation.tsx";
import { useWords } from "./locale.tsx";
import { DateText } from "./texts.tsx";
import { uiWords } from "./words.ts";

export interface Refused {
  message: string;
  nextSteps: { kind: string; sentence: string }[];
  decision?: Explained | null | undefined;
  /** What happened meanwhile, where that is why. */
  changes?: { id: string; at: string; sentence: string; actorName?: string | null }[];
}

/** Why not, by which rule, and what one can do instead; steps with an action become buttons. */
export function RefusalNotice({
  refusal,
  actions = {},
}: {
  refusal: Refused;
  actions?: Partial<Record<string, { label: string; go: () => void }>>;
}) {
  const words = useWords(uiWords);
  return (
    <Alert color="yellow" title={refusal.message} role="alert" variant="light">
      <Stack gap="sm">
        {refusal.changes && refusal.changes.length > 0 && (
          <List size="sm">
            {refusal.changes.map(({ id, at, sentence, actorName }) => (
              <List.Item key={id}>
                <DateText at={at} /> {actorName ? `${actorName}: ` : ""}
                {sentence}
              </List.Item>
            ))}
          </List>
        )}
        <div>
          <Text size="sm" fw={600}>
            {words.whatNow}
          </Text>
          <List size="sm">
            {refusal.nextSteps.map(({ kind, sentence }) => (
              <List.Item key={kind}>{sentence}</List.Item>
            ))}
          </List>
        </div>
        <Group gap="xs">
          {refusal.nextSteps.map(({ kind }) => {
            const action = actions[kind];
            return action ? (
              <Button key={kind} variant="default" onClick={action.go}>
                {action.label}
              </Button>
            ) : null;
          })}
        </Group>
        {refusal.decision && <Explanation decision={refusal.decision} />}
      </Stack>
    </Alert>
  );
}
