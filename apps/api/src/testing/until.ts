import { vi } from "vitest";

/** Patience, for a machine that is slow or busy: it costs nothing where all goes well. */
const timeout = 60_000;

/**
 * Waits until a check passes, twice running; for what happens by itself. Twice, since an answer is
 * several reads: the one that a check waited for may be newer than the others.
 */
export const until = <T>(check: () => Promise<T>): Promise<T> =>
  vi.waitFor(
    async () => {
      await check();
      return check();
    },
    { timeout, interval: 50 },
  );
