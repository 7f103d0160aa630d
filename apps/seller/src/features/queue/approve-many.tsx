import { useMutation } from "@apollo/client/react";
import { Alert, Button, Group, List } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import {
  ApproveCancellationDocument,
  ApproveQueuedReturnDocument,
  type QueueItemViewFragment,
} from "./queue.generated.ts";

/** Approves all that is chosen, one by one, each with a key of its own; what could not be is said. */
export function ApproveMany({ items, done }: { items: QueueItemViewFragment[]; done: () => void }) {
  const words = useAppWords();
  const [approveCancellation] = useMutation(ApproveCancellationDocument);
  const [approveReturn] = useMutation(ApproveQueuedReturnDocument);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string[]>([]);

  const approve = async ({ cancellation, return: request, order }: QueueItemViewFragment) => {
    const idempotencyKey = `approve-many ${cancellation?.id ?? request?.id}`;
    try {
      const result = cancellation
        ? (
            await approveCancellation({
              variables: { input: { cancellationId: cancellation.id, idempotencyKey } },
            })
          ).data?.approveCancellation
        : (
            await approveReturn({
              variables: { input: { returnId: request?.id ?? "", idempotencyKey } },
            })
          ).data?.approveReturn;
      return result && "message" in result ? `${order.number}: ${result.message}` : null;
    } catch (error) {
      return `${order.number}: ${(error as Error).message}`;
    }
  };

  const approveAll = async () => {
    setBusy(true);
    const problems: string[] = [];
    for (const item of items) {
      const problem = await approve(item);
      if (problem) problems.push(problem);
    }
    setFailed(problems);
    setBusy(false);
    done();
  };

  return (
    <>
      {items.length > 0 && (
        <Group>
          <Button loading={busy} onClick={() => void approveAll()}>
            {words.approveMany(items.length)}
          </Button>
        </Group>
      )}
      {failed.length > 0 && (
        <Alert color="yellow" role="alert">
          <List size="sm">
            {failed.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
