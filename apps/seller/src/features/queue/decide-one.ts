import type { QueueItemViewFragment } from "./queue.generated.ts";

/** Sends the answer to one of many; a refusal among what comes back has its message. */
export type DecideOne = (item: QueueItemViewFragment) => Promise<object | null>;
