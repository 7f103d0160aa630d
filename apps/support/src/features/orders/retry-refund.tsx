import { useMutation } from "@apollo/client/react";
import { useIntent } from "@makegood/graphql/use-intent.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import type { RefusedFragment } from "../case/case.generated.ts";
import { RetryRefundDocument } from "./order.generated.ts";

/** Starts another attempt of a refund that failed or came back. */
export function RetryRefund({ refundId }: { refundId: string }) {
  const words = useAppWords();
  const [retry, { loading }] = useMutation(RetryRefundDocument);
  const [refusal, setRefusal] = useState<RefusedFragment | null>(null);
  const intent = useIntent();
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Button
        loading={loading}
        onClick={async () => {
          const input = { refundId, idempotencyKey: intent.key(refundId) };
          const result = (await retry({ variables: { input } })).data?.retryRefund;
          intent.done();
          setRefusal(
            result && result.__typename !== "RefundSuccess" ? (result as RefusedFragment) : null,
          );
        }}
      >
        {words.retryRefund}
      </Button>
    </>
  );
}
