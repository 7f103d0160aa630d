import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { driftWords } from "./drift-words.ts";

interface Variables {
  input: {
    driftItemId: string;
    words: string;
    idempotencyKey: string;
    dryRun?: boolean | null | undefined;
  };
}

/** A step that needs a few words. */
export function StepForm<D extends object>({
  driftItemId,
  document,
  label,
  submit,
  back,
  changed,
}: {
  driftItemId: string;
  document: TypedDocumentNode<D, Variables>;
  label: string;
  submit: string;
  back: (() => void) | null;
  changed: () => void;
}) {
  const words = useWords(driftWords);
  const command = useCommand(document);
  return (
    <WordsForm
      draftKey={`drift.${driftItemId}.${submit}`}
      label={label}
      submit={submit}
      busy={command.loading}
      refusal={command.refusal}
      send={async (typed) => {
        const done = await command.run({ driftItemId, words: typed });
        if (done) changed();
        return done;
      }}
      {...(back ? { back: { label: words.back, go: back } } : {})}
    />
  );
}
