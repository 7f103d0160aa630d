import { formatMoney, money } from "../money/money.js";
import { exemptionWords } from "../refusal/exemption-words.js";
import type { Locale, Localized } from "../text/locale.js";
import type { PolicyRules, ReasonRule, ReturnReasonRule, Until } from "./policy.js";

/** One clause of a policy: what it is called and how its value reads. */
export interface Clause {
  /** As a path: returns.windowDays. */
  readonly path: string;
  readonly label: Localized<string>;
  say(rules: PolicyRules, locale: Locale): string;
}

type Unit = "hours" | "businessHours" | "days" | "businessDays" | "percent";

const units: Record<Locale, Record<Unit, readonly [one: string, many: string]>> = {
  en: {
    hours: ["hour", "hours"],
    businessHours: ["business hour", "business hours"],
    days: ["day", "days"],
    businessDays: ["business day", "business days"],
    percent: ["percent", "percent"],
  },
  "pt-BR": {
    hours: ["hora", "horas"],
    businessHours: ["hora útil", "horas úteis"],
    days: ["dia", "dias"],
    businessDays: ["dia útil", "dias úteis"],
    percent: ["por cento", "por cento"],
  },
};
const none: Localized<string> = { en: "none", "pt-BR": "nenhum" };
const noCap: Localized<string> = { en: "no cap", "pt-BR": "sem limite" };
const yesNo: Record<Locale, readonly [string, string]> = {
  en: ["yes", "no"],
  "pt-BR": ["sim", "não"],
};
const untilWords: Record<Locale, Record<Until, string>> = {
  en: { PROCESSING: "until packing begins", SHIPMENT: "until it is shipped", NEVER: "never" },
  "pt-BR": { PROCESSING: "até começar a embalar", SHIPMENT: "até ser enviado", NEVER: "nunca" },
};
const payers: Record<Locale, Record<"BUYER" | "SELLER", string>> = {
  en: { BUYER: "the buyer", SELLER: "the seller" },
  "pt-BR": { BUYER: "o comprador", SELLER: "o vendedor" },
};

const clause = (
  path: string,
  en: string,
  pt: string,
  say: (rules: PolicyRules, locale: Locale) => string,
): Clause => ({ path, label: { en, "pt-BR": pt }, say });

const number = (
  path: string,
  en: string,
  pt: string,
  of: (rules: PolicyRules) => number | null,
  unit: Unit,
): Clause =>
  clause(path, en, pt, (rules, locale) => {
    const value = of(rules);
    if (value === null) return none[locale];
    const [one, many] = units[locale][unit];
    return `${new Intl.NumberFormat(locale).format(value)} ${value === 1 ? one : many}`;
  });

const flag = (path: string, en: string, pt: string, of: (rules: PolicyRules) => boolean): Clause =>
  clause(path, en, pt, (rules, locale) => yesNo[locale][of(rules) ? 0 : 1]);

/** A reason as buyers read it, with what has to come with it. */
const sayReason = (reason: ReasonRule, locale: Locale, more: readonly string[] = []): string => {
  const note = locale === "en" ? "a few words" : "algumas palavras";
  const needs = [...more, ...(reason.noteRequired ? [note] : [])];
  const label = reason.label[locale] || reason.code;
  return needs.length > 0 ? `${label} (${needs.join(", ")})` : label;
};
const faultWords = ({ fault }: ReturnReasonRule, locale: Locale): string[] =>
  fault === "SELLER" ? [locale === "en" ? "seller's fault" : "falha do vendedor"] : [];
const photoWords = ({ photosNeeded }: ReturnReasonRule, locale: Locale): string[] => {
  const [one, many] = locale === "en" ? ["photo", "photos"] : ["foto", "fotos"];
  return photosNeeded === 0 ? [] : [`${photosNeeded} ${photosNeeded === 1 ? one : many}`];
};

/** An amount, or none. */
const sayMinor = (minor: number | null, country: string, locale: Locale) =>
  minor === null ? none[locale] : formatMoney(money(minor, currencyOf(country)), locale);

