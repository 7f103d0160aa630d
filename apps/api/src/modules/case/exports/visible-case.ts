import type { RequestContext } from "#platform/graphql/context.js";
import type { Caller } from "#platform/identity/caller.js";
import type { CaseEntity } from "./case.entity.js";
import { caseById } from "./case-loaders.js";

/** A case is between its buyer and support. */
export function seesCase(caller: Caller, support: CaseEntity): boolean {
  if (caller.kind === "AGENT") return true;
  return caller.kind === "BUYER" && support.buyerId === caller.personId;
}

export async function visibleCase(context: RequestContext, id: string): Promise<CaseEntity | null> {
  const support = await context.loader(caseById).load(id);
  return support && seesCase(context.caller, support) ? support : null;
}
