import { useMutation } from "@apollo/client/react";
import { rejectionNeedsNote } from "@makegood/domain/cancellation/rejection-words";
import { useIntent } from "@makegood/graphql/use-intent.ts";
import { NextActionNote } from "@makegood/ui/next-action-note.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Alert, Button, Group, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import {
  ApproveCancellationDocument,
  type RefusedFragment,
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
  const [approve, approving] = useMutation(ApproveCancellationDocument);
  const [refusal, setRefusal] = useState<RefusedFragment | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const intent = useIntent();
  const units = request.units.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Stack gap="xs">
      <Text size="sm">
        {words.buyer} {words.wants(units)}:{" "}
        {request.units.map(({ quantity, line }) => `${quantity} × ${line.title}`).join(", ")}
      </Text>
      {(request.reason ?? request.note) && (
        <Text size="sm" c="dimmed">
          “{[request.reason, request.note].filter(Boolean).join(" · ")}”
        </Text>
      )}
      <Text size="sm">
        <MoneyText money={request.amount} fw={600} /> {words.goesBack}
      </Text>
      {request.nextAction && <NextActionNote next={request.nextAction} />}
      {refusal && <RefusalNotice refusal={refusal} />}
      {approving.error && (
        <Alert color="red" role="alert">
          {approving.error.message}
        </Alert>
      )}
      {rejecting ? (
        <RejectForm request={request} decided={decided} back={() => setRejecting(false)} />
      ) : (
        <Group>
          <Button
            loading={approving.loading}
            onClick={async () => {
              const cancellationId = request.id;
              const input = { cancellationId, idempotencyKey: intent.key(cancellationId) };
              const { data } = await approve({ variables: { input } });
              const result = data?.approveCancellation;
              if (result?.__typename === "CancellationSuccess") decided();
              else if (result) setRefusal(result as RefusedFragment);
            }}
          >
            {words.approve}
          </Button>
          <Button variant="default" onClick={() => setRejecting(true)}>
            {words.reject}
          </Button>
        </Group>
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
  const [reject, { loading, error }] = useMutation(RejectCancellationDocument);
  const [refusal, setRefusal] = useState<RefusedFragment | null>(null);
  const intent = useIntent();
  const submit = async () => {
    const meant = { cancellationId: request.id, reason, note: note || null };
    const { data } = await reject({
      variables: { input: { ...meant, idempotencyKey: intent.key(meant) } },
    });
    const result = data?.rejectCancellation;
    if (result?.__typename === "CancellationSuccess") {
      clear();
      decided();
    } else if (result) setRefusal(result as RefusedFragment);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
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
        {refusal && <RefusalNotice refusal={refusal} />}
        {error && (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        )}
        <Group>
          <Button type="submit" color="red" loading={loading}>
            {words.reject}
          </Button>
          <Button variant="subtle" onClick={back}>
            ✕
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
