import { formatMoney, money } from "../money/money.js";
import type { AllocationStrategy } from "../refund/allocate-refund.js";
import type { Locale, Localized } from "../text/locale.js";
import type { BasisPoints, MoneyTerms } from "./money-terms.js";

const percent = (basisPoints: BasisPoints, locale: Locale) =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );

function fixedOf({ providerFee }: MoneyTerms, locale: Locale): string {
  return Object.entries(providerFee.fixedMinor)
    .filter(([, minor]) => minor > 0)
    .map(([currency, minor]) => formatMoney(money(minor, currency), locale))
    .join(", ");
}

const order: Localized<Record<AllocationStrategy, string>> = {
  en: {
    VOUCHERS_FIRST:
      "Refunds go to vouchers first, the last one before the others; then in proportion.",
    PROPORTIONAL: "Refunds go to all payments of a purchase in proportion.",
    NEWEST_FIRST: "Refunds go to the last payment first, then to the one before.",
  },
  "pt-BR": {
    VOUCHERS_FIRST: "Reembolsos vão primeiro aos vales, o último antes; depois em proporção.",
    PROPORTIONAL: "Reembolsos vão a todos os pagamentos da compra em proporção.",
    NEWEST_FIRST: "Reembolsos vão primeiro ao último pagamento, depois ao anterior.",
  },
};

/** What terms say, a sentence for each; the same for the shop, the desk and a preview. */
export const termsSentences = (terms: MoneyTerms, locale: Locale): string[] =>
  locale === "en" ? english(terms) : portuguese(terms);

function english(terms: MoneyTerms): string[] {
  const { commission, providerFee, shippingGoesTo, taxRemittedBy, allocation, payout } = terms;
  const fixed = fixedOf(terms, "en");
  const after = {
    STAYS: "it is not given back with refunds",
    MARKETPLACE: "the marketplace takes it over with refunds",
    RETURNED: "the provider gives it back with refunds",
  }[providerFee.onRefund];
  return [
    `Commission: ${percent(commission.basisPoints, "en")} of the items${commission.of === "ITEMS" ? "" : " and shipping"}; ${commission.onRefund === "RETURNED" ? "it comes back with refunds" : "it is kept with refunds"}.`,
    `Payment fee: ${percent(providerFee.basisPoints, "en")}${fixed && ` and ${fixed}`} of each payment, borne by the ${providerFee.borneBy === "SHOP" ? "shop" : "marketplace"}; ${after}.`,
    shippingGoesTo === "SHOP"
      ? "What buyers pay for shipping goes to the shop."
      : "What buyers pay for shipping goes to the marketplace, which pays the carriers.",
    `The ${taxRemittedBy === "SHOP" ? "shop" : "marketplace"} hands the tax to the state.`,
    order.en[allocation],
    `The shop's part is paid out ${payout.holdDays} days after it was charged, once the order has arrived.`,
    `Payouts run every ${payout.everyDays} days, from ${payout.minimumMinor} of the currency's smallest unit on.`,
  ];
}

function portuguese(terms: MoneyTerms): string[] {
  const { commission, providerFee, shippingGoesTo, taxRemittedBy, allocation, payout } = terms;
  const fixed = fixedOf(terms, "pt-BR");
  const after = {
    STAYS: "não volta com reembolsos",
    MARKETPLACE: "o marketplace a assume em reembolsos",
    RETURNED: "o provedor a devolve com reembolsos",
  }[providerFee.onRefund];
  return [
    `Comissão: ${percent(commission.basisPoints, "pt-BR")} dos itens${commission.of === "ITEMS" ? "" : " e do frete"}; ${commission.onRefund === "RETURNED" ? "volta com reembolsos" : "não volta com reembolsos"}.`,
    `Tarifa de pagamento: ${percent(providerFee.basisPoints, "pt-BR")}${fixed && ` e ${fixed}`} de cada pagamento, por conta ${providerFee.borneBy === "SHOP" ? "da loja" : "do marketplace"}; ${after}.`,
    shippingGoesTo === "SHOP"
      ? "O que compradores pagam de frete vai para a loja."
      : "O que compradores pagam de frete vai para o marketplace, que paga as transportadoras.",
    `${taxRemittedBy === "SHOP" ? "A loja" : "O marketplace"} recolhe o imposto.`,
    order["pt-BR"][allocation],
    `A parte da loja é paga ${payout.holdDays} dias após a cobrança, quando o pedido tiver chegado.`,
    `Os repasses rodam a cada ${payout.everyDays} dias, a partir de ${payout.minimumMinor} da menor unidade da moeda.`,
  ];
}
