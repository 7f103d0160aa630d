import type { Locale } from "../text/locale.js";
import type { DriftKind, DriftSubject } from "./drift.js";

interface Said {
  /** In our books and in theirs, as money; null where there is nothing. */
  readonly ours: string | null;
  readonly theirs: string | null;
}

type OfAny = "WRONG_CHARGE" | "SHARED";
type Sentences<K extends DriftKind> = Record<K, (said: Said) => string>;

/** Told the same way whatever it is about. */
const ofAny: Record<Locale, Sentences<OfAny>> = {
  en: {
    WRONG_CHARGE: ({ theirs }) =>
      `The provider gives ${theirs} back under our name, to another payment than ours.`,
    SHARED: ({ ours }) =>
      `The provider answered two of our refunds with one: ${ours} does not count as paid.`,
  },
  "pt-BR": {
    WRONG_CHARGE: ({ theirs }) =>
      `O provedor devolve ${theirs} em nosso nome, a outro pagamento que o nosso.`,
    SHARED: ({ ours }) =>
      `O provedor respondeu a dois dos nossos reembolsos com um só: ${ours} não conta como pago.`,
  },
};

const en: Record<DriftSubject, Sentences<Exclude<DriftKind, OfAny>>> = {
  REFUND: {
    MISSING: ({ ours }) => `We say that ${ours} went back; the provider has no such refund.`,
    EXTRA: ({ theirs }) => `The provider gave ${theirs} back; our books don't say so.`,
    WRONG_AMOUNT: ({ ours, theirs }) => `We gave ${ours} back; the provider says ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      ours === null
        ? `The provider gave ${theirs} back, in another currency than was paid.`
        : `We gave ${ours} back; the provider says ${theirs}, in another currency.`,
    LATE: ({ ours }) => `${ours} is still under way here, later than it should be.`,
    DUPLICATE: ({ theirs }) => `The provider gave ${theirs} back once more for the same refund.`,
  },
  CHARGE: {
    MISSING: ({ ours }) => `We have ${ours} as paid; the provider has no such payment.`,
    EXTRA: ({ theirs }) => `The provider took ${theirs}; our books don't say so.`,
    WRONG_AMOUNT: ({ ours, theirs }) => `We have ${ours} as paid; the provider says ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `We have ${ours} as paid; the provider says ${theirs}, in another currency.`,
    LATE: ({ ours }) => `A payment of ${ours} is settled at the provider, and still open here.`,
    DUPLICATE: ({ theirs }) => `The provider took ${theirs} once more for the same payment.`,
  },
  HOLD: {
    MISSING: ({ ours }) =>
      `We have ${ours} as held at the buyer's bank; the provider holds nothing.`,
    EXTRA: ({ theirs }) =>
      `The bank holds ${theirs} of a buyer's; here nothing is to be taken of it.`,
    WRONG_AMOUNT: ({ ours, theirs }) => `We have ${ours} as held; the provider holds ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `We have ${ours} as held; the provider holds ${theirs}, in another currency.`,
    LATE: ({ ours }) => `What a bank holds of ${ours} has changed at the provider, and not here.`,
    DUPLICATE: ({ theirs }) => `The bank holds ${theirs} once more for the same payment.`,
  },
  CHARGEBACK: {
    MISSING: ({ ours }) => `We say that a bank took ${ours} back; the provider doesn't.`,
    EXTRA: ({ theirs }) => `A bank took ${theirs} back; our books don't say so.`,
    WRONG_AMOUNT: ({ ours, theirs }) =>
      `We say that a bank took ${ours} back; the provider says ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `A bank took ${theirs ?? ours} back, in another currency than was paid.`,
    LATE: ({ ours }) => `A chargeback of ${ours} is over at the provider, and still open here.`,
    DUPLICATE: ({ theirs }) => `A bank took ${theirs} back once more for the same payment.`,
  },
  TRANSFER: {
    MISSING: ({ ours }) => `We say that ${ours} was transferred; the bank has no such transfer.`,
    EXTRA: ({ theirs }) => `The bank transferred ${theirs}; our books don't say so.`,
    WRONG_AMOUNT: ({ ours, theirs }) => `We transferred ${ours}; the bank says ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `We transferred ${ours}; the bank says ${theirs}, in another currency.`,
    LATE: ({ ours }) => `A transfer of ${ours} is still under way here, later than it should be.`,
    DUPLICATE: ({ theirs }) => `The bank transferred ${theirs} once more for the same refund.`,
  },
};

const ptBR: Record<DriftSubject, Sentences<Exclude<DriftKind, OfAny>>> = {
  REFUND: {
    MISSING: ({ ours }) => `Dizemos que ${ours} foi devolvido; o provedor não tem esse reembolso.`,
    EXTRA: ({ theirs }) => `O provedor devolveu ${theirs}; os nossos livros não dizem isso.`,
    WRONG_AMOUNT: ({ ours, theirs }) => `Devolvemos ${ours}; o provedor diz ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      ours === null
        ? `O provedor devolveu ${theirs}, em outra moeda que a paga.`
        : `Devolvemos ${ours}; o provedor diz ${theirs}, em outra moeda.`,
    LATE: ({ ours }) => `${ours} ainda está a caminho aqui, mais tarde do que devia.`,
    DUPLICATE: ({ theirs }) => `O provedor devolveu ${theirs} outra vez pelo mesmo reembolso.`,
  },
  CHARGE: {
    MISSING: ({ ours }) => `Temos ${ours} como pago; o provedor não tem esse pagamento.`,
    EXTRA: ({ theirs }) => `O provedor cobrou ${theirs}; os nossos livros não dizem isso.`,
    WRONG_AMOUNT: ({ ours, theirs }) => `Temos ${ours} como pago; o provedor diz ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `Temos ${ours} como pago; o provedor diz ${theirs}, em outra moeda.`,
    LATE: ({ ours }) => `Um pagamento de ${ours} já acabou no provedor e ainda está aberto aqui.`,
    DUPLICATE: ({ theirs }) => `O provedor cobrou ${theirs} outra vez pelo mesmo pagamento.`,
  },
  HOLD: {
    MISSING: ({ ours }) => `Temos ${ours} como reservado no banco; o provedor não reserva nada.`,
    EXTRA: ({ theirs }) =>
      `O banco reserva ${theirs} de um comprador; aqui nada será cobrado disso.`,
    WRONG_AMOUNT: ({ ours, theirs }) =>
      `Temos ${ours} como reservado; o provedor reserva ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `Temos ${ours} como reservado; o provedor reserva ${theirs}, em outra moeda.`,
    LATE: ({ ours }) => `O que um banco reserva de ${ours} mudou no provedor, e não aqui.`,
    DUPLICATE: ({ theirs }) => `O banco reserva ${theirs} outra vez pelo mesmo pagamento.`,
  },
  CHARGEBACK: {
    MISSING: ({ ours }) => `Dizemos que um banco tomou ${ours} de volta; o provedor não diz isso.`,
    EXTRA: ({ theirs }) => `Um banco tomou ${theirs} de volta; os nossos livros não dizem isso.`,
    WRONG_AMOUNT: ({ ours, theirs }) =>
      `Dizemos que um banco tomou ${ours} de volta; o provedor diz ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `Um banco tomou ${theirs ?? ours} de volta, em outra moeda que a paga.`,
    LATE: ({ ours }) =>
      `Uma contestação de ${ours} já acabou no provedor e ainda está aberta aqui.`,
    DUPLICATE: ({ theirs }) => `Um banco tomou ${theirs} de volta outra vez pelo mesmo pagamento.`,
  },
  TRANSFER: {
    MISSING: ({ ours }) =>
      `Dizemos que ${ours} foi transferido; o banco não tem essa transferência.`,
    EXTRA: ({ theirs }) => `O banco transferiu ${theirs}; os nossos livros não dizem isso.`,
    WRONG_AMOUNT: ({ ours, theirs }) => `Transferimos ${ours}; o banco diz ${theirs}.`,
    WRONG_CURRENCY: ({ ours, theirs }) =>
      `Transferimos ${ours}; o banco diz ${theirs}, em outra moeda.`,
    LATE: ({ ours }) =>
      `Uma transferência de ${ours} ainda está a caminho aqui, mais tarde do que devia.`,
    DUPLICATE: ({ theirs }) => `O banco transferiu ${theirs} outra vez pelo mesmo reembolso.`,
  },
};

const sentences = { en, "pt-BR": ptBR };

/** A difference, in words. */
export const driftSentence = (
  { about, kind, ...said }: Said & { about: DriftSubject; kind: DriftKind },
  locale: Locale,
): string => ({ ...sentences[locale][about], ...ofAny[locale] })[kind](said);
