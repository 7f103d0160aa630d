import { useCommand } from "@makegood/graphql/use-command.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Button, Card, Chip, Group, Rating, Stack, Text, Textarea, Title } from "@mantine/core";
import "@mantine/core/styles/Rating.css";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import type { OrderStoryFragment } from "../order/order.generated.ts";
import { EditFeedbackDocument, GiveFeedbackDocument } from "./feedback.generated.ts";

type Tag = keyof ReturnType<typeof useAppWords>["tags"];

/** Asks for feedback once it is over, and thanks for it. */
export function FeedbackCard({ order }: { order: OrderStoryFragment }) {
  const words = useAppWords();
  const given = order.feedback && !order.feedback.imported ? order.feedback : null;
  const [editing, setEditing] = useState(false);
  const asked = order.availableActions.some(
    ({ action, available }) => action === "GIVE_FEEDBACK" && available,
  );
  if (given && editing) {
    return <FeedbackForm orderId={order.id} given={given} done={() => setEditing(false)} />;
  }
  if (given) {
    return (
      <Card>
        <Stack gap="xs">
          <Group justify="space-between">
            <Text>{words.feedbackThanks}</Text>
            <Rating value={given.rating} readOnly aria-label={words.rating} />
          </Group>
          {given.answer && (
            <Text size="sm">
              {order.shop.name}: “{given.answer}”
            </Text>
          )}
          {!given.editedAt && (
            <Group>
              <Button size="xs" variant="subtle" onClick={() => setEditing(true)}>
                {words.editFeedback}
              </Button>
            </Group>
          )}
        </Stack>
      </Card>
    );
  }
  return asked ? <FeedbackForm orderId={order.id} /> : null;
}

type Given = NonNullable<OrderStoryFragment["feedback"]>;

function FeedbackForm({
  orderId,
  given = null,
  done,
}: {
  orderId: string;
  /** What was said before, where it is changed. */
  given?: Given | null;
  done?: () => void;
}) {
  const words = useAppWords();
  const [rating, setRating] = useState(given?.rating ?? 0);
  const [tags, setTags] = useState<string[]>(given?.tags ?? []);
  const [text, setText, clear] = useDraft(
    given ? `feedback.${given.id}` : `feedback.${orderId}`,
    given?.words ?? "",
  );
  const give = useCommand(GiveFeedbackDocument);
  const edit = useCommand(EditFeedbackDocument);
  const command = given ? edit : give;
  const submit = async () => {
    const said = { rating, tags: tags as Tag[], words: text.trim() || null };
    const taken = given
      ? await edit.run({ feedbackId: given.id, ...said })
      : await give.run({ orderId, ...said });
    if (!taken) return;
    clear();
    done?.();
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
        {command.refusal && <RefusalNotice refusal={command.refusal} />}
        <Button onClick={() => void submit()} loading={command.loading} disabled={rating === 0}>
          {words.giveFeedback}
        </Button>
      </Stack>
    </Card>
  );
}
