import { Alert, List, Stack } from "@mantine/core";
import { type Explained, Explanation } from "./explanation.tsx";
import { NextSteps, type StepActions } from "./next-steps.tsx";
import { DateText } from "./texts.tsx";

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
  actions?: StepActions;
}) {
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
        <NextSteps steps={refusal.nextSteps} actions={actions} />
        {refusal.decision && <Explanation decision={refusal.decision} />}
      </Stack>
    </Alert>
  );
}
