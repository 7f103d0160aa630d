import { Text } from "@mantine/core";
import { useWords } from "./locale.tsx";
import { DateText } from "./texts.tsx";
import { uiWords } from "./words.ts";

/** Who must act, by when, and what happens if nobody does. */
export function NextActionNote({
  next,
}: {
  next: {
    sentence: string;
    deadline?: string | null;
    isOverdue?: boolean;
    onTimeout?: string | null;
  };
}) {
  const words = useWords(uiWords);
  return (
    <Text size="sm" c="dimmed">
      {next.sentence}{" "}
      {next.deadline && (
        <>
          {next.isOverdue ? (
            <Text component="span" c="red.8" fw={600}>
              {words.wasDue} <DateText at={next.deadline} until />
            </Text>
          ) : (
            <>
              {words.until} <DateText at={next.deadline} until />
            </>
          )}
          {next.onTimeout && " · "}
        </>
      )}
      {next.onTimeout}
    </Text>
  );
}
