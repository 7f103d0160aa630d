import { GraphQLError } from "graphql";
import type { Caller } from "#platform/identity/caller.js";
import type { KeyReading } from "./access.js";

/** Tells a key that it lacks the scope for this, by name; people are let through. */
export function refuseUnlessRead(
  caller: Caller,
  reading: Exclude<KeyReading, "public">,
  what: string,
): void {
  if (caller.kind !== "INTEGRATION" && caller.kind !== "MARKETPLACE_INTEGRATION") return;
  if (reading !== "peopleOnly" && reading.anyOf.some((scope) => caller.scopes.has(scope))) return;
  const message =
    reading === "peopleOnly"
      ? `${what} is for people who are signed in; no key reads it.`
      : `${what} needs a key with ${reading.anyOf.join(" or ")}.`;
  throw new GraphQLError(message, {
    extensions: {
      code: "FORBIDDEN",
      neededScopes: reading === "peopleOnly" ? [] : [...reading.anyOf],
    },
  });
}
