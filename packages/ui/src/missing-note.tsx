import { List, Text } from "@mantine/core";
import { useWords } from "./locale.tsx";
import { uiWords } from "./words.ts";

/** Why the button below can't be pressed yet: what is still to be given, each in a line. */
export function MissingNote({ missing }: { missing: readonly string[] }) {
  const words = useWords(uiWords);
  if (missing.length === 0) return null;
  return (
    <div aria-live="polite">
      <Text size="sm" fw={600}>
        {words.stillMissing}
      </Text>
      <List size="sm">
        {missing.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </div>
  );
}
