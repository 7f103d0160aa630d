import { useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { RefundPreviewDocument } from "./give-refund.generated.ts";

/** What giving back an amount would come to, asked again as it is typed and whenever `look` is called. */
export function useRefundPreview(orderId: string, amountMinor: number, goodwill: boolean) {
  const [settled] = useDebouncedValue(amountMinor, 300);
  const { data, refetch } = useQuery(RefundPreviewDocument, {
    variables: { orderId, amountMinor: settled, goodwill },
    skip: settled < 1,
    fetchPolicy: "no-cache",
  });
  const answer = settled >= 1 && settled === amountMinor ? data?.refundPreview : undefined;
  const preview = answer?.__typename === "RefundPreview" ? answer : null;
  const refusal = answer && answer.__typename !== "RefundPreview" ? answer : null;
  return { preview, refusal, look: () => void refetch() };
}
