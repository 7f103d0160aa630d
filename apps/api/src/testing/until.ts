import { vi } from "vitest";

/** Waits until a check passes; for what happens by itself. */
export const until = <T>(check: () => Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 15_000, interval: 50 });
