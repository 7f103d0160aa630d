import type { Locale } from "@makegood/domain/text/locale";
import type { DriftViewFragment } from "./drift.generated.ts";

type About = DriftViewFragment["about"];

type Kind = DriftViewFragment["kind"];
type OfRefunds = "WRONG_CHARGE" | "SHARED";

interface DriftKindWords {
  subjects: Record<About, string>;
  kinds: Record<About, Record<Exclude<Kind, OfRefunds>, string>>;
  ofRefunds: Record<OfRefunds, string>;
}

/** What differences are about, and each kind of them in a word or two. */
export const driftKindWords: Record<Locale, DriftKindWords> = {
  en: {
    subjects: {
      REFUND: "Refunds",
      CHARGE: "Payments",
      HOLD: "Money held at banks",
      CHARGEBACK: "Chargebacks",
      TRANSFER: "Bank transfers",
    },
    kinds: {
      REFUND: {
        MISSING: "Refund missing there",
        EXTRA: "Refund unknown here",
        WRONG_AMOUNT: "Refund of another amount",
        WRONG_CURRENCY: "Refund in another currency",
        LATE: "Refund late",
        DUPLICATE: "Refunded twice",
      },
      CHARGE: {
        MISSING: "Payment missing there",
        EXTRA: "Payment unknown here",
        WRONG_AMOUNT: "Payment of another amount",
        WRONG_CURRENCY: "Payment in another currency",
        LATE: "Payment late",
        DUPLICATE: "Charged twice",
      },
      HOLD: {
        MISSING: "Nothing held there",
        EXTRA: "Held there for nothing",
        WRONG_AMOUNT: "Another amount held",
        WRONG_CURRENCY: "Held in another currency",
        LATE: "Hold has changed there",
        DUPLICATE: "Held twice",
      },
      CHARGEBACK: {
        MISSING: "Chargeback missing there",
        EXTRA: "Chargeback unknown here",
        WRONG_AMOUNT: "Chargeback of another amount",
        WRONG_CURRENCY: "Chargeback in another currency",
        LATE: "Chargeback late",
        DUPLICATE: "Charged back twice",
      },
      TRANSFER: {
        MISSING: "Transfer missing there",
        EXTRA: "Transfer unknown here",
        WRONG_AMOUNT: "Transfer of another amount",
        WRONG_CURRENCY: "Transfer in another currency",
        LATE: "Transfer late",
        DUPLICATE: "Transferred twice",
      },
    },
    ofRefunds: {
      WRONG_CHARGE: "Refund of another payment",
      SHARED: "One refund for two of ours",
    },
  },
  "pt-BR": {
    subjects: {
      REFUND: "Reembolsos",
      CHARGE: "Pagamentos",
      HOLD: "Reservas em bancos",
      CHARGEBACK: "Contestações",
      TRANSFER: "Transferências bancárias",
    },
    kinds: {
      REFUND: {
        MISSING: "Reembolso falta lá",
        EXTRA: "Reembolso desconhecido aqui",
        WRONG_AMOUNT: "Reembolso de outro valor",
        WRONG_CURRENCY: "Reembolso em outra moeda",
        LATE: "Reembolso atrasado",
        DUPLICATE: "Reembolsado duas vezes",
      },
      CHARGE: {
        MISSING: "Pagamento falta lá",
        EXTRA: "Pagamento desconhecido aqui",
        WRONG_AMOUNT: "Pagamento de outro valor",
        WRONG_CURRENCY: "Pagamento em outra moeda",
        LATE: "Pagamento atrasado",
        DUPLICATE: "Cobrado duas vezes",
      },
      HOLD: {
        MISSING: "Nada reservado lá",
        EXTRA: "Reservado lá à toa",
        WRONG_AMOUNT: "Outro valor reservado",
        WRONG_CURRENCY: "Reservado em outra moeda",
        LATE: "Reserva mudou lá",
        DUPLICATE: "Reservado duas vezes",
      },
      CHARGEBACK: {
        MISSING: "Contestação falta lá",
        EXTRA: "Contestação desconhecida aqui",
        WRONG_AMOUNT: "Contestação de outro valor",
        WRONG_CURRENCY: "Contestação em outra moeda",
        LATE: "Contestação atrasada",
        DUPLICATE: "Contestado duas vezes",
      },
      TRANSFER: {
        MISSING: "Transferência falta lá",
        EXTRA: "Transferência desconhecida aqui",
        WRONG_AMOUNT: "Transferência de outro valor",
        WRONG_CURRENCY: "Transferência em outra moeda",
        LATE: "Transferência atrasada",
        DUPLICATE: "Transferido duas vezes",
      },
    },
    ofRefunds: {
      WRONG_CHARGE: "Reembolso de outro pagamento",
      SHARED: "Um reembolso para dois nossos",
    },
  },
};
