import { useWords } from "@makegood/ui/locale.tsx";
import type { StepActions } from "@makegood/ui/next-steps.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { useLocation } from "wouter";
import { useAppWords } from "./words.ts";

/** What a buyer can do about an order instead of what was refused, as buttons. */
export function useRemedies(orderId: string): StepActions {
  const words = useAppWords();
  const returning = useWords(returnWords);
  const [, go] = useLocation();
  const to = (label: string, path: string) => ({
    label,
    go: () => go(`/orders/${orderId}/${path}`),
  });
  return {
    WITHDRAW_BY_LAW: to(words.withdraw1, "withdraw"),
    RETURN_ITEMS: to(returning.start, "return"),
    RETURN_FAULTY_ITEMS: to(returning.start, "return"),
    CONTACT_SUPPORT: to(words.askSupport, "help"),
  };
}
