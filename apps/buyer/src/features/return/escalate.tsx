import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { PhotoPicker, type SentPhoto } from "@makegood/ui/photo-picker.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { EscalateDocument } from "./return.generated.ts";

/** Brings a seller's answer to support, with the buyer's side of it. */
export function Escalate({ subjectId, orderId }: { subjectId: string; orderId: string }) {
  const words = useWords(returnWords);
  const [open, setOpen] = useState(false);
  const [photos, setPhotos] = useState<SentPhoto[]>([]);
  const escalate = useCommand(EscalateDocument);
  if (!open) {
    return (
      <Group>
        <Button variant="light" onClick={() => setOpen(true)}>
          {words.escalate}
        </Button>
      </Group>
    );
  }
  return (
    <WordsForm
      draftKey={`escalate.${subjectId}`}
      label={words.escalateWhy}
      submit={words.escalate}
      busy={escalate.loading}
      refusal={escalate.refusal}
      back={{ label: words.cancelForm, go: () => setOpen(false) }}
      send={(statement) =>
        escalate.run({ subjectId, statement, photoIds: photos.map(({ id }) => id) })
      }
    >
      <PhotoPicker
        app="buyer"
        orderId={orderId}
        label={words.photos}
        photos={photos}
        onChange={setPhotos}
      />
    </WordsForm>
  );
}
