import { useViewer } from "@makegood/graphql/use-session.ts";
import { createContext, useContext } from "react";

export const ChosenShop = createContext<{ id: string; choose: (id: string) => void }>({
  id: "",
  choose: () => undefined,
});

/** The shop one works for now, and the others one could. */
export function useShop() {
  const { viewer } = useViewer();
  const chosen = useContext(ChosenShop);
  const memberships = viewer?.memberships ?? [];
  const current = memberships.find(({ shop }) => shop.id === chosen.id) ?? memberships[0];
  return {
    shop: current?.shop ?? null,
    role: current?.role ?? null,
    memberships,
    choose: chosen.choose,
  };
}
