import { useCommand } from "@makegood/graphql/use-command.ts";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { Fragment, type RefObject, useState } from "react";
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
  const [outcome, setOutcome] = useState<{ decided: number; failed: string[] } | null>(null);

  const all = async (decide: DecideOne) => {
    setBusy(true);
    const failed: string[] = [];
    for (const [index, item] of items.entries()) {
      const answer = await decide(item);
      const problem = answer ? "message" in answer && String(answer.message) : words.noAnswer;
      if (problem) failed.push(`${item.order.number}: ${problem}`);
      setOutcome({ decided: index + 1 - failed.length, failed });
    }
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
        <Group pos="sticky" top={0} py="xs" bg="var(--mg-page)" style={{ zIndex: 1 }}>
          <Text size="sm">
            <GoesBack items={items} /> {words.goesBack}
          </Text>
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
      {outcome && (
        <Alert
          color={outcome.failed.length > 0 ? "yellow" : "pine"}
          role="status"
          withCloseButton={!busy}
          closeButtonLabel={words.close}
          onClose={() => setOutcome(null)}
          title={words.decidedMany(outcome.decided)}
        >
          {outcome.failed.length > 0 && (
            <>
              <Text size="sm">{words.notDecided(outcome.failed.length)}</Text>
              <List size="sm">
                {outcome.failed.map((problem) => (
                  <List.Item key={problem}>{problem}</List.Item>
                ))}
              </List>
            </>
          )}
        </Alert>
      )}
    </Stack>
  );
}

/** What the chosen come to together, in each currency. */
function GoesBack({ items }: { items: Item[] }) {
  const sums = new Map<string, number>();
  for (const { cancellation, return: request } of items) {
    const amount = cancellation?.amount ?? request?.amount;
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amountMinor);
  }
  return [...sums].map(([currency, amountMinor], index) => (
    <Fragment key={currency}>
      {index > 0 && " + "}
      <MoneyText money={{ amountMinor, currency }} fw={600} />
    </Fragment>
  ));
}
