import type { Locale } from "../text/locale.js";
import type { DriftStep, DriftSubject } from "./drift.js";

/** What putting it right at the provider means, by what it is about. */
const atProvider: Record<Locale, Record<DriftSubject, string>> = {
  en: {
    REFUND: "Settle it at the provider, then ask again.",
    CHARGE: "Give the money back at the provider, or bring its order in; then ask again.",
    HOLD: "Have the provider let go of it, or hold what was asked for; then ask again.",
    CHARGEBACK: "Answer it at the provider: the bank took what it may not; then ask again.",
    TRANSFER: "Have the bank call the transfer back, then ask again.",
  },
  "pt-BR": {
    REFUND: "Acertar no provedor e depois perguntar de novo.",
    CHARGE: "Devolver o dinheiro no provedor, ou trazer o pedido; depois perguntar de novo.",
    HOLD: "Pedir ao provedor que libere, ou reserve o que foi pedido; depois perguntar de novo.",
    CHARGEBACK: "Responder no provedor: o banco tomou o que não podia; depois perguntar de novo.",
    TRANSFER: "Pedir ao banco que estorne a transferência e depois perguntar de novo.",
  },
};

type StepHere = Exclude<DriftStep, "SETTLE_AT_PROVIDER">;

const steps: Record<Locale, Record<StepHere, string>> = {
  en: {
    ASK_AGAIN: "Ask the provider again, and take over what it says.",
    BOOK_AS_UNPAID: "Record that the money never went; the refund can then be tried again.",
    ADOPT: "Record it as a refund of ours, so that it is not paid twice.",
    OPEN_CASE: "Open a case: somebody has to settle it with the buyer or the provider.",
    ACCEPT: "Leave it as it is, for a reason; a second person confirms.",
  },
  "pt-BR": {
    ASK_AGAIN: "Perguntar de novo ao provedor e assumir o que ele disser.",
    BOOK_AS_UNPAID: "Registrar que o dinheiro não saiu; aí o reembolso pode ser tentado de novo.",
    ADOPT: "Registrar como reembolso nosso, para não ser pago duas vezes.",
    OPEN_CASE: "Abrir um caso: alguém precisa resolver com o comprador ou com o provedor.",
    ACCEPT: "Deixar como está, com um motivo; uma segunda pessoa confirma.",
  },
};

/** What to do next about a difference, in words. */
export const driftStepSentence = (step: DriftStep, about: DriftSubject, locale: Locale): string =>
  step === "SETTLE_AT_PROVIDER" ? atProvider[locale][about] : steps[locale][step];
