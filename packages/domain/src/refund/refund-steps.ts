import type { Locale } from "../text/locale.js";
import type { Reader } from "../text/reader.js";
import type { RefundStatus } from "./refund-machine.js";

export type RefundStepCode =
  | "approved"
  | "submitted"
  | "succeeded"
  | "credited"
  | "transferred"
  | "at_bank";
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
  /** How the buyer chose to have it, where it could not go back the way it came. */
  payout?: "STORE_CREDIT" | "BANK_TRANSFER" | null;
}): RefundStep[] {
  const taken = refund.status === "SUCCEEDED";
  const failed = refund.status === "FAILED" || refund.status === "REVERSED";
  const sent = refund.submittedAt !== null;
  const { approvedAt, waitsUntil, status } = refund;
  const approval: RefundStep =
    approvedAt !== null
      ? { code: "approved", state: "DONE", at: approvedAt }
      : { code: "approved", state: status === "CANCELED" ? "FAILED" : "CURRENT", at: waitsUntil };
  const over = status === "CANCELED";
  const code = refund.payout === "BANK_TRANSFER" ? "transferred" : "succeeded";
  if (refund.payout === "STORE_CREDIT") {
    const at = taken ? refund.succeededAt : waitsUntil;
    return [
      approval,
      { code: "submitted", state: "DONE", at: refund.submittedAt },
      { code: "credited", state: taken ? "DONE" : failed ? "FAILED" : "CURRENT", at },
    ];
  }
  return [
    approval,
    {
      code: "submitted",
      state: sent ? "DONE" : approvedAt && status !== "CANCELED" ? "CURRENT" : "TO_COME",
      at: refund.submittedAt,
    },
    {
      code,
      state: taken ? "DONE" : failed || (over && sent) ? "FAILED" : sent ? "CURRENT" : "TO_COME",
      at: taken ? refund.succeededAt : over ? null : refund.promisedBy,
    },
    {
      code: "at_bank",
      state: taken ? "CURRENT" : "TO_COME",
      at: over ? null : refund.expectedAtBankBy,
    },
  ];
}

const words: Record<Locale, Record<RefundStepCode, string>> = {
  en: {
    approved: "Approved",
    submitted: "Sent to the payment provider",
    succeeded: "Taken by the payment network",
    credited: "Added to the store credit",
    transferred: "Taken by the bank for the account given",
    at_bank: "On the buyer's statement",
  },
  "pt-BR": {
    approved: "Aprovado",
    submitted: "Enviado ao provedor de pagamento",
    succeeded: "Recebido pela rede de pagamento",
    credited: "Somado ao crédito na loja",
    transferred: "Recebido pelo banco para a conta informada",
    at_bank: "No extrato do comprador",
  },
};

const wordsToBuyer: Record<Locale, Partial<Record<RefundStepCode, string>>> = {
  en: {
    credited: "Added to your store credit",
    transferred: "Taken by the bank for your account",
    at_bank: "On your statement",
  },
  "pt-BR": {
    credited: "Somado ao seu crédito na loja",
    transferred: "Recebido pelo banco para a sua conta",
    at_bank: "No seu extrato",
  },
};

/** A step in words for whoever reads them. */
export const refundStepLabel = (code: RefundStepCode, locale: Locale, reader: Reader): string =>
  (reader === "BUYER" ? wordsToBuyer[locale][code] : undefined) ?? words[locale][code];
