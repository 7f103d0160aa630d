const dayMs = 86_400_000;

/**
 * What figures look at: the last half year, and a year ahead, since a sandbox's clock may be ahead of
 * the browser's.
 */
export function promiseSpan(): { from: string; to: string } {
  const midnight = Math.floor(Date.now() / dayMs) * dayMs;
  return {
    from: new Date(midnight - 182 * dayMs).toISOString(),
    to: new Date(midnight + 366 * dayMs).toISOString(),
  };
}
