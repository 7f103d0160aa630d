import type { Locale } from "../text/locale.js";

type AllowedRole = keyof (typeof roleWords)["en"];

/** Somebody who may give a command: a person in a role, or a key with one of the scopes. */
export type AllowedParty =
  | { readonly role: AllowedRole }
  | { readonly key: "SHOP" | "MARKETPLACE"; readonly scopes: readonly string[] };

const roleWords = {
  en: {
    ANYONE: "anybody",
    BUYER: "a buyer's account",
    SELLER: "the seller's account",
    OWNER: "an owner of the shop",
    AGENT: "the support team",
    LEAD: "a lead or an administrator of the support team",
    ADMIN: "an administrator of the support team",
  },
  "pt-BR": {
    ANYONE: "qualquer pessoa",
    BUYER: "uma conta de comprador",
    SELLER: "a conta do vendedor",
    OWNER: "alguém que seja dono da loja",
    AGENT: "a equipe de suporte",
    LEAD: "quem lidera ou administra a equipe de suporte",
    ADMIN: "quem administra a equipe de suporte",
  },
} as const;

const keyWords = {
  en: { SHOP: "a key of the shop with", MARKETPLACE: "a key of the marketplace with" },
  "pt-BR": { SHOP: "uma chave da loja com", MARKETPLACE: "uma chave do marketplace com" },
} as const;

/** All who may, in one phrase: "the seller's account, the support team, or a key of the shop with X". */
export function allowedWords(parties: readonly AllowedParty[], locale: Locale): string {
  const list = (items: readonly string[]) =>
    new Intl.ListFormat(locale, { type: "disjunction" }).format(items);
  return list(
    parties.map((party) =>
      "role" in party
        ? roleWords[locale][party.role]
        : `${keyWords[locale][party.key]} ${list(party.scopes)}`,
    ),
  );
}
