import type { Locale } from "../text/locale.js";
import type { DriftKind, DriftStep } from "./drift.js";

interface Said {
  /** In our books and in theirs, as money; null where there is nothing. */
  readonly ours: string | null;
  readonly theirs: string | null;
}

const kinds: Record<Locale, Record<DriftKind, (said: Said) => string>> = {
  en: {
    MISSING: ({ ours }) => `We say that ${ours} went back; the provider has no such refund.`,
    EXTRA: ({ theirs }) => `The provider gave ${theirs} back; our books don't say so.`,
    WRONG_AMOUNT: ({ ours, theirs }) => `We gave ${ours} back; the provider says ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `We gave ${ours} back; the provider says ${theirs}, in another currency.`,
    LATE: ({ ours }) => `${ours} is still under way here, later than it should be.`,
    DUPLICATE: ({ theirs }) => `The provider gave ${theirs} back once more for the same refund.`,
  },
  "pt-BR": {
    MISSING: ({ ours }) => `Dizemos que ${ours} foi devolvido; o provedor não tem esse reembolso.`,
    EXTRA: ({ theirs }) => `O provedor devolveu ${theirs}; os nossos livros não dizem isso.`,
    WRONG_AMOUNT: ({ ours, theirs }) => `Devolvemos ${ours}; o provedor diz ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `Devolvemos ${ours}; o provedor diz ${theirs}, em outra moeda.`,
    LATE: ({ ours }) => `${ours} ainda está a caminho aqui, mais tarde do que devia.`,
    DUPLICATE: ({ theirs }) => `O provedor devolveu ${theirs} outra vez pelo mesmo reembolso.`,
  },
};

const steps: Record<Locale, Record<DriftStep, string>> = {
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

/** A difference, in words. */
export const driftSentence = (kind: DriftKind, said: Said, locale: Locale): string =>
  kinds[locale][kind](said);

export const driftStepSentence = (step: DriftStep, locale: Locale): string => steps[locale][step];
