import type { DisputeViewFragment } from "@makegood/graphql/fragments/dispute.generated.ts";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { PhotoPicker, type SentPhoto } from "@makegood/ui/photo-picker.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { useState } from "react";
import { RespondToDisputeDocument } from "./return.generated.ts";

/** The seller's side of a dispute, while it is their turn. */
export function AnswerDispute({
  dispute,
  orderId,
}: {
  dispute: DisputeViewFragment;
  orderId: string;
}) {
  const words = useWords(returnWords);
  const [photos, setPhotos] = useState<SentPhoto[]>([]);
  const respond = useCommand(RespondToDisputeDocument);
  if (dispute.status !== "AWAITING_SELLER_RESPONSE") return null;
  return (
    <WordsForm
      draftKey={`dispute.${dispute.id}`}
      label={words.yourSide}
      submit={words.respond}
      busy={respond.loading}
      refusal={respond.refusal}
      send={(response) =>
        respond.run({ disputeId: dispute.id, response, photoIds: photos.map(({ id }) => id) })
      }
    >
      <PhotoPicker
        app="seller"
        orderId={orderId}
        label={words.photos}
        photos={photos}
        onChange={setPhotos}
      />
    </WordsForm>
  );
}
