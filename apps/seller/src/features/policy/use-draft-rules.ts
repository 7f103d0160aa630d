import { useDraft } from "@makegood/ui/use-draft.ts";
import { useMemo } from "react";
import type { PolicyRulesViewFragment } from "./policy.generated.ts";

export type Rules = PolicyRulesViewFragment;

/** Rules without what the cache adds: as the API takes them. */
export function plainRules(rules: Rules): Rules {
  return JSON.parse(
    JSON.stringify(rules, (key, value) => (key === "__typename" ? undefined : value)),
  );
}

/** A draft of the rules that survives a reload until it is published or thrown away. */
export function useDraftRules(shopId: string, version: number, published: Rules | null) {
  const [draft, change, revert] = useDraft<Rules | null>(`policy.${shopId}.${version}`, null);
  const plain = useMemo(() => published && plainRules(published), [published]);
  // What a draft was begun without is as it was published.
  return { draft: draft && plain ? { ...plain, ...draft } : plain, change, revert };
}
