import { useQuery } from "@apollo/client/react";
import type { ReturnViewFragment } from "@makegood/graphql/fragments/return.generated.ts";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { ConfirmButton, useMoneyWords } from "@makegood/ui/confirm-button.tsx";
import { DisputeCard } from "@makegood/ui/dispute-card.tsx";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { Form } from "@makegood/ui/form.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { NextSteps } from "@makegood/ui/next-steps.tsx";
import { PhotoPicker, type SentPhoto } from "@makegood/ui/photo-picker.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { ReturnCard } from "@makegood/ui/return-card.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Card, Group, NativeSelect, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { useRemedies } from "../../remedies.ts";
import type { OrderStoryFragment } from "../order/order.generated.ts";
import { Escalate } from "./escalate.tsx";
import {
  AcceptDeductionDocument,
  AddReturnTrackingDocument,
  AnswerReturnInfoDocument,
  AnswerReturnOfferDocument,
  AppealRulingDocument,
  CancelReturnDocument,
  DropOffParcelDocument,
  RefundInsteadDocument,
  ReturnCarriersDocument,
} from "./return.generated.ts";

/** An order's returns and disputes, with all its buyer can do about them; and how to begin one. */
export function Returns({ order }: { order: OrderStoryFragment }) {
  return (
    <>
      {order.returns.map((request) => (
        <ReturnCard key={request.id} request={request} app="buyer">
          <Actions request={request} orderId={order.id} />
        </ReturnCard>
      ))}
      {order.disputes.map((dispute) => (
        <DisputeCard key={dispute.id} dispute={dispute} app="buyer">
          {dispute.ruledFor === "SELLER" &&
            dispute.status === "APPEAL_WINDOW" &&
            !dispute.appealStatement && <Appeal disputeId={dispute.id} />}
        </DisputeCard>
      ))}
      <Returning order={order} />
    </>
  );
}

/** Whether something can be sent back and until when; if not, why. Not yet shown before it arrived. */
function Returning({ order }: { order: OrderStoryFragment }) {
  const words = useWords(returnWords);
  const remedies = useRemedies(order.id);
  const decision = order.returnEligibility;
  const possible = decision.outcome !== "REFUSED";
  const open = order.returns.length > 0;
  if (!possible && (open || !["DELIVERED", "COMPLETED"].includes(order.status))) return null;
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{words.heading}</Title>
        <Text>{decision.sentence}</Text>
        {possible &&
          decision.rights.map(({ kind, until, sentence }) => (
            <Text key={`${kind}${until}`} size="sm" c="dimmed">
              {sentence}
            </Text>
          ))}
        {possible ? (
          <Group>
            <Button component={Link} href={`/orders/${order.id}/return`}>
              {decision.outcome === "AUTO_APPROVED" ? words.start : words.ask}
            </Button>
          </Group>
        ) : (
          <NextSteps steps={decision.nextSteps} actions={remedies} />
        )}
        <Explanation decision={decision} />
      </Stack>
    </Card>
  );
}

function Actions({ request, orderId }: { request: ReturnViewFragment; orderId: string }) {
  const words = useWords(returnWords);
  const can = (action: ReturnViewFragment["actions"][number]) => request.actions.includes(action);
  const cancel = useCommand(CancelReturnDocument);
  const accept = useCommand(AcceptDeductionDocument);
  const instead = useCommand(RefundInsteadDocument);
  const inWords = useMoneyWords();
  const returnId = request.id;
  return (
    <Stack gap="sm">
      {can("ANSWER_INFO") && <AnswerInfo returnId={returnId} orderId={orderId} />}
      {can("ANSWER_OFFER") && <AnswerOffer request={request} />}
      {can("ADD_TRACKING") && <AddTracking returnId={returnId} />}
      <DropOff request={request} />
      {can("ACCEPT_DEDUCTION") && (
        <Group>
          <ConfirmButton
            label={words.acceptDeduction}
            consequence={words.deductionConsequence(inWords(request.comesBack))}
            confirm={words.deductionConfirm(inWords(request.comesBack))}
            loading={accept.loading}
            run={() => void accept.run({ returnId })}
          />
        </Group>
      )}
      {can("ESCALATE") && <Escalate subjectId={returnId} orderId={orderId} />}
      {can("REFUND_INSTEAD") && (
        <Group>
          <ConfirmButton
            variant="default"
            label={words.refundInstead}
            consequence={words.insteadConsequence}
            confirm={words.refundInstead}
            loading={instead.loading}
            run={() => void instead.run({ returnId })}
          />
        </Group>
      )}
      {can("CANCEL") && (
        <Group>
          <Button
            variant="subtle"
            color="gray"
            loading={cancel.loading}
            onClick={() => void cancel.run({ returnId })}
          >
            {words.takeBack}
          </Button>
        </Group>
      )}
      {(cancel.refusal ?? accept.refusal) && (
        <RefusalNotice refusal={(cancel.refusal ?? accept.refusal) as never} />
      )}
    </Stack>
  );
}

