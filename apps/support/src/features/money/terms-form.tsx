import { termsSentences } from "@makegood/domain/ledger/terms-words";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { Form } from "@makegood/ui/form.tsx";
import { useLocale, useWords } from "@makegood/ui/locale.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Button, Card, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { PublishMoneyTermsDocument, type TermsVersionFragment } from "./terms.generated.ts";
import { TermsChanges } from "./terms-changes.tsx";
import { draftedTerms, draftOf } from "./terms-draft.ts";
import { EarningFields, PayingFields } from "./terms-fields.tsx";
import { termsWords } from "./terms-words.ts";

/** The next version of terms, beginning with what holds; what it changes is told in words before. */
export function TermsForm({
  shopId,
  before,
  again,
  close,
}: {
  shopId: string | null;
  /** The newest that hold or are announced, which may be the marketplace's. */
  before: TermsVersionFragment;
  again: () => void;
  close: () => void;
}) {
  const words = useWords(termsWords);
  const { locale } = useLocale();
  const [draft, setDraft] = useState(() => draftOf(before));
  const [from, setFrom] = useState("");
  const publish = useCommand(PublishMoneyTermsDocument);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const submit = async () => {
    const at = from ? new Date(from).toISOString() : null;
    // The marketplace's terms, which a shop without its own begins with, are none of its versions.
    const own = (before.shop?.id ?? null) === shopId;
    const expectedNumber = own ? before.number : 0;
    const done = await publish.send({ shopId, terms: draft, from: at, expectedNumber });
    if (done?.__typename === "MoneyTermsSuccess") close();
    if (done?.__typename === "TermsChanged") again();
  };
  return (
    <Card>
      <Form onSubmit={submit}>
        <Stack>
          <EarningFields draft={draft} change={change} />
          <PayingFields draft={draft} change={change} ofShop={shopId !== null} />
          <TextInput
            type="datetime-local"
            label={words.from}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TermsChanges
            before={before.sentences}
            after={termsSentences(draftedTerms(draft), locale)}
          />
          {publish.refusal && <RefusalNotice refusal={publish.refusal} />}
          <Group>
            <Button type="submit" loading={publish.loading}>
              {words.publish}
            </Button>
            <Button variant="subtle" onClick={close}>
              {words.back}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Card>
  );
}
