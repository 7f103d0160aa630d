import { GraphQLError } from "graphql";
import type { Caller } from "#platform/identity/caller.js";
import type { RequestContext } from "./context.js";

export type KnownCaller = Exclude<Caller, { kind: "ANONYMOUS" }>;

/** The caller, who has to be somebody: for what makes no sense for strangers. */
export function knownCaller(context: RequestContext): KnownCaller {
  if (context.caller.kind === "ANONYMOUS") {
    const message = "Sign in, or send a key (Authorization: Bearer mgk_...), to do this.";
    throw new GraphQLError(message, {
      extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
    });
  }
  return context.caller;
}
