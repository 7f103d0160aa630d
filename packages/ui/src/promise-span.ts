import { platformNow } from "./platform-time.ts";

const dayMs = 86_400_000;

/** What figures look at: the last half year, and a year ahead for a page that stays open. */
export function promiseSpan(): { from: string; to: string } {
  const midnight = Math.floor(platformNow().getTime() / dayMs) * dayMs;
  return {
    from: new Date(midnight - 182 * dayMs).toISOString(),
    to: new Date(midnight + 366 * dayMs).toISOString(),
  };
}
