import { useMutation } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useState } from "react";
import { tryAgain } from "./call-failure.ts";
import { useIntent } from "./use-intent.ts";

/** What every refusal says; a screen that knows a kind better looks at `__typename`. */
export interface CommandRefusal {
  __typename?: string;
  message: string;
  nextSteps: { kind: string; sentence: string }[];
  /** What happened meanwhile, where that is why. */
  changes?: { id: string; at: string; sentence: string; actorName?: string | null }[];
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

/** What the document's one field answers with. */
type Answer<D> = NonNullable<D[Exclude<keyof D, "__typename">]>;

const isDone = (result: unknown): boolean =>
  (result as { __typename?: string } | null)?.__typename?.endsWith("Success") ?? false;

type Meant<V> = V extends { input: infer I } ? Omit<I, "idempotencyKey" | "dryRun"> : never;

/**
 * Sends a command: one key for one intent, however often it is tried. True when it was done; if not,
 * the refusal says why, also where no answer came.
 */
export function useCommand<D extends object, V extends { input: object }>(
  document: TypedDocumentNode<D, V>,
) {
  const [mutate, { loading }] = useMutation(document as TypedDocumentNode<D>);
  const [refusal, setRefusal] = useState<CommandRefusal | null>(null);
  const intent = useIntent();
  /** As `run`, for who needs the whole answer: a fresh quote, or the thing that was made. */
  const send = async (meant: Meant<V>): Promise<Answer<D> | null> => {
    const variables = { input: { ...(meant as object), idempotencyKey: intent.key(meant) } };
    let data: D | null | undefined;
    try {
      ({ data } = await mutate({ variables } as never));
    } catch (error) {
      // The key stays, so that trying again does it once, whatever became of this.
      setRefusal({ message: (error as Error).message, nextSteps: [tryAgain()] });
      return null;
    }
    const result = data ? (Object.values(data)[0] as Answer<D> | undefined) : undefined;
    if (!result) return null;
    intent.done();
    setRefusal(isDone(result) ? null : (result as unknown as CommandRefusal));
    return result;
  };
  const run = async (meant: Meant<V>): Promise<boolean> => isDone(await send(meant));
  return { run, send, loading, refusal, forget: () => setRefusal(null) };
}
