import { rejectionNeedsNote } from "@makegood/domain/cancellation/rejection-words";
import { rejectionEvidence } from "@makegood/domain/return/return-reasons";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { Form } from "@makegood/ui/form.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Alert, Button, Card, Group, Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import type { DecideOne } from "./decide-one.ts";
import {
  type QueueItemViewFragment,
  RejectCancellationDocument,
  RejectQueuedReturnDocument,
} from "./queue.generated.ts";

type OfCancellation = keyof typeof rejectionNeedsNote;
type OfReturn = keyof typeof rejectionEvidence;

/** Reasons that can be given for all: what needs a photo needs one of each. */
function sharedReasons(items: readonly QueueItemViewFragment[]): string[] {
  const ofReturns = Object.entries(rejectionEvidence)
    .filter(([, evidence]) => evidence === "NOTE")
    .map(([reason]) => reason);
  return Object.keys({ ...rejectionNeedsNote, ...rejectionEvidence }).filter((reason) =>
    items.every(({ cancellation }) =>
      cancellation ? reason in rejectionNeedsNote : ofReturns.includes(reason),
    ),
  );
}

/** One reason and the same words for all that is chosen. */
export function RejectMany({
  items,
  busy,
  send,
  back,
}: {
  items: QueueItemViewFragment[];
  busy: boolean;
  send: (decide: DecideOne) => Promise<void>;
  back: () => void;
}) {
  const words = useAppWords();
  const shared = useWords(returnWords);
  const cancellation = useCommand(RejectCancellationDocument);
  const request = useCommand(RejectQueuedReturnDocument);
  const reasons = sharedReasons(items);
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote, clear] = useDraft("reject-many");
  const reason = reasons.find((code) => code === chosen) ?? reasons[0];
  const labels: Record<string, string> = { ...shared.rejections, ...words.reasons };
  const needed =
    items.some((item) => item.return) || rejectionNeedsNote[reason as OfCancellation] === true;
  const reject: DecideOne = (item) =>
    item.cancellation
      ? cancellation.send({
          cancellationId: item.cancellation.id,
          reason: reason as OfCancellation,
          note: note || null,
        })
      : request.send({
          returnId: item.return?.id ?? "",
          reason: reason as OfReturn,
          note: note || null,
          photoIds: [],
        });
  if (!reason) {
    return (
      <Alert color="yellow" role="alert" withCloseButton onClose={back}>
        {words.noSharedReason}
      </Alert>
    );
  }
  return (
    <Card>
      <Form onSubmit={() => send(reject).then(clear)}>
        <Stack gap="sm">
          <Radio.Group label={words.sharedReason} value={reason} onChange={setChosen}>
            <Stack gap={6} mt={6}>
              {reasons.map((code) => (
                <Radio key={code} value={code} label={labels[code]} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={words.whatBuyerIsTold}
            required={needed}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" color="red" loading={busy}>
              {words.rejectMany(items.length)}
            </Button>
            <Button variant="subtle" onClick={back}>
              {words.back}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Card>
  );
}
