import { useCommand } from "@makegood/graphql/use-command.ts";
import { Alert, Button, Group, List, Stack } from "@mantine/core";
import { type RefObject, useState } from "react";
import { useAppWords } from "../../words.ts";
import type { DecideOne } from "./decide-one.ts";
import type { QueueItemViewFragment } from "./queue.generated.ts";
import { ApproveCancellationDocument, ApproveQueuedReturnDocument } from "./queue.generated.ts";
import { RejectMany } from "./reject-many.tsx";

type Item = QueueItemViewFragment;

/** Decides all that is chosen, one by one, each with a key of its own; what could not be is said. */
export function DecideMany({
  items,
  done,
  approveButton,
  rejecting,
  setRejecting,
}: {
  items: Item[];
  done: () => void;
  approveButton: RefObject<HTMLButtonElement | null>;
  rejecting: boolean;
  setRejecting: (rejecting: boolean) => void;
}) {
  const words = useAppWords();
  const cancellation = useCommand(ApproveCancellationDocument);
  const request = useCommand(ApproveQueuedReturnDocument);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string[]>([]);

  const all = async (decide: DecideOne) => {
    setBusy(true);
    const problems: string[] = [];
    for (const item of items) {
      const problem = await decide(item).then(
        (answer) => (answer && "message" in answer ? String(answer.message) : null),
        (error: Error) => error.message,
      );
      if (problem) problems.push(`${item.order.number}: ${problem}`);
    }
    setFailed(problems);
    setBusy(false);
    setRejecting(false);
    done();
  };
  const approve: DecideOne = (item) =>
    item.cancellation
      ? cancellation.send({ cancellationId: item.cancellation.id })
      : request.send({ returnId: item.return?.id ?? "" });

  return (
    <Stack gap="sm">
      {items.length > 0 && !rejecting && (
        <Group>
          <Button ref={approveButton} loading={busy} onClick={() => void all(approve)}>
            {words.approveMany(items.length)}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => setRejecting(true)}>
            {words.rejectMany(items.length)}
          </Button>
        </Group>
      )}
      {items.length > 0 && rejecting && (
        <RejectMany items={items} busy={busy} send={all} back={() => setRejecting(false)} />
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
    </Stack>
  );
}
