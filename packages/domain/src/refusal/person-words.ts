import type { Locale, Localized } from "../text/locale.js";
import { type AllowedParty, allowedWords } from "./allowed-words.js";

/** Who may do what somebody else was refused, in words. */
const personWords = {
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

/** Whom it needs: by a rule of the business, or as the command declares who may give it. */
export type PersonNeeded = keyof typeof personWords | readonly AllowedParty[];

export const neededWords = (needed: PersonNeeded, locale: Locale): string =>
  typeof needed === "string" ? personWords[needed][locale] : allowedWords(needed, locale);
