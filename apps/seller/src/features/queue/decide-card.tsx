import { rejectionNeedsNote } from "@makegood/domain/cancellation/rejection-words";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { Bearing } from "@makegood/ui/bearing.tsx";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { Form } from "@makegood/ui/form.tsx";
import { NextActionNote } from "@makegood/ui/next-action-note.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Button, Group, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import {
  ApproveCancellationDocument,
  RejectCancellationDocument,
  type RequestViewFragment,
} from "./queue.generated.ts";

type Reason = keyof ReturnType<typeof useAppWords>["reasons"];

/** What the buyer asks for, what silence means, and the two answers. */
export function DecideRequest({
  request,
  decided,
}: {
  request: RequestViewFragment;
  decided: () => void;
}) {
  const words = useAppWords();
  const approve = useCommand(ApproveCancellationDocument);
  const [rejecting, setRejecting] = useState(false);
  const units = request.units.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end">
        <Stack gap={4} flex="1 1 22rem">
          <Text size="sm">
            {words.buyer} {words.wants(units)}:{" "}
            {request.units.map(({ quantity, line }) => `${quantity} × ${line.title}`).join(", ")}
            {(request.reason ?? request.note) && (
              <Text span c="dimmed">
                {" "}
                “{[request.reason, request.note].filter(Boolean).join(" · ")}”
              </Text>
            )}
          </Text>
          <Text size="sm">
            <MoneyText money={request.amount} fw={600} /> {words.goesBack}
          </Text>
          <Bearing parts={request.bearing} reader="SELLER" />
          {request.nextAction && <NextActionNote next={request.nextAction} />}
          <Explanation decision={request.decision} />
        </Stack>
        {!rejecting && (
          <Group>
            <Button
              loading={approve.loading}
              onClick={async () => {
                if (await approve.run({ cancellationId: request.id })) decided();
              }}
            >
              {words.approve}
            </Button>
            <Button variant="default" onClick={() => setRejecting(true)}>
              {words.reject}
            </Button>
          </Group>
        )}
      </Group>
      {approve.refusal && <RefusalNotice refusal={approve.refusal} />}
      {rejecting && (
        <RejectForm request={request} decided={decided} back={() => setRejecting(false)} />
      )}
    </Stack>
  );
}

function RejectForm({
  request,
  decided,
  back,
}: {
  request: RequestViewFragment;
  decided: () => void;
  back: () => void;
}) {
  const words = useAppWords();
  const [reason, setReason] = useState<Reason>("ALREADY_PACKED");
  const [note, setNote, clear] = useDraft(`reject.${request.id}`);
  const reject = useCommand(RejectCancellationDocument);
  const submit = async () => {
    const meant = { cancellationId: request.id, reason, note: note || null };
    if (!(await reject.run(meant))) return;
    clear();
    decided();
  };
  return (
    <Form onSubmit={() => submit()}>
      <Stack gap="sm">
        <Radio.Group
          label={words.why}
          value={reason}
          onChange={(value) => setReason(value as Reason)}
        >
          <Stack gap={6} mt={6}>
            {Object.entries(words.reasons).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={words.whatBuyerIsTold}
          required={rejectionNeedsNote[reason]}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {reject.refusal && <RefusalNotice refusal={reject.refusal} />}
        <Group>
          <Button type="submit" color="red" loading={reject.loading}>
            {words.reject}
          </Button>
          <Button variant="subtle" onClick={back}>
            {words.back}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
