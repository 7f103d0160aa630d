import { exemptionWords } from "../refusal/exemption-words.js";
import type { Locale } from "../text/locale.js";
import type { PolicyRules } from "./policy.js";
import type { PolicySection } from "./policy-section.js";
import { statuteOf } from "./statutes.js";

type Returns = PolicyRules["returns"];

/** A number with its noun. */
export const count = (locale: Locale, value: number, one: string, many: string) =>
  `${new Intl.NumberFormat(locale).format(value)} ${value === 1 ? one : many}`;

/** The reasons that are the seller's doing, as buyers are offered them. */
const faultsOf = ({ reasons }: Returns, locale: Locale) =>
  reasons
    .filter(({ fault }) => fault === "SELLER")
    .map(({ label }) => label[locale].toLowerCase())
    .join("; ");

export function returningInEnglish(returns: Returns, country: string): PolicySection {
  const days = (value: number) => count("en", value, "day", "days");
  const statute = statuteOf(country);
  return {
    heading: "Returning",
    sentences: [
      returns.windowDays === 0
        ? "Items can't be returned just because you changed your mind, except where the law says so."
        : `You can return an item within ${days(returns.windowDays)} of delivery.`,
      ...(statute
        ? [
            `The law (${statute.name.en}) lets you send it back within ${days(statute.withdrawalDays)} of delivery, without giving a reason.`,
          ]
        : []),
      ...returns.categories.map(({ category, windowDays, exemption }) =>
        exemption
          ? `${category}: only if something is wrong with it, since ${exemptionWords.en[exemption]}.`
          : `${category}: within ${days(windowDays ?? returns.windowDays)} of delivery.`,
      ),
      `If it is wrong, damaged or broken, you have ${days(Math.max(returns.faultWindowDays, statute?.faultDays ?? 0))}, and the seller pays for sending it back.`,
      `That is so for: ${faultsOf(returns, "en")}.`,
      returns.shippingPaidBy === "SELLER"
        ? "The seller pays for sending it back."
        : "You pay for sending it back, unless the item was wrong or damaged.",
      ...(returns.restockingFeePercent > 0
        ? [
            `If nothing is wrong with it, ${returns.restockingFeePercent}% of its price is kept as a restocking fee.`,
          ]
        : []),
      ...(returns.refundShipping
        ? []
        : ["If nothing is wrong with it, what you paid for shipping is not refunded."]),
      returns.autoApprove
        ? "A return is approved at once."
        : `The seller has ${count("en", returns.sellerAnswerBusinessHours, "business hour", "business hours")} to answer; if they don't, your return is approved.`,
      ...(returns.returnlessBelowMinor === null
        ? []
        : ["Below a small value you get your money back and keep the item."]),
      `You have ${days(returns.shipByDays)} to send it once it is approved.`,
      returns.refundAtFirstScan
        ? "With our label, your refund leaves as soon as the carrier scans the parcel."
        : `The seller has ${count("en", returns.inspectionBusinessDays, "business day", "business days")} to inspect it; if they don't, all of it is refunded.`,
      ...(returns.offersExchange
        ? ["Instead of your money back, you can have another variant; it costs you nothing."]
        : []),
      ...(returns.offersReplacement
        ? ["Instead of your money back, you can have the same anew; it costs you nothing."]
        : []),
      `If you disagree with an answer, you can bring it to support within ${days(returns.appealDays)}.`,
    ],
  };
}

export function returningInPortuguese(returns: Returns, country: string): PolicySection {
  const days = (value: number) => count("pt-BR", value, "dia", "dias");
  const statute = statuteOf(country);
  return {
    heading: "Devolução",
    sentences: [
      returns.windowDays === 0
        ? "Itens não podem ser devolvidos só por mudar de ideia, salvo quando a lei garantir."
        : `Você pode devolver um item em até ${days(returns.windowDays)} depois da entrega.`,
      ...(statute
        ? [
            `A lei (${statute.name["pt-BR"]}) deixa você devolver em até ${days(statute.withdrawalDays)} depois da entrega, sem dar um motivo.`,
          ]
        : []),
      ...returns.categories.map(({ category, windowDays, exemption }) =>
        exemption
          ? `${category}: só se houver algo errado, pois ${exemptionWords["pt-BR"][exemption]}.`
          : `${category}: em até ${days(windowDays ?? returns.windowDays)} depois da entrega.`,
      ),
      `Se estiver errado, danificado ou com defeito, você tem ${days(Math.max(returns.faultWindowDays, statute?.faultDays ?? 0))}, e o vendedor paga a devolução.`,
      `Isso vale para: ${faultsOf(returns, "pt-BR")}.`,
      returns.shippingPaidBy === "SELLER"
        ? "O vendedor paga o frete da devolução."
        : "Você paga o frete da devolução, a não ser que o item esteja errado ou danificado.",
      ...(returns.restockingFeePercent > 0
        ? [
            `Se não houver nada errado, ${returns.restockingFeePercent}% do preço é retido como taxa de reposição.`,
          ]
        : []),
      ...(returns.refundShipping
        ? []
        : ["Se não houver nada errado, o frete pago não é reembolsado."]),
      returns.autoApprove
        ? "A devolução é aprovada na hora."
        : `O vendedor tem ${count("pt-BR", returns.sellerAnswerBusinessHours, "hora útil", "horas úteis")} para responder; se não responder, a devolução é aprovada.`,
      ...(returns.returnlessBelowMinor === null
        ? []
        : ["Abaixo de um valor pequeno, você recebe o dinheiro e fica com o item."]),
      `Você tem ${days(returns.shipByDays)} para enviar depois da aprovação.`,
      returns.refundAtFirstScan
        ? "Com a nossa etiqueta, o reembolso sai assim que a transportadora lê o pacote."
        : `O vendedor tem ${count("pt-BR", returns.inspectionBusinessDays, "dia útil", "dias úteis")} para inspecionar; se não o fizer, tudo é reembolsado.`,
      ...(returns.offersExchange
        ? ["Em vez do dinheiro, você pode receber outra variante, sem custo."]
        : []),
      ...(returns.offersReplacement
        ? ["Em vez do dinheiro, você pode receber o mesmo, novo, sem custo."]
        : []),
      `Se discordar de uma resposta, você pode levá-la ao suporte em até ${days(returns.appealDays)}.`,
    ],
  };
}
