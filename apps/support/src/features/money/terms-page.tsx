import { MoneyFrame } from "./money-frame.tsx";
import { Terms } from "./terms.tsx";

/** What was agreed with all shops that have no terms of their own. */
export function TermsPage() {
  return (
    <MoneyFrame at="/terms">
      <Terms />
    </MoneyFrame>
  );
}
