import type { Locale } from "../text/locale.js";
import type { RefundStatus } from "./refund-machine.js";

export type RefundStepCode = "approved" | "submitted" | "succeeded" | "at_bank";
export type RefundStepState = "DONE" | "CURRENT" | "TO_COME" | "FAILED";

export interface RefundStep {
  readonly code: RefundStepCode;
  readonly state: RefundStepState;
  /** When it happened, or is promised. */
  readonly at: Date | null;
}

/**
 * The way of a refund from approval to statement. Nothing is said to be refunded before the network
 * took it, and what the bank then does is told as an expectation.
 */
export function refundSteps(refund: {
  status: RefundStatus;
  /** Null while a second person has not agreed. */
  approvedAt: Date | null;
  /** Until when it waits, where it waits for a date. */
  waitsUntil: Date | null;
  submittedAt: Date | null;
  succeededAt: Date | null;
  promisedBy: Date;
  expectedAtBankBy: Date | null;
}): RefundStep[] {
  const taken = refund.status === "SUCCEEDED";
  const failed = refund.status === "FAILED" || refund.status === "REVERSED";
  const sent = refund.submittedAt !== null;
  const { approvedAt, waitsUntil, status } = refund;
  const approval: RefundStep =
    approvedAt !== null
      ? { code: "approved", state: "DONE", at: approvedAt }
      : { code: "approved", state: status === "CANCELED" ? "FAILED" : "CURRENT", at: waitsUntil };
  return [
    approval,
    {
      code: "submitted",
      state: sent ? "DONE" : approvedAt && status !== "CANCELED" ? "CURRENT" : "TO_COME",
      at: refund.submittedAt,
    },
    {
      code: "succeeded",
      state: taken ? "DONE" : failed ? "FAILED" : sent ? "CURRENT" : "TO_COME",
      at: taken ? refund.succeededAt : refund.promisedBy,
    },
    { code: "at_bank", state: taken ? "CURRENT" : "TO_COME", at: refund.expectedAtBankBy },
  ];
}

const words: Record<Locale, Record<RefundStepCode, string>> = {
  en: {
    approved: "Approved",
    submitted: "Sent to the payment provider",
    succeeded: "Taken by the payment network",
    at_bank: "On your statement",
  },
  "pt-BR": {
    approved: "Aprovado",
    submitted: "Enviado ao provedor de pagamento",
    succeeded: "Recebido pela rede de pagamento",
    at_bank: "No seu extrato",
  },
};

export const refundStepLabel = (code: RefundStepCode, locale: Locale): string =>
  words[locale][code];
