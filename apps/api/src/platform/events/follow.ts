import { GraphQLError } from "graphql";
import type { RequestContext } from "#platform/graphql/context.js";

/** Even with no hint the table is looked at this often: a lost wake-up costs time, never an event. */
const idlePollMs = 5_000;

export interface Followed<T> {
  /** Wake-up topic: an order's or shop's id, or "*". */
  topic: string;
  /** Events after the last one given, oldest first, at most some hundred. */
  read(): Promise<T[]>;
}

/**
 * Gives what was missed and then what is new, by reading the table whenever something woke it. Pull
 * by nature: nothing is queued for a slow reader. Ends with the caller's session.
 */
export async function* follow<T>(
  context: RequestContext,
  { topic, read }: Followed<T>,
): AsyncGenerator<T, void, undefined> {
  const { wakeUps } = context.platform;
  let woken = false;
  let doubted = false;
  let wake: () => void = () => undefined;
  const onWake = () => {
    woken = true;
    wake();
  };
  const onDoubt = () => {
    doubted = true;
    onWake();
  };
  const makeSure = async () => {
    doubted = false;
    if (await context.stillAllowed()) return;
    throw new GraphQLError("The session has ended: sign in again.", {
      extensions: { code: "UNAUTHENTICATED" },
    });
  };
  const stops = [
    wakeUps.subscribe(topic, onWake),
    ...context.sessionTopics.map((name) => wakeUps.subscribe(name, onDoubt)),
  ];
  try {
    while (true) {
      woken = false;
      if (wakeUps.closed) return;
      await makeSure();
      const batch = await read();
      for (const item of batch) {
        if (doubted) await makeSure();
        context.forgetLoaders();
        yield item;
      }
      if (batch.length > 0 || woken) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, idlePollMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (woken) wake();
      });
    }
  } finally {
    for (const stop of stops) stop();
  }
}
