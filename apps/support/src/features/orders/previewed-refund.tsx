import { Bearing } from "@makegood/ui/bearing.tsx";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { Alert, Group, Stack, Text } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import type { useRefundPreview } from "./use-refund-preview.ts";

type Preview = NonNullable<ReturnType<typeof useRefundPreview>["preview"]>;

/** To which payment how much goes, by when, and whether a second person has to agree. */
export function PreviewedRefund({ preview }: { preview: Preview }) {
  const words = useAppWords();
  const { allocations, approveBy, perRefund, leftToday } = preview;
  return (
    <Alert color={approveBy ? "yellow" : "gray"} variant="light" role="status">
      <Stack gap={6}>
        {allocations.map(({ amount, payment }) => (
          <Group key={payment.id} justify="space-between">
            <Text size="sm">→ {payment.label}</Text>
            <MoneyText money={amount} size="sm" fw={600} />
          </Group>
        ))}
        <Bearing parts={preview.bearing} reader="SUPPORT" />
        <Text size="sm">
          {words.promisedBy} <DateText at={preview.promisedBy} until /> · {words.atBankBy}{" "}
          <DateText at={preview.expectedAtBankBy} until />
        </Text>
        {approveBy && (
          <Text size="sm" fw={600}>
            {words.needsSecond} <DateText at={approveBy} until />. {words.notMadeOtherwise}
          </Text>
        )}
        {perRefund && (
          <Text size="xs" c="dimmed">
            {words.yourLimit} <MoneyText money={perRefund} size="xs" />
            {leftToday && (
              <>
                {" · "}
                {words.leftToday} <MoneyText money={leftToday} size="xs" />
              </>
            )}
          </Text>
        )}
        <Explanation decision={preview.because} fields />
      </Stack>
    </Alert>
  );
}
