import type { Locale } from "../text/locale.js";

export const caseTopics = [
  "CANNOT_CANCEL",
  "REFUND_LATE",
  "REFUND_FAILED",
  "REJECTED",
  "NOT_RECEIVED",
  "SOMETHING_WRONG",
  "OTHER",
] as const;
export type CaseTopic = (typeof caseTopics)[number];

/** Business hours until support answers first: sooner where money hangs. */
export const firstReplyBusinessHours: Readonly<Record<CaseTopic, number>> = {
  REFUND_FAILED: 2,
  REFUND_LATE: 4,
  REJECTED: 4,
  CANNOT_CANCEL: 4,
  NOT_RECEIVED: 9,
  SOMETHING_WRONG: 9,
  OTHER: 9,
};

const words: Record<Locale, Record<CaseTopic, string>> = {
  en: {
    CANNOT_CANCEL: "Can't cancel",
    REFUND_LATE: "Refund is late",
    REFUND_FAILED: "Refund failed",
    REJECTED: "Rejected request",
    NOT_RECEIVED: "Not received",
    SOMETHING_WRONG: "Something is wrong",
    OTHER: "Question",
  },
  "pt-BR": {
    CANNOT_CANCEL: "Não consigo cancelar",
    REFUND_LATE: "Reembolso atrasado",
    REFUND_FAILED: "Reembolso falhou",
    REJECTED: "Pedido recusado",
    NOT_RECEIVED: "Não recebi",
    SOMETHING_WRONG: "Algo está errado",
    OTHER: "Pergunta",
  },
};

/** What a case is called in lists. */
export function caseSubject(topic: CaseTopic, orderNumber: string, locale: Locale): string {
  return `${words[locale][topic]} · ${orderNumber}`;
}
