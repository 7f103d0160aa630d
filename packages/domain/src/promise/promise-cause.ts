import { addBusinessDays, type Calendar } from "../calendar/calendar.js";
import { isDoubt } from "../refund/doubt.js";
import type { RefundStatus } from "../refund/refund-machine.js";
import { stoppedReason } from "../stop/stop-switch.js";
import type { Locale } from "../text/locale.js";

export const promiseCauses = [
  "NOT_SENT",
  "NEEDS_APPROVAL",
  "STOPPED",
  "CHARGEBACK",
  "PROVIDER_BUSY",
  "PROVIDER_DIFFERS",
  "NEEDS_BUYER",
  "FAILED",
  "REVERSED",
  "SUPPORT_BUSY",
  "SELLER_SILENT",
] as const;
/** Why a promise is not kept yet. */
export type PromiseCause = (typeof promiseCauses)[number];

/** What stands between a refund and its promise; first what holds it back on purpose. */
export function causeOfRefund(status: RefundStatus, pendingReason: string | null): PromiseCause {
  if (pendingReason === stoppedReason) return "STOPPED";
  if (pendingReason?.startsWith("chargeback_")) return "CHARGEBACK";
  switch (status) {
    case "PENDING_APPROVAL":
      return "NEEDS_APPROVAL";
    case "REQUIRES_ACTION":
      return "NEEDS_BUYER";
    case "FAILED":
      return "FAILED";
    case "REVERSED":
      return "REVERSED";
    case "PROCESSING":
      return isDoubt(pendingReason) ? "PROVIDER_DIFFERS" : "PROVIDER_BUSY";
    case "ALTERNATIVE_PAYOUT":
      return "PROVIDER_BUSY";
    case "APPROVED":
    case "SUCCEEDED":
    case "CANCELED":
      return "NOT_SENT";
  }
}

/** Causes that don't go away by waiting: an agent sees them at once. */
export const isTrouble = (cause: PromiseCause): boolean =>
  ["FAILED", "REVERSED", "NEEDS_BUYER", "STOPPED", "CHARGEBACK", "PROVIDER_DIFFERS"].includes(
    cause,
  );

/** Business days until what is late can honestly be expected, by what keeps it. */
const againBusinessDays: Readonly<Record<PromiseCause, number>> = {
  NOT_SENT: 1,
  NEEDS_APPROVAL: 1,
  STOPPED: 2,
  // A bank's decision takes weeks; until it has come, the buyer hears every other week.
  CHARGEBACK: 10,
  PROVIDER_BUSY: 3,
  PROVIDER_DIFFERS: 3,
  NEEDS_BUYER: 5,
  FAILED: 3,
  REVERSED: 3,
  SUPPORT_BUSY: 1,
  SELLER_SILENT: 1,
};

/** A new date is never further away than this, however often it was missed. */
const mostBusinessDays = 20;

/**
 * The new expectation of a broken promise, twice as far away each time that it was missed before. The
 * promise itself stays what it was.
 */
export function expectAgain(
  cause: PromiseCause,
  calendar: Calendar,
  now: Date,
  missedBefore = 0,
): Date {
  const days = againBusinessDays[cause] * 2 ** missedBefore;
  return addBusinessDays(calendar, now, Math.min(days, mostBusinessDays));
}

const words: Record<Locale, Record<PromiseCause, string>> = {
  en: {
    NOT_SENT: "it could not be sent yet",
    NEEDS_APPROVAL: "a second person has yet to approve it",
    STOPPED: "refunds are paused while something is being checked",
    CHARGEBACK: "the payment is disputed at the bank, which decides first",
    PROVIDER_BUSY: "the payment provider has not finished it",
    PROVIDER_DIFFERS: "the payment provider has to clear up what it made of it",
    NEEDS_BUYER: "the bank needs more details",
    FAILED: "the payment failed and has to be put right",
    REVERSED: "the bank sent the money back",
    SUPPORT_BUSY: "support has more questions than it can answer in time",
    SELLER_SILENT: "the seller has not answered",
  },
  "pt-BR": {
    NOT_SENT: "ainda não pôde ser enviado",
    NEEDS_APPROVAL: "uma segunda pessoa ainda precisa aprovar",
    STOPPED: "os reembolsos estão pausados enquanto algo é verificado",
    CHARGEBACK: "o pagamento está em disputa no banco, que decide primeiro",
    PROVIDER_BUSY: "o provedor de pagamento ainda não terminou",
    PROVIDER_DIFFERS: "o provedor de pagamento tem de esclarecer o que fez dele",
    NEEDS_BUYER: "o banco precisa de mais dados",
    FAILED: "o pagamento falhou e precisa ser corrigido",
    REVERSED: "o banco devolveu o dinheiro",
    SUPPORT_BUSY: "o suporte tem mais perguntas do que consegue responder a tempo",
    SELLER_SILENT: "o vendedor não respondeu",
  },
};

/** Why, as a part of a sentence. */
export const causeWords = (cause: PromiseCause, locale: Locale): string => words[locale][cause];

/** A cause as an event or row keeps it; null for a code that is none. */
export const knownCause = (code: string | null | undefined): PromiseCause | null =>
  promiseCauses.find((cause) => cause === code) ?? null;
