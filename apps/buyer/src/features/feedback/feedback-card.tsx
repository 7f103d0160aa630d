import { useCommand } from "@makegood/graphql/use-command.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import {
  Alert,
  Button,
  Card,
  Chip,
  Group,
  Rating,
  Stack,
  Text,
  Textarea,
  Title,
} from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import type { OrderStoryFragment } from "../order/order.generated.ts";
import { GiveFeedbackDocument } from "./feedback.generated.ts";

type Tag = keyof ReturnType<typeof useAppWords>["tags"];

/** Asks for feedback once it is over, and thanks for it. */
export function FeedbackCard({ order }: { order: OrderStoryFragment }) {
  const words = useAppWords();
  const given = order.feedback && !order.feedback.imported ? order.feedback : null;
  const asked = order.availableActions.some(
    ({ action, available }) => action === "GIVE_FEEDBACK" && available,
  );
  if (given) {
    return (
      <Card>
        <Group justify="space-between">
          <Text>{words.feedbackThanks}</Text>
          <Rating value={given.rating} readOnly aria-label={words.rating} />
        </Group>
      </Card>
    );
  }
  return asked ? <FeedbackForm orderId={order.id} /> : null;
}

function FeedbackForm({ orderId }: { orderId: string }) {
  const words = useAppWords();
  const [rating, setRating] = useState(0);
  const [tags, setTags] = useState<string[]>([]);
  const [text, setText, clear] = useDraft(`feedback.${orderId}`);
  const give = useCommand(GiveFeedbackDocument);
  const submit = async () => {
    if (await give.run({ orderId, rating, tags: tags as Tag[], words: text || null })) clear();
  };
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{words.feedbackTitle}</Title>
        <Rating
          size="lg"
          value={rating}
          onChange={setRating}
          getSymbolLabel={(value) => `${words.rating} ${value}`}
        />
        <Chip.Group multiple value={tags} onChange={setTags}>
          <Group gap="xs">
            {Object.entries(words.tags).map(([tag, label]) => (
              <Chip key={tag} value={tag} size="xs">
                {label}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Textarea
          label={words.feedbackWords}
          autosize
          minRows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {give.refusal && <RefusalNotice refusal={give.refusal} />}
        {give.error && (
          <Alert color="red" role="alert">
            {give.error.message}
          </Alert>
        )}
        <Button onClick={() => void submit()} loading={give.loading} disabled={rating === 0}>
          {words.giveFeedback}
        </Button>
      </Stack>
    </Card>
  );
}
