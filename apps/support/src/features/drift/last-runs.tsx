import { useWords } from "@makegood/ui/locale.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Stack, Text } from "@mantine/core";
import type { DriftQuery } from "./drift.generated.ts";
import { driftWords } from "./drift-words.ts";

/** When each provider's books were compared last, and what came of it. */
export function LastRuns({ runs }: { runs: DriftQuery["reconciliationRuns"] }) {
  const words = useWords(driftWords);
  if (runs.length === 0) return <Text size="sm">{words.never}</Text>;
  return (
    <Stack gap={4} aria-live="polite">
      {runs.map((run) => (
        <Text key={run.id} size="sm" {...(run.problem ? { c: "red" } : {})}>
          <strong>{run.provider}</strong> · <DateText at={run.startedAt} /> ·{" "}
          {run.problem
            ? words.problem(run.problem)
            : run.finishedAt
              ? words.compared(run.compared, run.found)
              : words.comparing}
        </Text>
      ))}
    </Stack>
  );
}
