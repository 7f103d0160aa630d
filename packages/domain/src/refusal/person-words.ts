import type { Localized } from "../text/locale.js";

/** Who may do what somebody else was refused, in words. */
export const personWords = {
  BUYER: { en: "a buyer's account", "pt-BR": "uma conta de comprador" },
  BUYER_OR_KEY: {
    en: "a buyer's account, or a key with CANCELLATIONS_WRITE",
    "pt-BR": "uma conta de comprador ou uma chave com CANCELLATIONS_WRITE",
  },
  BUYER_SUPPORT_OR_KEY: {
    en: "the buyer's account, the support team, or a key with CANCELLATIONS_WRITE",
    "pt-BR": "a conta do comprador, a equipe de suporte ou uma chave com CANCELLATIONS_WRITE",
  },
  BUYER_OR_SUPPORT: {
    en: "the buyer's account or the support team",
    "pt-BR": "a conta do comprador ou a equipe de suporte",
  },
  SELLER: { en: "the seller's account", "pt-BR": "a conta do vendedor" },
  SELLER_OR_KEY: {
    en: "the seller's account, or a key with FULFILMENT_WRITE",
    "pt-BR": "a conta do vendedor ou uma chave com FULFILMENT_WRITE",
  },
  SUPPORT_OR_SELLER: {
    en: "the support team or the seller's account",
    "pt-BR": "a equipe de suporte ou a conta do vendedor",
  },
  SUPPORT_SELLER_OR_KEY: {
    en: "the support team, the seller's account, or a key with REFUNDS_WRITE",
    "pt-BR": "a equipe de suporte, a conta do vendedor ou uma chave com REFUNDS_WRITE",
  },
  ANYBODY_SIGNED_IN: {
    en: "the buyer's or the seller's account, or the support team",
    "pt-BR": "a conta do comprador ou do vendedor, ou a equipe de suporte",
  },
  OWNER: { en: "an owner of the shop", "pt-BR": "alguém que seja dono da loja" },
  OWNER_OR_SUPPORT: {
    en: "an owner of the shop, or the support team",
    "pt-BR": "alguém que seja dono da loja, ou a equipe de suporte",
  },
  SUPPORT: { en: "the support team", "pt-BR": "a equipe de suporte" },
  SUPPORT_AFTER_TRIES: {
    en: "the support team, after so many tries",
    "pt-BR": "a equipe de suporte, depois de tantas tentativas",
  },
  LEAD: {
    en: "a lead or an administrator of the support team",
    "pt-BR": "quem lidera ou administra a equipe de suporte",
  },
  ADMIN: {
    en: "an administrator of the support team",
    "pt-BR": "quem administra a equipe de suporte",
  },
  OTHER_THAN_PROPOSER: {
    en: "a colleague of whoever proposed it",
    "pt-BR": "um colega de quem propôs",
  },
  OTHER_THAN_FIRST_RULER: {
    en: "another agent than the one who ruled first",
    "pt-BR": "outro agente que não o da primeira decisão",
  },
  BUYER_RULED_AGAINST: {
    en: "a first ruling that was not for you",
    "pt-BR": "uma primeira decisão que não tenha sido a seu favor",
  },
} as const satisfies Record<string, Localized<string>>;

export type PersonNeeded = keyof typeof personWords;
