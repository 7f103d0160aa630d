import { useWords } from "@makegood/ui/locale.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Badge, Card, Code, Group, Stack, Text } from "@mantine/core";
import "@mantine/core/styles/Code.css";
import { Link } from "wouter";
import type { DriftViewFragment } from "./drift.generated.ts";
import { driftKindWords } from "./drift-kind-words.ts";
import { DriftOwner } from "./drift-owner.tsx";
import { DriftSteps } from "./drift-steps.tsx";
import { driftWords } from "./drift-words.ts";

/** One difference: what differs, where, and the one right thing to do. */
export function DriftItem({ item, changed }: { item: DriftViewFragment; changed: () => void }) {
  const words = useWords(driftWords);
  const kindWords = useWords(driftKindWords);
  const closed = item.nextStep === null;
  return (
    <Card padding="md" component="article" aria-label={item.sentence}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Group gap="xs">
            <Badge color={closed ? "gray" : "red"} variant="light" tt="none" autoContrast>
              {{ ...kindWords.kinds[item.about], ...kindWords.ofRefunds }[item.kind]}
            </Badge>
            <Text size="sm" c="dimmed">
              {item.provider}
            </Text>
          </Group>
          <Text size="sm">{words.statuses[item.status]}</Text>
        </Group>
        <Text fw={600}>{item.sentence}</Text>
        <Group gap="sm">
          {item.order && (
            <Link href={`/orders/${item.order.id}`}>{words.order(item.order.number)}</Link>
          )}
          {item.case && (
            <Link href={`/cases/${item.case.id}`}>{words.caseNumber(item.case.number)}</Link>
          )}
          {item.providerReference && <Code>{item.providerReference}</Code>}
        </Group>
        <Text size="sm" c="dimmed">
          {words.found} <DateText at={item.foundAt} />
          {item.closedAt && (
            <>
              , {words.since} <DateText at={item.closedAt} />
            </>
          )}
        </Text>
        {item.proposedBy && (
          <Text size="sm">
            {words.proposedBy(item.proposedBy.name)} “{item.reason}”
          </Text>
        )}
        {item.acceptedBy && <Text size="sm">{words.acceptedBy(item.acceptedBy.name)}</Text>}
        {!closed && (
          <>
            <DriftOwner item={item} changed={changed} />
            <Text size="sm">
              <strong>{words.next}:</strong> {item.nextStepSentence}
            </Text>
            <DriftSteps item={item} changed={changed} />
          </>
        )}
      </Stack>
    </Card>
  );
}
