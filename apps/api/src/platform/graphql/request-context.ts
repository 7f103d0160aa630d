import type DataLoader from "dataloader";
import type { LoaderFactory, RequestContext } from "#platform/graphql/context.js";
import type { Caller } from "#platform/identity/caller.js";

type Given = Omit<RequestContext, "loader" | "forgetLoaders" | "sessionTopics" | "become">;
type Changing = { -readonly [K in keyof RequestContext]: RequestContext[K] };

/** A context with its own loaders. Its methods go by `this`: Apollo Server hands out copies of it. */
export function requestContext(given: Given): RequestContext {
  const loaders = new Map<unknown, unknown>();
  return {
    ...given,
    sessionTopics: topicsOf(given.caller),
    become(this: Changing, caller: Caller) {
      this.caller = caller;
      loaders.clear();
    },
    loader<K, V>(this: RequestContext, factory: LoaderFactory<K, V>): DataLoader<K, V> {
      const known = loaders.get(factory) as DataLoader<K, V> | undefined;
      if (known) return known;
      const made = factory(this);
      loaders.set(factory, made);
      return made;
    },
    forgetLoaders: () => loaders.clear(),
  };
}

function topicsOf(caller: Caller): string[] {
  if (caller.kind === "ANONYMOUS") return [];
  return ["keyId" in caller ? caller.keyId : caller.sessionId];
}
