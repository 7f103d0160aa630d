import { useViewer } from "@makegood/graphql/use-session.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Group, Text } from "@mantine/core";
import {
  type DriftViewFragment,
  ReleaseDriftDocument,
  TakeDriftDocument,
} from "./drift.generated.ts";
import { driftWords } from "./drift-words.ts";
import { StepButton } from "./step-button.tsx";

/** By when a difference is to be settled, what happens otherwise, and who sees to it. */
export function DriftOwner({ item, changed }: { item: DriftViewFragment; changed: () => void }) {
  const words = useWords(driftWords);
  const { viewer } = useViewer();
  const mine = item.assignee !== null && item.assignee?.id === viewer?.person?.id;
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" {...(item.overdue ? { c: "red", fw: 600 } : { c: "dimmed" })}>
        {item.overdue ? words.overdueSince : words.dueBy} <DateText at={item.dueBy} until />
        {" · "}
        {item.assignee?.name ?? words.nobody}
        {item.nextAction?.onTimeout && ` · ${item.nextAction.onTimeout}`}
      </Text>
      {item.assignee === null && (
        <StepButton
          driftItemId={item.id}
          document={TakeDriftDocument}
          label={words.take}
          changed={changed}
        />
      )}
      {mine && (
        <StepButton
          driftItemId={item.id}
          document={ReleaseDriftDocument}
          label={words.release}
          changed={changed}
        />
      )}
    </Group>
  );
}
