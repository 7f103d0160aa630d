import { causeOfRefund, isTrouble } from "../promise/promise-cause.js";
import type { RefundStatus } from "../refund/refund-machine.js";
import type { Locale } from "../text/locale.js";

export const matterKinds = ["DISPUTE", "CHARGEBACK", "RETURN", "REFUND"] as const;
export type MatterKind = (typeof matterKinds)[number];

/** Something of an order that has to end before a case about it can be resolved. */
export interface OpenMatter {
  readonly kind: MatterKind;
  readonly id: string;
}

/** Whether a refund needs somebody: money that is merely under way has a promise of its own. */
export function needsSomebody(status: RefundStatus, pendingReason: string | null): boolean {
  if (status === "SUCCEEDED" || status === "CANCELED") return false;
  const cause = causeOfRefund(status, pendingReason);
  return isTrouble(cause) || cause === "NEEDS_APPROVAL";
}

const words: Record<Locale, Record<MatterKind, string>> = {
  en: {
    DISPUTE: "a dispute",
    CHARGEBACK: "a chargeback",
    RETURN: "a return",
    REFUND: "a refund",
  },
  "pt-BR": {
    DISPUTE: "uma disputa",
    CHARGEBACK: "uma contestação",
    RETURN: "uma devolução",
    REFUND: "um reembolso",
  },
};
const and: Record<Locale, string> = { en: " and ", "pt-BR": " e " };

/** What is open, each kind once: "a dispute, a return and a refund". */
export function mattersInWords(matters: readonly OpenMatter[], locale: Locale): string {
  const kinds = matterKinds.filter((kind) => matters.some((matter) => matter.kind === kind));
  const named = kinds.map((kind) => words[locale][kind]);
  const last = named.pop() ?? "";
  return named.length > 0 ? `${named.join(", ")}${and[locale]}${last}` : last;
}
