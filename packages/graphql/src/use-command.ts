import { useMutation } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useState } from "react";
import { useIntent } from "./use-intent.ts";

/** What every refusal says; a screen that knows a kind better looks at `__typename`. */
export interface CommandRefusal {
  __typename?: string;
  message: string;
  nextSteps: { kind: string; sentence: string }[];
  decision?: {
    rule: string;
    policyVersion: { number: number };
    trace: {
      rule: string;
      fact: string;
      value?: string | null;
      threshold?: string | null;
      sentence: string;
    }[];
  } | null;
}

type Meant<V> = V extends { input: infer I } ? Omit<I, "idempotencyKey" | "dryRun"> : never;

/**
 * Sends a command: one key for one intent, however often it is tried. True when it was done; if not,
 * the refusal (or the error) says why.
 */
export function useCommand<D extends object, V extends { input: object }>(
  document: TypedDocumentNode<D, V>,
) {
  const [mutate, { loading, error }] = useMutation(document as TypedDocumentNode<D>);
  const [refusal, setRefusal] = useState<CommandRefusal | null>(null);
  const intent = useIntent();
  const run = async (meant: Meant<V>): Promise<boolean> => {
    const variables = { input: { ...(meant as object), idempotencyKey: intent.key(meant) } };
    const { data } = await mutate({ variables } as never);
    const result = data ? (Object.values(data)[0] as CommandRefusal | undefined) : undefined;
    if (!result) return false;
    intent.done();
    const done = result.__typename?.endsWith("Success") ?? false;
    setRefusal(done ? null : result);
    return done;
  };
  return { run, loading, error: error ?? null, refusal, forget: () => setRefusal(null) };
}
