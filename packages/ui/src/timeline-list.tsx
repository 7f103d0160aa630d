import { Text, Timeline } from "@mantine/core";
import "@mantine/core/styles/Timeline.css";
import { useWords } from "./locale.tsx";
import { DateText } from "./texts.tsx";
import { uiWords } from "./words.ts";

export interface TimelineItem {
  id: string;
  at: string;
  sentence: string;
  reason?: string | null;
  actorKind: keyof (typeof uiWords)["en"]["somebody"];
  actorName?: string | null;
}

/** What happened, newest first. */
export function TimelineList({ events }: { events: TimelineItem[] }) {
  const words = useWords(uiWords);
  return (
    <Timeline active={events.length} bulletSize={12} lineWidth={2} color="pine" aria-live="polite">
      {[...events].reverse().map((event) => (
        <Timeline.Item key={event.id} title={<Text size="sm">{event.sentence}</Text>}>
          {event.reason && (
            <Text size="sm" c="dimmed">
              “{event.reason}”
            </Text>
          )}
          <Text size="xs" c="dimmed">
            <DateText at={event.at} /> · {event.actorName ?? words.somebody[event.actorKind]}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
