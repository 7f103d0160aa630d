import type { Exemption } from "../policy/policy.js";
import type { Locale } from "../text/locale.js";

/** Why some goods can't be returned without a fault, in words. */
export const exemptionWords: Record<Locale, Record<Exemption, string>> = {
  en: {
    CUSTOM_MADE: "it is made to order",
    PERISHABLE: "it spoils quickly",
    SEALED_HYGIENE: "once opened it can't be sold again, for hygiene",
    SEALED_MEDIA: "it is sealed media or software",
    DIGITAL: "it is delivered digitally at once",
  },
  "pt-BR": {
    CUSTOM_MADE: "é feito sob encomenda",
    PERISHABLE: "é perecível",
    SEALED_HYGIENE: "depois de aberto não pode ser vendido de novo, por higiene",
    SEALED_MEDIA: "é mídia ou software lacrado",
    DIGITAL: "é entregue digitalmente na hora",
  },
};
