import type { Localized } from "../text/locale.js";
import { type Clause, clause, number, sayMinor } from "./clause.js";
import type { PolicyRules } from "./policy.js";

const noCap: Localized<string> = { en: "no cap", "pt-BR": "sem limite" };

const cap = (
  key: Exclude<keyof PolicyRules["fairUse"], "withinDays" | "returnlessBudgetMinor">,
  en: string,
  pt: string,
): Clause =>
  clause(`fairUse.${key}`, en, pt, ({ fairUse }, locale) => {
    const most = fairUse[key];
    return most === null ? noCap[locale] : new Intl.NumberFormat(locale).format(most);
  });

/** The clauses about fair use, in the order in which they are read. */
export const fairUseClauses: readonly Clause[] = [
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
    ({ fairUse: f, currency }, l) => sayMinor(f.returnlessBudgetMinor, currency, l),
  ),
];
