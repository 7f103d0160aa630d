import { useWords } from "@makegood/ui/locale.tsx";
import { VisuallyHidden } from "@mantine/core";
import { deskMoneyWords } from "./desk-money-words.ts";
import { MoneyFrame } from "./money-frame.tsx";
import { Terms } from "./terms.tsx";

/** What was agreed with all shops that have no terms of their own. */
export function TermsPage() {
  const words = useWords(deskMoneyWords);
  return (
    <MoneyFrame at="/terms">
      <VisuallyHidden component="h2">{words.parts["/terms"]}</VisuallyHidden>
      <Terms />
    </MoneyFrame>
  );
}
