import { useMutation } from "@apollo/client/react";
import type { RefusedFragment } from "@makegood/graphql/fragments/refusal.generated.ts";
import { useEffect, useState } from "react";
import { QuoteCancellationDocument, type QuoteViewFragment } from "./cancellation.generated.ts";

export interface Units {
  lineId: string;
  quantity: number;
}

/** What these units would bring back, asked again whenever they change. */
export function useQuote(orderId: string, units: Units[]) {
  const [ask, { loading }] = useMutation(QuoteCancellationDocument);
  const [quote, setQuote] = useState<QuoteViewFragment | null>(null);
  const [refusal, setRefusal] = useState<RefusedFragment | null>(null);
  const chosen = JSON.stringify(units);
  useEffect(() => {
    const wanted = JSON.parse(chosen) as Units[];
    if (wanted.length === 0) return setQuote(null);
    let current = true;
    void ask({ variables: { input: { orderId, units: wanted } } }).then(({ data }) => {
      if (!current || !data) return;
      const result = data.quoteCancellation;
      setQuote(result.__typename === "QuoteSuccess" ? result.quote : null);
      setRefusal(result.__typename === "QuoteSuccess" ? null : (result as RefusedFragment));
    });
    return () => {
      current = false;
    };
  }, [ask, orderId, chosen]);
  return { quote, setQuote, refusal, loading };
}
