import type { Locale } from "../text/locale.js";
import { type Clause, clause, flag, number, sayReason } from "./clause.js";
import { fairUseClauses } from "./fair-use-clauses.js";
import type { PolicyRules, Until } from "./policy.js";
import { returnClauses } from "./return-clauses.js";

const untilWords: Record<Locale, Record<Until, string>> = {
  en: { PROCESSING: "until packing begins", SHIPMENT: "until it is shipped", NEVER: "never" },
  "pt-BR": { PROCESSING: "até começar a embalar", SHIPMENT: "até ser enviado", NEVER: "nunca" },
};

/** Every clause there is, in the order in which a policy is read. */
export const policyClauses: readonly Clause[] = [
  clause(
    "country",
    "Country of the calendar and the law",
    "País do calendário e da lei",
    ({ country }) => country,
  ),
  clause("currency", "Currency of its amounts", "Moeda dos valores", ({ currency }) => currency),
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
  ...returnClauses,
  ...fairUseClauses,
];

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
