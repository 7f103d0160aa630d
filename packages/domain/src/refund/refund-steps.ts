import { isDayOver, type Locale, type Localized } from "../text/locale.js";
import type { Reader } from "../text/reader.js";
import type { RefundStatus } from "./refund-machine.js";

export type RefundStepCode =
  | "approved"
  | "submitted"
  | "succeeded"
  | "credited"
  | "transferred"
  | "at_bank"
  | "due_at_bank";
export type RefundStepState = "DONE" | "CURRENT" | "TO_COME" | "FAILED";

export interface RefundStep {
  readonly code: RefundStepCode;
  readonly state: RefundStepState;
  /** When it happened, or is promised. */
  readonly at: Date | null;
}

/** What a refund's steps are told from. */
export interface SteppingRefund {
  readonly status: RefundStatus;
  /** Null while a second person has not agreed. */
  readonly approvedAt: Date | null;
  /** Until when it waits, where it waits for a date. */
  readonly waitsUntil: Date | null;
  readonly submittedAt: Date | null;
  readonly succeededAt: Date | null;
  readonly promisedBy: Date;
  /** What is expected since the promise was broken. */
  readonly newlyExpectedBy?: Date | null;
  readonly expectedAtBankBy: Date | null;
  /** How the buyer chose to have it, where it could not go back the way it came. */
  readonly payout?: "STORE_CREDIT" | "BANK_TRANSFER" | null;
}

/** By when it is expected to be taken: as promised, or as said since that was missed; null once it is over. */
export const expectedBy = ({
  status,
  promisedBy,
  newlyExpectedBy,
}: Pick<SteppingRefund, "status" | "promisedBy" | "newlyExpectedBy">): Date | null =>
  status === "SUCCEEDED" || status === "CANCELED" ? null : (newlyExpectedBy ?? promisedBy);

/** Whether a bank has had all the time it takes for a refund that the network took. */
export const isDueAtBank = (
  { status, expectedAtBankBy }: Pick<SteppingRefund, "status" | "expectedAtBankBy">,
  now: Date,
  zone: string,
): boolean =>
  status === "SUCCEEDED" && expectedAtBankBy !== null && isDayOver(expectedAtBankBy, now, zone);

/**
 * The way of a refund from approval to statement. Nothing is said to be refunded before the network
 * took it, and what the bank then does is told as an expectation, which ends with the day that it
 * takes at most. No day that has passed is told as one to come.
 */
export function refundSteps(refund: SteppingRefund, now: Date, zone: string): RefundStep[] {
  const toCome = (at: Date | null) => (at && !isDayOver(at, now, zone) ? at : null);
  const taken = refund.status === "SUCCEEDED";
  const failed = refund.status === "FAILED" || refund.status === "REVERSED";
  const sent = refund.submittedAt !== null;
  const { approvedAt, waitsUntil, status } = refund;
  const over = status === "CANCELED";
  const approval: RefundStep =
    approvedAt !== null
      ? { code: "approved", state: "DONE", at: approvedAt }
      : {
          code: "approved",
          state: over ? "FAILED" : "CURRENT",
          at: over ? null : toCome(waitsUntil),
        };
  const code = refund.payout === "BANK_TRANSFER" ? "transferred" : "succeeded";
  if (refund.payout === "STORE_CREDIT") {
    const at = taken ? refund.succeededAt : toCome(waitsUntil);
    return [
      approval,
      { code: "submitted", state: "DONE", at: refund.submittedAt },
      { code: "credited", state: taken ? "DONE" : failed ? "FAILED" : "CURRENT", at },
    ];
  }
  const atBank: RefundStep = isDueAtBank(refund, now, zone)
    ? { code: "due_at_bank", state: "DONE", at: refund.expectedAtBankBy }
    : {
        code: "at_bank",
        state: taken ? "CURRENT" : "TO_COME",
        at: over ? null : toCome(refund.expectedAtBankBy),
      };
  return [
    approval,
    {
      code: "submitted",
      state: sent ? "DONE" : approvedAt && !over ? "CURRENT" : "TO_COME",
      at: refund.submittedAt,
    },
    {
      code,
      state: taken ? "DONE" : failed || (over && sent) ? "FAILED" : sent ? "CURRENT" : "TO_COME",
      at: taken ? refund.succeededAt : toCome(expectedBy(refund)),
    },
    atBank,
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
    due_at_bank: "Should be on the buyer's statement",
  },
  "pt-BR": {
    approved: "Aprovado",
    submitted: "Enviado ao provedor de pagamento",
    succeeded: "Recebido pela rede de pagamento",
    credited: "Somado ao crédito na loja",
    transferred: "Recebido pelo banco para a conta informada",
    at_bank: "No extrato do comprador",
    due_at_bank: "Já deve estar no extrato do comprador",
  },
};

const wordsToBuyer: Record<Locale, Partial<Record<RefundStepCode, string>>> = {
  en: {
    credited: "Added to your store credit",
    transferred: "Taken by the bank for your account",
    at_bank: "On your statement",
    due_at_bank: "Should be on your statement",
  },
  "pt-BR": {
    credited: "Somado ao seu crédito na loja",
    transferred: "Recebido pelo banco para a sua conta",
    at_bank: "No seu extrato",
    due_at_bank: "Já deve estar no seu extrato",
  },
};

/** A step in words for whoever reads them. */
export const refundStepLabel = (code: RefundStepCode, locale: Locale, reader: Reader): string =>
  (reader === "BUYER" ? wordsToBuyer[locale][code] : undefined) ?? words[locale][code];

const arrival: Localized<{
  buyer: (canAsk: boolean) => string;
  others: string;
}> = {
  en: {
    buyer: (canAsk) =>
      `It should be on your statement by now. If it isn't, ${canAsk ? "ask your bank with the reference below, or " : ""}get help.`,
    others: "It should be on the buyer's statement by now.",
  },
  "pt-BR": {
    buyer: (canAsk) =>
      `Já deve estar no seu extrato. Se não estiver, ${canAsk ? "fale com seu banco informando a referência abaixo, ou " : ""}peça ajuda.`,
    others: "Já deve estar no extrato do comprador.",
  },
};

/** What there is to do once a bank has had its time; `canAsk` is whether it was told a reference. */
export const arrivalNote = (locale: Locale, reader: Reader, canAsk: boolean): string =>
  reader === "BUYER" ? arrival[locale].buyer(canAsk) : arrival[locale].others;
