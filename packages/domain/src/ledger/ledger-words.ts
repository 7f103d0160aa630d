import type { Locale, Localized } from "../text/locale.js";
import type { LedgerComponent, LedgerKind } from "./account.js";

const kinds: Localized<Record<LedgerKind, string>> = {
  en: {
    CAPTURE: "Sale",
    EXCHANGED: "Exchanged for another order",
    REFUND_OWED: "Refund",
    GOODWILL_OWED: "Goodwill",
    REFUND_PAID: "Refund sent",
    REFUND_REVERSED: "Refund came back",
    REFUND_CANCELED: "Refund canceled",
    RETURN_LABEL: "Return label",
    PAYOUT: "Payout",
    PAYOUT_RETURNED: "Payout came back",
  },
  "pt-BR": {
    CAPTURE: "Venda",
    EXCHANGED: "Trocado por outro pedido",
    REFUND_OWED: "Reembolso",
    GOODWILL_OWED: "Cortesia",
    REFUND_PAID: "Reembolso enviado",
    REFUND_REVERSED: "Reembolso voltou",
    REFUND_CANCELED: "Reembolso cancelado",
    RETURN_LABEL: "Etiqueta de devolução",
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
