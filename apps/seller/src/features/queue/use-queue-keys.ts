import { useHotkeys } from "@mantine/hooks";
import { useRef, useState } from "react";

/** J and K walk the list, X chooses, O opens; A and R go to the two answers for what is chosen. */
export function useQueueKeys(
  ids: readonly string[],
  act: { choose: (id: string) => void; open: (id: string) => void; reject: () => void },
) {
  const [at, setAt] = useState(-1);
  const approveButton = useRef<HTMLButtonElement>(null);
  const current = ids[at] ?? null;
  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), ids.length - 1);
    setAt(next);
    document.getElementById(ids[next] ?? "")?.focus();
  };
  useHotkeys([
    ["j", () => go(at + 1)],
    ["k", () => go(at - 1)],
    ["x", () => current && act.choose(current)],
    ["o", () => current && act.open(current)],
    ["a", () => approveButton.current?.focus()],
    ["r", () => act.reject()],
  ]);
  return { current, approveButton };
}
