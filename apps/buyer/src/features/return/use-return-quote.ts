import { useMutation } from "@apollo/client/react";
import type { CommandRefusal } from "@makegood/graphql/use-command.ts";
import { useEffect, useState } from "react";
import {
  QuoteReturnDocument,
  type QuoteReturnMutation,
  type QuoteReturnMutationVariables,
} from "./return.generated.ts";

type Quoted = Extract<QuoteReturnMutation["quoteReturn"], { __typename: "QuoteSuccess" }>["quote"];

/** What this return would bring back, asked again whenever units, reason or method change. */
export function useReturnQuote(wanted: QuoteReturnMutationVariables["input"] | null) {
  const [ask, { loading }] = useMutation(QuoteReturnDocument);
  const [quote, setQuote] = useState<Quoted | null>(null);
  const [refusal, setRefusal] = useState<CommandRefusal | null>(null);
  const chosen = JSON.stringify(wanted);
  useEffect(() => {
    const input = JSON.parse(chosen) as typeof wanted;
    if (!input) return setQuote(null);
    let current = true;
    void ask({ variables: { input } }).then(({ data }) => {
      if (!current || !data) return;
      const result = data.quoteReturn;
      const made = result.__typename === "QuoteSuccess";
      setQuote(made ? result.quote : null);
      setRefusal(made ? null : (result as CommandRefusal));
    });
    return () => {
      current = false;
    };
  }, [ask, chosen]);
  return { quote, refusal, loading };
}
