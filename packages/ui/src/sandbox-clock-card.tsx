import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useLocale, useWords } from "./locale.tsx";
import { returnWords } from "./return-words.ts";

const jumps = [1, 24, 72, 168, 336, 720];

/** The sandbox's time, and buttons that move it forward for everybody. */
export function SandboxClockCard({
  now,
  move,
  moving,
  fellDue,
}: {
  now: string;
  move: (hours: number) => Promise<void>;
  moving: boolean;
  fellDue: number | null;
}) {
  const words = useWords(returnWords);
  const { locale } = useLocale();
  const shown = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" });
  return (
    <Card>
      <Stack gap="xs">
        <Title order={2}>{words.clock}</Title>
        <Text aria-live="polite">
          <time dateTime={now}>{shown.format(new Date(now))}</time>
        </Text>
        <Text size="sm" c="dimmed">
          {words.clockHint} {fellDue !== null && words.fellDue(fellDue)}
        </Text>
        <Group gap="xs">
          {jumps.map((hours) => (
            <Button
              key={hours}
              variant="default"
              size="compact-md"
              disabled={moving}
              onClick={() => void move(hours)}
            >
              {words.hours(hours)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Card>
  );
}
