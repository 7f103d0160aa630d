import type { PaymentMethod } from "../refund/allocate-refund.js";
import type { Locale } from "../text/locale.js";
import type { PromiseKind, PromiseOwner } from "./service-promise.js";

const kinds: Record<Locale, Record<PromiseKind, string>> = {
  en: {
    REFUND: "Money back",
    SELLER_ANSWER: "Seller's answer",
    AGENT_REPLY: "Support's answer",
  },
  "pt-BR": {
    REFUND: "Dinheiro de volta",
    SELLER_ANSWER: "Resposta do vendedor",
    AGENT_REPLY: "Resposta do suporte",
  },
};

const methods: Record<Locale, Record<PaymentMethod, string>> = {
  en: {
    CARD: "Card",
    BANK_SLIP: "Bank slip",
    VOUCHER: "Voucher",
    DEBIT_CARD: "Debit card",
    WALLET: "Wallet",
    UNKNOWN: "Unknown",
  },
  "pt-BR": {
    CARD: "Cartão",
    BANK_SLIP: "Boleto",
    VOUCHER: "Vale",
    DEBIT_CARD: "Cartão de débito",
    WALLET: "Carteira",
    UNKNOWN: "Desconhecido",
  },
};

const owners: Record<Locale, Record<PromiseOwner, string>> = {
  en: { SELLER: "The seller", SUPPORT: "Support", MARKETPLACE: "The marketplace" },
  "pt-BR": { SELLER: "O vendedor", SUPPORT: "O suporte", MARKETPLACE: "O marketplace" },
};

/** Who owed it, for people. */
export const ownerLabel = (owner: PromiseOwner, locale: Locale): string => owners[locale][owner];

/** What was promised, for people. */
export const kindLabel = (kind: PromiseKind, locale: Locale): string => kinds[locale][kind];

/** How it was paid, for people. */
export const methodLabel = (method: PaymentMethod, locale: Locale): string =>
  methods[locale][method];
