import { useMutation } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useEffect, useState } from "react";
import { askAgain } from "./call-failure.ts";
import type { CommandRefusal } from "./use-command.ts";

/** The quote that a quoting document's one field answers with. */
type QuoteOf<D> = Extract<D[Exclude<keyof D, "__typename">], { quote: unknown }>["quote"];

/**
 * What something would bring back, asked again whenever what is wanted changes, or by `again` where
 * no answer came; null for nothing yet.
 */
export function useQuoting<D extends object, I extends object>(
  document: TypedDocumentNode<D, { input: I }>,
  wanted: I | null,
) {
  const [ask, { loading }] = useMutation(document as TypedDocumentNode<D>);
  const [quote, setQuote] = useState<QuoteOf<D> | null>(null);
  const [refusal, setRefusal] = useState<CommandRefusal | null>(null);
  const [tries, setTries] = useState(0);
  const chosen = JSON.stringify(wanted);
  useEffect(() => {
    const input = JSON.parse(chosen) as I | null;
    if (!input) return setQuote(null);
    let current = true;
    const say = (made: QuoteOf<D> | null, refused: CommandRefusal | null) => {
      if (!current) return;
      setQuote(() => made);
      setRefusal(refused);
    };
    ask({ variables: { input }, context: { onlyAsks: true } } as never).then(
      ({ data }) => {
        const [result] = Object.values(data ?? {}) as ({ quote: QuoteOf<D> } | CommandRefusal)[];
        if (!result) return;
        if ("quote" in result) say(result.quote, null);
        else say(null, result);
      },
      ({ message }: Error) => say(null, { message, nextSteps: [askAgain()] }),
    );
    return () => {
      current = false;
    };
  }, [ask, chosen, tries]);
  return { quote, setQuote, refusal, loading, again: () => setTries(tries + 1) };
}