function AnswerInfo({ returnId, orderId }: { returnId: string; orderId: string }) {
  const words = useWords(returnWords);
  const [photos, setPhotos] = useState<SentPhoto[]>([]);
  const answer = useCommand(AnswerReturnInfoDocument);
  return (
    <WordsForm
      draftKey={`return-answer.${returnId}`}
      label={words.answer}
      submit={words.sendAnswer}
      busy={answer.loading}
      refusal={answer.refusal}
      send={(text) => answer.run({ returnId, answer: text, photoIds: photos.map(({ id }) => id) })}
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

function AnswerOffer({ request }: { request: ReturnViewFragment }) {
  const words = useWords(returnWords);
  const answer = useCommand(AnswerReturnOfferDocument);
  const inWords = useMoneyWords();
  if (!request.offer) return null;
  const offered = inWords(request.offer.amount);
  const say = (accept: boolean) => void answer.run({ returnId: request.id, accept });
  return (
    <Stack gap="xs">
      <Text>
        {words.offer}: <MoneyText money={request.offer.amount} fw={650} />
        {request.offer.note ? ` · “${request.offer.note}”` : ""}
      </Text>
      <Text size="sm" c="dimmed">
        {words.offerNote}
      </Text>
      <Group>
        <ConfirmButton
          label={words.accept}
          consequence={words.offerConsequence(offered)}
          confirm={words.offerConfirm(offered)}
          loading={answer.loading}
          run={() => say(true)}
        />
        <Button variant="default" loading={answer.loading} onClick={() => say(false)}>
          {words.decline}
        </Button>
      </Group>
      {answer.refusal && <RefusalNotice refusal={answer.refusal} />}
    </Stack>
  );
}

function AddTracking({ returnId }: { returnId: string }) {
  const words = useWords(returnWords);
  const { data } = useQuery(ReturnCarriersDocument);
  const [carrier, setCarrier] = useState("Correios");
  const [trackingNumber, setTrackingNumber] = useState("");
  const add = useCommand(AddReturnTrackingDocument);
  const carriers = data?.returnCarriers ?? [];
  const example = carriers.find(({ name }) => name === carrier)?.example;
  return (
    <Form onSubmit={() => add.run({ returnId, carrier, trackingNumber })}>
      <Stack gap="sm">
        <NativeSelect
          label={words.carrier}
          value={carrier}
          onChange={(event) => setCarrier(event.currentTarget.value)}
          data={carriers.map(({ name }) => name)}
        />
        <TextInput
          label={words.tracking}
          description={example && words.trackingLike(example)}
          required
          maxLength={60}
          value={trackingNumber}
          onChange={(event) => setTrackingNumber(event.currentTarget.value)}
        />
        {add.refusal && <RefusalNotice refusal={add.refusal} />}
        <Group>
          <Button type="submit" loading={add.loading}>
            {words.addTracking}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** In a sandbox no carrier comes by: this hands the parcel in. */
function DropOff({ request }: { request: ReturnViewFragment }) {
  const words = useWords(returnWords);
  const { data } = useQuery(ReturnCarriersDocument);
  const dropOff = useCommand(DropOffParcelDocument);
  if (!data?.sandbox || request.status !== "AWAITING_SHIPMENT" || !request.label) return null;
  return (
    <Group>
      <Button
        variant="light"
        loading={dropOff.loading}
        onClick={() => void dropOff.run({ returnId: request.id })}
      >
        {words.dropOff}
      </Button>
    </Group>
  );
}

function Appeal({ disputeId }: { disputeId: string }) {
  const words = useWords(returnWords);
  const appeal = useCommand(AppealRulingDocument);
  return (
    <WordsForm
      draftKey={`appeal.${disputeId}`}
      label={words.appealWhy}
      submit={words.appeal}
      busy={appeal.loading}
      refusal={appeal.refusal}
      send={(statement) => appeal.run({ disputeId, statement })}
    />
  );
}
