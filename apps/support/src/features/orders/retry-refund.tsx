import { useCommand } from "@makegood/graphql/use-command.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Button } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import { RetryRefundDocument } from "./commands.generated.ts";

/** Starts another attempt of a refund that failed or came back. */
export function RetryRefund({ refundId, version }: { refundId: string; version: number }) {
  const words = useAppWords();
  const retry = useCommand(RetryRefundDocument);
  return (
    <>
      {retry.refusal && <RefusalNotice refusal={retry.refusal} />}
      <Button
        loading={retry.loading}
        onClick={() => void retry.run({ refundId, expectedVersion: version })}
      >
        {words.retryRefund}
      </Button>
    </>
  );
}
