import { useEffect, useState } from "react";
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
  const name = `makegood.policy.${shopId}.${version}`;
  const [draft, setDraft] = useState<Rules | null>(null);
  useEffect(() => {
    if (!published) return;
    const kept = sessionStorage.getItem(name);
    setDraft(kept ? (JSON.parse(kept) as Rules) : plainRules(published));
  }, [name, published]);
  const change = (next: Rules) => {
    setDraft(next);
    sessionStorage.setItem(name, JSON.stringify(next));
  };
  const revert = () => {
    sessionStorage.removeItem(name);
    setDraft(published && plainRules(published));
  };
  return { draft, change, revert };
}
