import { useQuery } from "@apollo/client/react";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { useQuoting } from "@makegood/graphql/use-quoting.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { MissingNote } from "@makegood/ui/missing-note.tsx";
import { paymentWords } from "@makegood/ui/payment-words.ts";
import { QuoteBreakdown } from "@makegood/ui/quote-breakdown.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { allOf, pickedUnits, UnitPicker, withinOf } from "@makegood/ui/unit-picker.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { uiWords } from "@makegood/ui/words.ts";
import { Button, Card, Radio, Stack, Text, Textarea, Title } from "@mantine/core";
import { useLocation } from "wouter";
import { useRemedies } from "../../remedies.ts";
import { useAppWords } from "../../words.ts";
import {
  CancellationFormDocument,
  type CancellationFormQuery,
  QuoteCancellationDocument,
  RequestCancellationDocument,
} from "./cancellation.generated.ts";

type FormOrder = NonNullable<CancellationFormQuery["order"]>;

/** Cancels: which units, why where the shop asks, and exactly what will happen before one confirms. */
export function CancelPage({ id }: { id: string }) {
  const words = useAppWords();
  const { data, loading, error, refetch } = useQuery(CancellationFormDocument, {
    variables: { id },
    fetchPolicy: "network-only",
  });
  const remedies = useRemedies(id);
  if (loading && !data) return <Loading />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const order = data?.order;
  if (!order) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  const decision = order.cancellationEligibility;
  return (
    <Stack>
      <BackLink to={`/orders/${id}`} label={order.number} />
      <Title order={1}>
        {decision.outcome === "NEEDS_SELLER" ? words.askToCancel : words.cancel}
      </Title>
      {decision.outcome === "REFUSED" ? (
        <RefusalNotice
          refusal={{ message: decision.sentence, nextSteps: decision.nextSteps, decision }}
          actions={remedies}
        />
      ) : (
        <CancelForm order={order} again={() => void refetch()} />
      )}
    </Stack>
  );
}

function CancelForm({ order, again }: { order: FormOrder; again: () => void }) {
  const words = useAppWords();
  const [, go] = useLocation();
  const decision = order.cancellationEligibility;
  const [draft, setDraft, clear] = useDraft(`cancel.${order.id}`, {
    counts: allOf(decision.cancelableUnits),
    reasonCode: null as string | null,
    note: "",
  });
  const { reasonCode, note } = draft;
  const counts = withinOf(decision.cancelableUnits, draft.counts);
  const units = pickedUnits(counts);
  const quoting = useQuoting(
    QuoteCancellationDocument,
    units.length > 0 ? { orderId: order.id, units } : null,
  );
  const { quote, setQuote } = quoting;
  const confirm = useCommand(RequestCancellationDocument);
  const reason = decision.reasons.find(({ code }) => code === reasonCode);
  // Nothing was taken yet, so that nothing has to come back.
  const free = (quote?.notCharged.amountMinor ?? 0) > 0;
  const paying = useWords(paymentWords);
  const shared = useWords(uiWords);
  const missing = [
    ...(units.length === 0 ? [words.missingUnits] : []),
    ...(decision.reasonRequired && !reason ? [words.missingReason] : []),
    ...(reason?.noteRequired && note.trim() === "" ? [words.missingNote] : []),
  ];

  const submit = async () => {
    if (!quote) return;
    const meant = { orderId: order.id, units, reasonCode, note: note || null, quoteId: quote.id };
    const result = await confirm.send(meant);
    if (result?.__typename === "QuoteStale") setQuote(result.newQuote ?? null);
    if (result?.__typename !== "CancellationSuccess") return;
    clear();
    // Back must not reopen the form that was sent.
    go(`/orders/${order.id}`, { replace: true });
  };
  const refusal = confirm.refusal ?? quoting.refusal;

  return (
    <Stack>
      <UnitPicker
        title={words.whichUnits}
        units={decision.cancelableUnits}
        counts={counts}
        onChange={(chosen) => setDraft({ ...draft, counts: chosen })}
      />
      <Card>
        <Stack gap="sm">
          <Radio.Group
            label={decision.reasonRequired ? words.whyCancel : words.whyOptional}
            required={decision.reasonRequired}
            value={reasonCode}
            onChange={(code) => setDraft({ ...draft, reasonCode: code })}
          >
            <Stack gap="xs" mt="xs">
              {decision.reasons.map(({ code, label }) => (
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
            onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
          />
        </Stack>
      </Card>
      {quote && (
        <Card>
          <Stack gap="sm">
            <Title order={2}>{words.exactly}</Title>
            <Text size="sm">
              {decision.outcome === "AUTO_APPROVED"
                ? free
                  ? paying.canceledFree
                  : words.atOnce
                : free
                  ? paying.askedFree
                  : words.bySeller}
            </Text>
            <QuoteBreakdown quote={quote} />
            {decision.respondBy && (
              <Text size="sm" c="dimmed">
                {words.answerBy} <DateText at={decision.respondBy} until />
              </Text>
            )}
          </Stack>
        </Card>
      )}
      {refusal && (
        <RefusalNotice
          refusal={refusal}
          actions={{
            CONTACT_SUPPORT: { label: words.askSupport, go: () => go(`/orders/${order.id}/help`) },
            WITHDRAW_BY_LAW: {
              label: words.withdraw1,
              go: () => go(`/orders/${order.id}/withdraw`),
            },
            CHOOSE_UNITS: { label: words.whichUnits, go: again },
            ...(confirm.refusal ? {} : { RETRY: { label: shared.retry, go: quoting.again } }),
          }}
        />
      )}
      <MissingNote missing={missing} />
      <Button
        size="md"
        onClick={() => void submit()}
        loading={confirm.loading || quoting.loading}
        disabled={!quote || missing.length > 0}
      >
        {decision.outcome !== "AUTO_APPROVED"
          ? words.confirmAsk
          : free
            ? paying.confirmFree
            : words.confirmCancel}
      </Button>
    </Stack>
  );
}