const cap = (
  key: Exclude<keyof PolicyRules["fairUse"], "withinDays" | "returnlessBudgetMinor">,
  en: string,
  pt: string,
): Clause =>
  clause(`fairUse.${key}`, en, pt, ({ fairUse }, locale) => {
    const most = fairUse[key];
    return most === null ? noCap[locale] : new Intl.NumberFormat(locale).format(most);
  });

/** Every clause there is, in the order in which a policy is read. */
export const policyClauses: readonly Clause[] = [
  clause(
    "country",
    "Country of the calendar and the law",
    "País do calendário e da lei",
    ({ country }) => country,
  ),
  number(
    "cancellation.gracePeriodHours",
    "Grace period",
    "Período de carência",
    ({ cancellation: c }) => c.gracePeriodHours,
    "hours",
  ),
  clause(
    "cancellation.atOnceUntil",
    "Canceled at once",
    "Cancela na hora",
    ({ cancellation: c }, l) => untilWords[l][c.atOnceUntil],
  ),
  clause(
    "cancellation.onRequestUntil",
    "Canceled on request",
    "Cancela a pedido",
    ({ cancellation: c }, l) => untilWords[l][c.onRequestUntil],
  ),
  number(
    "cancellation.windowHours",
    "Time limit for cancelling",
    "Prazo para cancelar",
    ({ cancellation: c }) => c.windowHours,
    "hours",
  ),
  flag(
    "cancellation.reasonRequired",
    "A reason is needed",
    "Motivo obrigatório",
    ({ cancellation: c }) => c.reasonRequired,
  ),
  clause("cancellation.reasons", "Reasons", "Motivos", ({ cancellation: c }, l) =>
    c.reasons.map((reason) => sayReason(reason, l)).join(", "),
  ),
  number(
    "cancellation.sellerAnswerBusinessHours",
    "Your time to answer a cancellation",
    "Seu prazo para responder a um cancelamento",
    ({ cancellation: c }) => c.sellerAnswerBusinessHours,
    "businessHours",
  ),
  flag(
    "cancellation.atOnceWhenLate",
    "Canceled at once when you ship late",
    "Cancela na hora se você atrasar",
    ({ cancellation: c }) => c.atOnceWhenLate,
  ),
  number(
    "refund.promiseBusinessDays",
    "Money leaves within",
    "O dinheiro sai em até",
    ({ refund }) => refund.promiseBusinessDays,
    "businessDays",
  ),
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
    ({ returns: r, country }, l) => sayMinor(r.returnlessBelowMinor, country, l),
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
  number(
    "fairUse.withinDays",
    "Fair use is counted over",
    "Uso justo contado em",
    ({ fairUse: f }) => f.withinDays,
    "days",
  ),
  cap("requestsPerOrder", "Requests for one order", "Solicitações por pedido"),
  cap("changesPerOrder", "Requests taken back for one order", "Solicitações retiradas por pedido"),
  cap("requestsPerProduct", "Requests for one product", "Solicitações por produto"),
  cap("requestsPerBuyer", "Requests of one buyer", "Solicitações por comprador"),
  clause(
    "fairUse.returnlessBudgetMinor",
    "What one buyer may keep",
    "O que um comprador pode ficar",
    ({ fairUse: f, country }, l) => sayMinor(f.returnlessBudgetMinor, country, l),
  ),
];

/** In which currency a country's shops usually sell: for telling an amount that has none of its own. */
function currencyOf(country: string): string {
  return ({ BR: "BRL", GB: "GBP", US: "USD" } as Record<string, string>)[country] ?? "EUR";
}

export interface ClauseChange {
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What changes from one set of rules to another, clause by clause, in words. */
export function policyDiff(
  before: PolicyRules,
  after: PolicyRules,
  locale: Locale,
): ClauseChange[] {
  return policyClauses
    .map(({ path, label, say }) => ({
      path,
      label: label[locale],
      before: say(before, locale),
      after: say(after, locale),
    }))
    .filter((change) => change.before !== change.after);
}
