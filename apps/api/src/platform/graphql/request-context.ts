import type DataLoader from "dataloader";
import type { LoaderFactory, RequestContext } from "#platform/graphql/context.js";
import type { Caller } from "#platform/identity/caller.js";

type Given = Omit<RequestContext, "loader" | "forgetLoaders" | "sessionTopics">;

/** A context with its own loaders. */
export function requestContext(given: Given): RequestContext {
  const loaders = new Map<unknown, unknown>();
  const context: RequestContext = {
    ...given,
    sessionTopics: topicsOf(given.caller),
    loader<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V> {
      const known = loaders.get(factory) as DataLoader<K, V> | undefined;
      if (known) return known;
      const made = factory(context);
      loaders.set(factory, made);
      return made;
    },
    forgetLoaders: () => loaders.clear(),
  };
  return context;
}

function topicsOf(caller: Caller): string[] {
  if (caller.kind === "ANONYMOUS") return [];
  return [caller.kind === "INTEGRATION" ? caller.keyId : caller.sessionId];
}
