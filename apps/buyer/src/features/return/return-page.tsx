import { useQuery } from "@apollo/client/react";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { useQuoting } from "@makegood/graphql/use-quoting.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { MissingNote } from "@makegood/ui/missing-note.tsx";
import type { StepActions } from "@makegood/ui/next-steps.tsx";
import { PhotoPicker, type SentPhoto } from "@makegood/ui/photo-picker.tsx";
import { QuoteBreakdown } from "@makegood/ui/quote-breakdown.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { allOf, pickedUnits, UnitPicker, withinOf } from "@makegood/ui/unit-picker.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { uiWords } from "@makegood/ui/words.ts";
import { Button, Card, Radio, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useLocation } from "wouter";
import { useRemedies } from "../../remedies.ts";
import { useAppWords } from "../../words.ts";
import {
  QuoteReturnDocument,
  RequestReturnDocument,
  ReturnFormDocument,
  type ReturnFormQuery,
} from "./return.generated.ts";

type FormOrder = NonNullable<ReturnFormQuery["order"]>;
type Method = "LABEL" | "OWN";
type Kind = "REFUND" | "EXCHANGE" | "REPLACEMENT";

/** Sends something back: what, why, shown how, sent how, and exactly what will happen before one confirms. */
export function ReturnPage({ id }: { id: string }) {
  const app = useAppWords();
  const words = useWords(returnWords);
  const remedies = useRemedies(id);
  const { data, loading, error, refetch } = useQuery(ReturnFormDocument, {
    variables: { id },
    fetchPolicy: "network-only",
  });
  if (loading && !data) return <Loading />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const order = data?.order;
  if (!order) return <EmptyState title={app.notFound}>{app.notFoundHint}</EmptyState>;
  const decision = order.returnEligibility;
  return (
    <Stack>
      <BackLink to={`/orders/${id}`} label={order.number} />
      <Title order={1}>{words.titleOf(order.shop.name)}</Title>
      {decision.outcome === "REFUSED" ? (
        <RefusalNotice
          refusal={{ message: decision.sentence, nextSteps: decision.nextSteps, decision }}
          actions={remedies}
        />
      ) : (
        <ReturnForm order={order} remedies={remedies} />
      )}
    </Stack>
  );
}

