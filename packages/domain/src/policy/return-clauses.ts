import { exemptionWords } from "../refusal/exemption-words.js";
import type { Locale } from "../text/locale.js";
import { type Clause, clause, flag, none, number, sayMinor, sayReason } from "./clause.js";
import type { ReturnReasonRule } from "./policy.js";

const payers: Record<Locale, Record<"BUYER" | "SELLER", string>> = {
  en: { BUYER: "the buyer", SELLER: "the seller" },
  "pt-BR": { BUYER: "o comprador", SELLER: "o vendedor" },
};

const faultWords = ({ fault }: ReturnReasonRule, locale: Locale): string[] =>
  fault === "SELLER" ? [locale === "en" ? "seller's fault" : "falha do vendedor"] : [];
const photoWords = ({ photosNeeded }: ReturnReasonRule, locale: Locale): string[] => {
  const [one, many] = locale === "en" ? ["photo", "photos"] : ["foto", "fotos"];
  return photosNeeded === 0 ? [] : [`${photosNeeded} ${photosNeeded === 1 ? one : many}`];
};

/** The clauses about returns, in the order in which they are read. */
export const returnClauses: readonly Clause[] = [
  number(
    "returns.windowDays",
    "Returns within",
    "Devolução em até",
    ({ returns: r }) => r.windowDays,
    "days",
  ),
  number(
    "returns.faultWindowDays",
    "Faults within",
    "Defeitos em até",
    ({ returns: r }) => r.faultWindowDays,
    "days",
  ),
  clause(
    "returns.categories",
    "Categories of their own",
    "Categorias à parte",
    ({ returns: r }, l) =>
      r.categories
        .map(({ category, windowDays, exemption }) =>
          exemption
            ? `${category} (${exemptionWords[l][exemption]})`
            : `${category} (${windowDays ?? r.windowDays})`,
        )
        .join(", ") || none[l],
  ),
  clause("returns.reasons", "Reasons to return", "Motivos de devolução", ({ returns: r }, l) =>
    r.reasons
      .map((reason) => sayReason(reason, l, [...faultWords(reason, l), ...photoWords(reason, l)]))
      .join(", "),
  ),
  clause(
    "returns.shippingPaidBy",
    "Sending back is paid by",
    "Quem paga a devolução",
    ({ returns: r }, l) => payers[l][r.shippingPaidBy],
  ),
  number(
    "returns.restockingFeePercent",
    "Restocking fee",
    "Taxa de reposição",
    ({ returns: r }) => r.restockingFeePercent,
    "percent",
  ),
  flag(
    "returns.refundShipping",
    "Outbound shipping is refunded",
    "Frete de envio reembolsado",
    ({ returns: r }) => r.refundShipping,
  ),
  flag(
    "returns.autoApprove",
    "Returns are approved by rule",
    "Devoluções aprovadas por regra",
    ({ returns: r }) => r.autoApprove,
  ),
  number(
    "returns.sellerAnswerBusinessHours",
    "Your time to answer a return",
    "Seu prazo para responder a uma devolução",
    ({ returns: r }) => r.sellerAnswerBusinessHours,
    "businessHours",
  ),
  number(
    "returns.shipByDays",
    "The buyer's time to send it",
    "Prazo do comprador para enviar",
    ({ returns: r }) => r.shipByDays,
    "days",
  ),
  number(
    "returns.inspectionBusinessDays",
    "Your time to inspect it",
    "Seu prazo para inspecionar",
    ({ returns: r }) => r.inspectionBusinessDays,
    "businessDays",
  ),
  clause(
    "returns.returnlessBelowMinor",
    "Need not come back up to",
    "Não precisa voltar até",
    ({ returns: r, currency }, l) => sayMinor(r.returnlessBelowMinor, currency, l),
  ),
  flag(
    "returns.refundAtFirstScan",
    "Refunded at the carrier's first scan",
    "Reembolso na primeira leitura",
    ({ returns: r }) => r.refundAtFirstScan,
  ),
  flag(
    "returns.offersExchange",
    "Exchange for another variant",
    "Troca por outra variante",
    ({ returns: r }) => r.offersExchange,
  ),
  flag(
    "returns.offersReplacement",
    "Replacement by the same anew",
    "Substituição pelo mesmo, novo",
    ({ returns: r }) => r.offersReplacement,
  ),
  number(
    "returns.appealDays",
    "Time to turn to support",
    "Prazo para procurar o suporte",
    ({ returns: r }) => r.appealDays,
    "days",
  ),
  number(
    "returns.lostAfterDays",
    "Lost after, without a scan",
    "Perdido após, sem leitura",
    ({ returns: r }) => r.lostAfterDays,
    "days",
  ),
  clause("returns.address", "Return address", "Endereço de devolução", ({ returns: r }, l) =>
    r.address
      ? `${r.address.name}, ${r.address.street}, ${r.address.postalCode} ${r.address.city}`
      : none[l],
  ),
  clause(
    "returns.packingTips",
    "Packing tips",
    "Dicas de embalagem",
    ({ returns: r }, l) => r.packingTips[l] || none[l],
  ),
];
