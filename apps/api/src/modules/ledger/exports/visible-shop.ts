import { knownCaller } from "#platform/graphql/callers.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { callerShopIds } from "#platform/identity/caller.js";

/**
 * The shop whose money is asked for, as far as the caller may see it: its members, its keys that read
 * finances, support. Empty for others, which matches nothing: what isn't theirs looks as if it weren't.
 */
export function visibleShopId(context: RequestContext, shopId: string): string {
  const caller = knownCaller(context);
  const mine = caller.kind === "AGENT" || callerShopIds(caller).includes(shopId);
  const reads = caller.kind !== "INTEGRATION" || caller.scopes.has("FINANCES_READ");
  return mine && reads ? shopId : "";
}
