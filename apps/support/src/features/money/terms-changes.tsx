import { useWords } from "@makegood/ui/locale.tsx";
import { Alert, Text } from "@mantine/core";
import { termsWords } from "./terms-words.ts";

/** What a draft would say otherwise, sentence by sentence. */
export function TermsChanges({
  before,
  after,
}: {
  before: readonly string[];
  after: readonly string[];
}) {
  const words = useWords(termsWords);
  const gone = before.filter((sentence) => !after.includes(sentence));
  const come = after.filter((sentence) => !before.includes(sentence));
  return (
    <Alert color="gray" variant="light" title={words.changes} role="status">
      {come.length === 0 && <Text size="sm">{words.noChange}</Text>}
      {gone.map((sentence) => (
        <Text key={sentence} size="sm" c="dimmed" td="line-through">
          {sentence}
        </Text>
      ))}
      {come.map((sentence) => (
        <Text key={sentence} size="sm" fw={600}>
          {sentence}
        </Text>
      ))}
      <Text size="xs" c="dimmed" mt="xs">
        {words.keeps}
      </Text>
    </Alert>
  );
}
