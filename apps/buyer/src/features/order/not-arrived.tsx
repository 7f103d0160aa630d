import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { type OrderStoryFragment, ReportNotArrivedDocument } from "./order.generated.ts";

/** The day for it has passed and it is not there: one word starts what the seller has to settle. */
export function NotArrived({ order }: { order: OrderStoryFragment }) {
  const words = useWords(returnWords);
  const report = useCommand(ReportNotArrivedDocument);
  const can = order.availableActions.some(
    ({ action, available }) => action === "REPORT_NOT_ARRIVED" && available,
  );
  if (!can) return null;
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{words.notArrivedTitle}</Title>
        <Text size="sm">{words.notArrivedHint}</Text>
        {report.refusal && <RefusalNotice refusal={report.refusal} />}
        <Group>
          <Button loading={report.loading} onClick={() => void report.run({ orderId: order.id })}>
            {words.notArrived}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