function ReturnForm({ order, remedies }: { order: FormOrder; remedies: StepActions }) {
  const app = useAppWords();
  const words = useWords(returnWords);
  const [, go] = useLocation();
  const decision = order.returnEligibility;
  const shared = useWords(uiWords);
  const [draft, setDraft, clear] = useDraft(`return.${order.id}`, {
    counts: allOf(decision.returnableUnits),
    reasonCode: null as string | null,
    kind: "REFUND" as Kind,
    wish: "",
    method: "LABEL" as Method,
    photos: [] as SentPhoto[],
    note: "",
  });
  const { reasonCode, kind, wish, method, photos, note } = draft;
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const request = useCommand(RequestReturnDocument);
  const counts = withinOf(decision.returnableUnits, draft.counts);
  const units = pickedUnits(counts);
  const reason = decision.returnReasons.find(({ code }) => code === reasonCode) ?? null;
  const wanted = { orderId: order.id, units, reasonCode, method, kind };
  const quoting = useQuoting(QuoteReturnDocument, units.length > 0 && reason ? wanted : null);
  const missing = [
    ...(units.length === 0 ? [app.missingUnits] : []),
    ...(reason ? [] : [app.missingReason]),
    ...(reason?.noteRequired && note.trim() === "" ? [app.missingNote] : []),
    ...(kind === "EXCHANGE" && wish.trim() === "" ? [app.missingWish] : []),
    ...(reason && photos.length < reason.photosNeeded
      ? [app.missingPhotos(reason.photosNeeded - photos.length)]
      : []),
  ];
  const decided = quoting.quote?.decision ?? null;
  const atOnce = decided?.outcome === "AUTO_APPROVED";

  const submit = async () => {
    const done = await request.run({
      ...wanted,
      note: note.trim() || null,
      wish: wish.trim() || null,
      photoIds: photos.map(({ id }) => id),
      quoteId: quoting.quote?.id ?? null,
    });
    if (!done) return;
    clear();
    // Back must not reopen the form that was sent.
    go(`/orders/${order.id}`, { replace: true });
  };
  const refusal = request.refusal ?? quoting.refusal;

  return (
    <Stack>
      <UnitPicker
        title={words.whichUnits}
        units={decision.returnableUnits}
        counts={counts}
        onChange={(chosen) => change({ counts: chosen })}
      />
      <Card>
        <Stack gap="md">
          <Radio.Group
            label={words.why}
            required
            value={reasonCode}
            onChange={(code) => change({ reasonCode: code, kind: "REFUND" })}
          >
            <Stack gap="xs" mt="xs">
              {decision.returnReasons.map(({ code, label }) => (
                <Radio key={code} value={code} label={label} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={reason?.noteRequired ? words.noteNeeded : words.note}
            required={reason?.noteRequired ?? false}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <PhotoPicker
            app="buyer"
            orderId={order.id}
            label={reason?.photosNeeded ? words.photosNeeded(reason.photosNeeded) : words.photos}
            photos={photos}
            onChange={(given) => change({ photos: given })}
          />
        </Stack>
      </Card>
      {(kind !== "REFUND" || (decided?.replacing.length ?? 0) > 0) && (
        <Card>
          <Stack gap="sm">
            <Radio.Group
              label={words.what}
              description={words.kindHint}
              value={kind}
              onChange={(value) => change({ kind: value as Kind })}
            >
              <Stack gap="xs" mt="xs">
                {(["REFUND", ...(decided?.replacing ?? [kind])] as Kind[]).map((each) => (
                  <Radio key={each} value={each} label={words.kind[each]} />
                ))}
              </Stack>
            </Radio.Group>
            {kind === "EXCHANGE" && (
              <TextInput
                label={words.wish}
                required
                maxLength={200}
                value={wish}
                onChange={(event) => change({ wish: event.currentTarget.value })}
              />
            )}
          </Stack>
        </Card>
      )}
      {!decided?.returnless && (
        <Card>
          <Radio.Group
            label={words.how}
            value={method}
            onChange={(value) => change({ method: value as Method })}
          >
            <Stack gap="sm" mt="xs">
              <Radio value="LABEL" label={words.label} description={words.labelHint} />
              <Radio value="OWN" label={words.own} description={words.ownHint} />
            </Stack>
          </Radio.Group>
        </Card>
      )}
      {quoting.quote && decided && (
        <Card>
          <Stack gap="sm">
            <Title order={2}>{words.exactly}</Title>
            <Text size="sm">
              {decided.returnless ? words.keepIt : atOnce ? words.atOnce : words.bySeller}
            </Text>
            <QuoteBreakdown quote={quoting.quote} />
            {!decided.returnless && (
              <Text size="sm" c="dimmed">
                {decided.shippingPaidBy === "SELLER" ? words.sellerPays : words.buyerPays}
              </Text>
            )}
            {decided.validUntil && (
              <Text size="sm" c="dimmed">
                {words.validUntil} <DateText at={decided.validUntil} until />
              </Text>
            )}
          </Stack>
        </Card>
      )}
      {refusal && (
        <RefusalNotice
          refusal={refusal}
          actions={{
            ...remedies,
            ...(request.refusal ? {} : { RETRY: { label: shared.retry, go: quoting.again } }),
          }}
        />
      )}
      <MissingNote missing={missing} />
      <Button
        size="md"
        onClick={() => void submit()}
        loading={request.loading || quoting.loading}
        disabled={!quoting.quote || missing.length > 0}
      >
        {atOnce ? words.confirm : words.confirmAsk}
      </Button>
    </Stack>
  );
}
