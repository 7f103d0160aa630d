import { fairUseText } from "../fair-use/fair-use-words.js";
import type { Locale } from "../text/locale.js";
import type { PolicyRules, Until } from "./policy.js";
import type { PolicySection } from "./policy-section.js";
import { count, returningInEnglish, returningInPortuguese } from "./policy-text-returns.js";

/** The rules in plain words. Made from the rules each time, so that they can't say something else. */
export function policyText(rules: PolicyRules, locale: Locale): PolicySection[] {
  const fairUse = fairUseText(rules.fairUse, locale);
  const sections = locale === "en" ? inEnglish(rules) : inPortuguese(rules);
  return fairUse ? [...sections, fairUse] : sections;
}

const untilEn: Record<Exclude<Until, "NEVER">, string> = {
  PROCESSING: "the seller starts to pack it",
  SHIPMENT: "it is handed to the carrier",
};

function inEnglish({ country, cancellation, refund, returns }: PolicyRules): PolicySection[] {
  const { gracePeriodHours, atOnceUntil, onRequestUntil, windowHours } = cancellation;
  const hours = (value: number) => count("en", value, "hour", "hours");
  return [
    {
      heading: "Cancelling",
      sentences: [
        ...(gracePeriodHours > 0
          ? [`In the first ${hours(gracePeriodHours)} after you buy, you can cancel at once.`]
          : []),
        ...(atOnceUntil !== "NEVER"
          ? [`You can cancel at once until ${untilEn[atOnceUntil]}.`]
          : []),
        ...(onRequestUntil !== "NEVER" && onRequestUntil !== atOnceUntil
          ? [
              `You can ask to cancel until ${untilEn[onRequestUntil]}. The seller has ${count("en", cancellation.sellerAnswerBusinessHours, "business hour", "business hours")} to answer; if they don't, your order is canceled.`,
            ]
          : []),
        ...(onRequestUntil === "NEVER" && gracePeriodHours === 0
          ? ["Orders can't be canceled; you can return the item once it has arrived."]
          : []),
        ...(windowHours === null
          ? []
          : [`Cancelling is possible for ${hours(windowHours)} after you buy.`]),
        ...(cancellation.atOnceWhenLate
          ? ["If the seller is late to ship, you can cancel at once."]
          : []),
        cancellation.reasonRequired
          ? "You are asked for a reason."
          : "You don't have to give a reason.",
      ],
    },
    {
      heading: "Your money",
      sentences: [
        `Your refund goes back the way you paid, within ${count("en", refund.promiseBusinessDays, "business day", "business days")} of the cancellation. Your bank may take some days more to show it.`,
        "When you cancel before it ships, you get everything back, shipping included.",
      ],
    },
    returningInEnglish(returns, country),
  ];
}

const untilPt: Record<Exclude<Until, "NEVER">, string> = {
  PROCESSING: "o vendedor começar a embalar",
  SHIPMENT: "o pacote ser entregue à transportadora",
};

function inPortuguese({ country, cancellation, refund, returns }: PolicyRules): PolicySection[] {
  const { gracePeriodHours, atOnceUntil, onRequestUntil, windowHours } = cancellation;
  const hours = (value: number) => count("pt-BR", value, "hora", "horas");
  return [
    {
      heading: "Cancelamento",
      sentences: [
        ...(gracePeriodHours > 0
          ? [`Até ${hours(gracePeriodHours)} depois da compra, você cancela na hora.`]
          : []),
        ...(atOnceUntil !== "NEVER"
          ? [`Você pode cancelar na hora até ${untilPt[atOnceUntil]}.`]
          : []),
        ...(onRequestUntil !== "NEVER" && onRequestUntil !== atOnceUntil
          ? [
              `Você pode pedir o cancelamento até ${untilPt[onRequestUntil]}. O vendedor tem ${count("pt-BR", cancellation.sellerAnswerBusinessHours, "hora útil", "horas úteis")} para responder; se não responder, o pedido é cancelado.`,
            ]
          : []),
        ...(onRequestUntil === "NEVER" && gracePeriodHours === 0
          ? ["Pedidos não podem ser cancelados; você pode devolver o item depois da entrega."]
          : []),
        ...(windowHours === null
          ? []
          : [`O cancelamento é possível por ${hours(windowHours)} depois da compra.`]),
        ...(cancellation.atOnceWhenLate
          ? ["Se o vendedor atrasar o envio, você pode cancelar na hora."]
          : []),
        cancellation.reasonRequired ? "Pedimos um motivo." : "Você não precisa dar um motivo.",
      ],
    },
    {
      heading: "Seu dinheiro",
      sentences: [
        `O reembolso volta pelo mesmo meio de pagamento em até ${count("pt-BR", refund.promiseBusinessDays, "dia útil", "dias úteis")} depois do cancelamento. Seu banco pode levar mais alguns dias para mostrar.`,
        "Cancelando antes do envio, você recebe tudo de volta, frete incluído.",
      ],
    },
    returningInPortuguese(returns, country),
  ];
}
