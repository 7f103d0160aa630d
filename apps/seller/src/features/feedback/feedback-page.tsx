import { useQuery } from "@apollo/client/react";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Card, Group, Rating, Stack, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Rating.css";
import { useState } from "react";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import { useShop } from "../session/use-shop.ts";
import { AnswerFeedbackDocument, ShopFeedbackDocument } from "./feedback.generated.ts";

/** What buyers said, newest first. */
export function FeedbackPage() {
  const words = useAppWords();
  const { shop } = useShop();
  const { data, loading, error, refetch, fetchMore } = useQuery(ShopFeedbackDocument, {
    variables: { shopId: shop?.id ?? "" },
    skip: !shop,
    fetchPolicy: "cache-and-network",
  });
  const page = data?.feedback.pageInfo;
  return (
    <Stack>
      <Title order={1}>{words.feedback}</Title>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.feedback.edges.length === 0 && (
        <EmptyState title={words.noFeedback}>{words.noFeedbackHint}</EmptyState>
      )}
      {data?.feedback.edges.map(({ node }) => (
        <Card key={node.id}>
          <Group justify="space-between">
            <Rating value={node.rating} readOnly aria-label={`${words.rating} ${node.rating}`} />
            <Text size="sm" c="dimmed">
              <Link href={`/orders/${node.order.id}`}>{node.order.number}</Link> ·{" "}
              <DateText at={node.givenAt} />
              {node.imported && ` · ${words.imported}`}
            </Text>
          </Group>
          {node.words && (
            <Text size="sm" mt="xs">
              {node.words}
            </Text>
          )}
          {node.answer ? (
            <Text size="sm" mt="xs" c="dimmed">
              {words.yourAnswer} {node.answer}
            </Text>
          ) : (
            !node.imported && <Answer feedbackId={node.id} />
          )}
        </Card>
      ))}
      <MoreButton
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </Stack>
  );
}

/** What the shop says to it, once; the buyer is told. */
function Answer({ feedbackId }: { feedbackId: string }) {
  const words = useAppWords();
  const [open, setOpen] = useState(false);
  const answer = useCommand(AnswerFeedbackDocument);
  if (!open) {
    return (
      <Button mt="xs" size="xs" variant="default" onClick={() => setOpen(true)}>
        {words.answerFeedback}
      </Button>
    );
  }
  return (
    <WordsForm
      draftKey={`answer-feedback.${feedbackId}`}
      label={words.whatBuyerIsTold}
      submit={words.answerFeedback}
      busy={answer.loading}
      refusal={answer.refusal}
      back={{ label: words.back, go: () => setOpen(false) }}
      send={(text) => answer.run({ feedbackId, answer: text })}
    />
  );
}
