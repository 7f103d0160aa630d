import { useQuery } from "@apollo/client/react";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { Form } from "@makegood/ui/form.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Alert, Button, Card, NativeSelect, Stack, Text, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { useAppWords } from "../../words.ts";
import { HelpFormDocument, type HelpFormQuery, OpenCaseDocument } from "./support.generated.ts";

type HelpOrder = NonNullable<HelpFormQuery["order"]>;
type Topic = keyof ReturnType<typeof useAppWords>["topics"];

/** Nobody works on it any more. */
const over: readonly string[] = ["RESOLVED", "CLOSED", "MERGED"];

/** What it is most likely about, and the refusal the buyer met. */
function guess(order: HelpOrder): { topic: Topic; refusal: string | null } {
  const rejected = order.cancellations.find(({ status }) => status === "REJECTED");
  if (order.refunds.some(({ status }) => status === "FAILED" || status === "REVERSED")) {
    return { topic: "REFUND_FAILED", refusal: null };
  }
  if (rejected) return { topic: "REJECTED", refusal: rejected.rejectionReason ?? null };
  if (order.cancellationEligibility.outcome === "REFUSED") {
    return { topic: "CANNOT_CANCEL", refusal: order.cancellationEligibility.sentence };
  }
  return { topic: "OTHER", refusal: null };
}

/** Asks support, with all that is known about the order already there. */
export function HelpPage({ id }: { id: string }) {
  const words = useAppWords();
  const { data, loading, error, refetch } = useQuery(HelpFormDocument, {
    variables: { id },
    fetchPolicy: "network-only",
  });
  if (loading && !data) return <Loading />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data?.order) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  return (
    <Stack>
      <BackLink to={`/orders/${id}`} label={data.order.number} />
      <Title order={1}>{words.askSupport}</Title>
      <HelpForm order={data.order} />
    </Stack>
  );
}

function HelpForm({ order }: { order: HelpOrder }) {
  const words = useAppWords();
  const [, go] = useLocation();
  const likely = guess(order);
  // What is said now is added to it: one matter has one conversation.
  const underWay = order.cases.find(({ status }) => !over.includes(status)) ?? null;
  const [topic, setTopic] = useState<Topic>(likely.topic);
  const [message, setMessage, clear] = useDraft(`help.${order.id}`);
  const open = useCommand(OpenCaseDocument);
  const submit = async () => {
    const result = await open.send({
      orderId: order.id,
      topic,
      message,
      refusal: likely.refusal,
    });
    if (result?.__typename !== "CaseSuccess") return;
    clear();
    go(`/help/${result.case.id}`, { replace: true });
  };
  return (
    <Card>
      <Form onSubmit={() => submit()}>
        <Stack>
          {underWay && (
            <Alert title={words.caseUnderWay}>
              {words.addedTo}{" "}
              <Link href={`/help/${underWay.id}`}>
                {underWay.number}: {underWay.subject}
              </Link>
            </Alert>
          )}
          {!underWay && likely.refusal && <Alert color="yellow" title={likely.refusal} />}
          {!underWay && (
            <NativeSelect
              label={words.topic}
              value={topic}
              onChange={(event) => setTopic(event.currentTarget.value as Topic)}
              data={Object.entries(words.topics).map(([value, label]) => ({ value, label }))}
            />
          )}
          <Textarea
            label={words.message}
            required
            autosize
            minRows={4}
            maxLength={5000}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {words.attached}
          </Text>
          {open.refusal && <RefusalNotice refusal={open.refusal} />}
          <Button type="submit" loading={open.loading} disabled={message.trim() === ""}>
            {underWay ? words.sendMessage : words.openCase}
          </Button>
        </Stack>
      </Form>
    </Card>
  );
}
