import { useMutation } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { type DocumentNode, getOperationAST } from "graphql";
import { useState } from "react";
import { tryAgain } from "./call-failure.ts";
import { useIntents } from "./use-intents.ts";

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

/** Answers after which it isn't known yet what becomes of it: the key stays, as it does without any. */
const unsettled = new Set([
  "IdempotencyInProgress",
  "Busy",
  "ProviderSilent",
  "ProviderUnavailable",
]);
const isSettled = ({ __typename }: { __typename?: string }) => !unsettled.has(__typename ?? "");

const isDone = (result: unknown): boolean =>
  (result as { __typename?: string } | null)?.__typename?.endsWith("Success") ?? false;

type Meant<V> = V extends { input: infer I } ? Omit<I, "idempotencyKey" | "dryRun"> : never;

/** What a document's operation is called. */
const nameOf = (document: DocumentNode): string => getOperationAST(document)?.name?.value ?? "";

/**
 * Sends a command: one key for one intent, however often it is tried. True when it was done; if not,
 * the refusal says why, also where no answer came.
 */
export function useCommand<D extends object, V extends { input: object }>(
  document: TypedDocumentNode<D, V>,
) {
  const [mutate, { loading }] = useMutation(document as TypedDocumentNode<D>);
  const [refusal, setRefusal] = useState<CommandRefusal | null>(null);
  const intents = useIntents(nameOf(document));
  /** As `run`, for who needs the whole answer: a fresh quote, or the thing that was made. */
  const send = async (meant: Meant<V>): Promise<Answer<D> | null> => {
    const intent = intents.begin(meant);
    const variables = { input: intent.input };
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
    if (isSettled(result as object)) intent.end();
    setRefusal(isDone(result) ? null : (result as unknown as CommandRefusal));
    return result;
  };
  const run = async (meant: Meant<V>): Promise<boolean> => isDone(await send(meant));
  return { run, send, loading, refusal, forget: () => setRefusal(null) };
}
