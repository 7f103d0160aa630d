import { useCommand } from "@makegood/graphql/use-command.ts";
import { AmountInput } from "@makegood/ui/amount-input.tsx";
import { Bearing } from "@makegood/ui/bearing.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { PhotoPicker, type SentPhoto } from "@makegood/ui/photo-picker.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Group, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { InspectReturn } from "./inspect-return.tsx";
import {
  ApproveReturnDocument,
  AskReturnInfoDocument,
  MarkReturnReceivedDocument,
  OfferPartialRefundDocument,
  RejectReturnDocument,
  type ShopReturnViewFragment,
} from "./return.generated.ts";

type Form = "none" | "reject" | "ask" | "offer";
type Rejection = keyof (typeof returnWords)["en"]["rejections"];

/** All a seller can answer to a return; what is not possible now is not offered. */
export function DecideReturn({
  request,
  orderId,
}: {
  request: ShopReturnViewFragment;
  orderId: string;
}) {
  const words = useWords(returnWords);
  const [form, setForm] = useState<Form>("none");
  const approve = useCommand(ApproveReturnDocument);
  const receive = useCommand(MarkReturnReceivedDocument);
  const returnId = request.id;
  const can = (action: ShopReturnViewFragment["actions"][number]) =>
    request.actions.includes(action);
  const back = { label: words.cancelForm, go: () => setForm("none") };
  if (form === "reject") return <Reject returnId={returnId} orderId={orderId} back={back} />;
  if (form === "ask") return <Ask returnId={returnId} back={back} />;
  if (form === "offer") return <Offer request={request} back={back} />;
  const refusal = approve.refusal ?? receive.refusal;
  return (
    <Stack gap="sm">
      <Bearing parts={request.bearing} reader="SELLER" />
      {can("INSPECT") && <InspectReturn request={request} orderId={orderId} />}
      <Group gap="xs">
        {can("APPROVE") && (
          <Button loading={approve.loading} onClick={() => void approve.run({ returnId })}>
            {words.approve}
          </Button>
        )}
        {can("OFFER") && (
          <Button variant="default" onClick={() => setForm("offer")}>
            {words.makeOffer}
          </Button>
        )}
        {can("ASK_INFO") && (
          <Button variant="default" onClick={() => setForm("ask")}>
            {words.askInfo}
          </Button>
        )}
        {can("REJECT") && (
          <Button variant="default" onClick={() => setForm("reject")}>
            {words.reject}
          </Button>
        )}
        {can("MARK_RECEIVED") && (
          <Button
            variant="light"
            loading={receive.loading}
            onClick={() => void receive.run({ returnId })}
          >
            {words.received}
          </Button>
        )}
      </Group>
      {refusal && <RefusalNotice refusal={refusal} />}
    </Stack>
  );
}

type Back = { label: string; go: () => void };

function Reject({ returnId, orderId, back }: { returnId: string; orderId: string; back: Back }) {
  const words = useWords(returnWords);
  const [reason, setReason] = useState<Rejection>("NO_FAULT_FOUND");
  const [photos, setPhotos] = useState<SentPhoto[]>([]);
  const reject = useCommand(RejectReturnDocument);
  return (
    <WordsForm
      draftKey={`reject-return.${returnId}`}
      label={words.noteForBuyer}
      submit={words.reject}
      needed={false}
      tone="red"
      busy={reject.loading}
      refusal={reject.refusal}
      back={back}
      send={(note) =>
        reject.run({ returnId, reason, note: note || null, photoIds: photos.map(({ id }) => id) })
      }
    >
      <Radio.Group
        label={words.rejectWhy}
        value={reason}
        onChange={(value) => setReason(value as Rejection)}
      >
        <Stack gap={6} mt={6}>
          {Object.entries(words.rejections).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
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

function Ask({ returnId, back }: { returnId: string; back: Back }) {
  const words = useWords(returnWords);
  const ask = useCommand(AskReturnInfoDocument);
  return (
    <WordsForm
      draftKey={`ask-return.${returnId}`}
      label={words.askInfoWhat}
      submit={words.askInfoDo}
      busy={ask.loading}
      refusal={ask.refusal}
      back={back}
      send={(question) => ask.run({ returnId, question })}
    />
  );
}

function Offer({ request, back }: { request: ShopReturnViewFragment; back: Back }) {
  const words = useWords(returnWords);
  const [amountMinor, setAmountMinor] = useState(Math.floor(request.amount.amountMinor / 3));
  const offer = useCommand(OfferPartialRefundDocument);
  return (
    <WordsForm
      draftKey={`offer-return.${request.id}`}
      label={words.offerWords}
      submit={words.offerDo}
      needed={false}
      busy={offer.loading}
      refusal={offer.refusal}
      back={back}
      send={(note) => offer.run({ returnId: request.id, amountMinor, note: note || null })}
    >
      <AmountInput
        label={words.offerAmount}
        currency={request.amount.currency}
        value={amountMinor}
        onChange={setAmountMinor}
      />
    </WordsForm>
  );
}
