import type { CancellationRule, ReturnRule } from "../decision/decision.js";
import type { Locale, Localized } from "../text/locale.js";

/** What approved at once, by the rule that settled it: each by its own cause, and none by another's. */
const causes: Localized<Partial<Record<CancellationRule | ReturnRule, string>>> = {
  en: {
    unpaid: ": nothing was paid yet",
    "support-steps-in": ", by support",
    "seller-cancels": ": the seller can't deliver",
    "statutory-right": ": it is the buyer's right by law",
    "grace-period": ", by the shop's policy: it was bought only a short while ago",
    "seller-late": ": the seller is past their date to ship",
    "at-once": ", by the shop's policy",
    "agent-steps-in": ", by support",
    "statutory-withdrawal": ": it is the buyer's right by law",
    returnless: ", by the shop's policy: the item need not come back",
    "returns-by-rule": ", by the shop's policy",
  },
  "pt-BR": {
    unpaid: ": nada tinha sido pago ainda",
    "support-steps-in": ", pelo suporte",
    "seller-cancels": ": o vendedor não pode entregar",
    "statutory-right": ": é direito do comprador por lei",
    "grace-period": ", pela política da loja: a compra era recente",
    "seller-late": ": o vendedor passou do prazo de envio",
    "at-once": ", pela política da loja",
    "agent-steps-in": ", pelo suporte",
    "statutory-withdrawal": ": é direito do comprador por lei",
    returnless: ", pela política da loja: o item não precisa voltar",
    "returns-by-rule": ", pela política da loja",
  },
};

/** By what it was approved at once, in words; none for an event of before that was kept with it. */
export const settledBy = (locale: Locale, rule: string | undefined): string =>
  causes[locale][rule as CancellationRule | ReturnRule] ?? "";
