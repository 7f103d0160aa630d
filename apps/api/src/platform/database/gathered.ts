import type { RequestContext } from "#platform/graphql/context.js";

/**
 * Reads these keys, with everybody else who asks at this moment where that may be many: the
 * subscribers of one event. Requests of their own read for themselves alone.
 */
export async function gathered<V>(
  { live, platform }: RequestContext,
  kind: string,
  keys: readonly string[],
  fetch: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
): Promise<ReadonlyMap<string, V>> {
  return live ? platform.gatherer.read(kind, keys, fetch) : fetch([...new Set(keys)]);
}
