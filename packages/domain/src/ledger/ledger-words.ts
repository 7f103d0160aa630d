import type { Locale, Localized } from "../text/locale.js";
import type { LedgerComponent, LedgerKind } from "./account.js";

const kinds: Localized<Record<LedgerKind, string>> = {
  en: {
    CAPTURE: "Sale",
    LATE_CAPTURE: "Payment that came too late",
    EXCHANGED: "Exchanged for another order",
    REFUND_OWED: "Refund",
    GOODWILL_OWED: "Goodwill",
    REFUND_PAID: "Refund sent",
    REFUND_REVERSED: "Refund came back",
    REFUND_CANCELED: "Refund canceled",
    RETURN_LABEL: "Return label",
    CREDIT_PAID: "Refund paid as store credit",
    CREDIT_BONUS: "Bonus on store credit",
    TRANSFER_PAID: "Refund paid by bank transfer",
    TRANSFER_RETURNED: "Bank transfer came back",
    OVERPAID_BACK: "Double payment came back",
    OVERPAID_BORNE: "Double payment written off",
    CHARGEBACK_WITHDRAWN: "Chargeback: the bank took it back",
    CHARGEBACK_RETURNED: "Chargeback won: the bank gave it back",
    CHARGEBACK_BORNE: "Chargeback lost",
    CHARGEBACK_REVERSED: "Chargeback reversed: the bank changed its decision",
    PAYOUT: "Payout",
    PAYOUT_RETURNED: "Payout came back",
  },
  "pt-BR": {
    CAPTURE: "Venda",
    LATE_CAPTURE: "Pagamento que veio tarde demais",
    EXCHANGED: "Trocado por outro pedido",
    REFUND_OWED: "Reembolso",
    GOODWILL_OWED: "Cortesia",
    REFUND_PAID: "Reembolso enviado",
    REFUND_REVERSED: "Reembolso voltou",
    REFUND_CANCELED: "Reembolso cancelado",
    RETURN_LABEL: "Etiqueta de devolução",
    CREDIT_PAID: "Reembolso pago como crédito na loja",
    CREDIT_BONUS: "Bônus sobre o crédito na loja",
    TRANSFER_PAID: "Reembolso pago por transferência",
    TRANSFER_RETURNED: "Transferência devolvida",
    OVERPAID_BACK: "Pagamento em dobro devolvido",
    OVERPAID_BORNE: "Pagamento em dobro assumido",
    CHARGEBACK_WITHDRAWN: "Contestação: o banco retirou o valor",
    CHARGEBACK_RETURNED: "Contestação ganha: o banco devolveu o valor",
    CHARGEBACK_BORNE: "Contestação perdida",
    CHARGEBACK_REVERSED: "Contestação revertida: o banco mudou a decisão",
    PAYOUT: "Repasse",
    PAYOUT_RETURNED: "Repasse voltou",
  },
};

const components: Localized<Record<LedgerComponent, string>> = {
  en: {
    ITEMS: "Items",
    SHIPPING: "Shipping",
    TAX: "Tax",
    COMMISSION: "Commission",
    PROVIDER_FEE: "Payment fee",
    RETURN_LABEL: "Return label",
    GOODWILL: "Goodwill",
    CHARGEBACK: "Chargeback",
    PAYOUT: "Payout",
  },
  "pt-BR": {
    ITEMS: "Itens",
    SHIPPING: "Frete",
    TAX: "Impostos",
    COMMISSION: "Comissão",
    PROVIDER_FEE: "Taxa de pagamento",
    RETURN_LABEL: "Etiqueta de devolução",
    GOODWILL: "Cortesia",
    CHARGEBACK: "Contestação",
    PAYOUT: "Repasse",
  },
};

/** What a line of a shop's statement is. */
export const kindWords = (kind: LedgerKind, locale: Locale): string => kinds[locale][kind];

/** What a part of it is for. */
export const componentWords = (component: LedgerComponent, locale: Locale): string =>
  components[locale][component];
