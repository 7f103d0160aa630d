import { calendarCountries, hasCalendar } from "../calendar/calendars.js";
import { isCurrency } from "../money/currency.js";
import { isCountry, meantCountry } from "../place/countries.js";
import { noCurrency } from "../place/currency-of-country.js";
import type { PolicyProblem, PolicyRules, ReasonRule, Until } from "./policy.js";

const reach: Record<Until, number> = { NEVER: 0, PROCESSING: 1, SHIPMENT: 2 };

/** Whole numbers by clause, and between what they have to lie. */
const ranges: readonly (readonly [
  clause: string,
  of: (rules: PolicyRules) => number,
  least: number,
  most: number,
])[] = [
  ["cancellation.gracePeriodHours", ({ cancellation: c }) => c.gracePeriodHours, 0, 720],
  ["cancellation.windowHours", ({ cancellation: c }) => c.windowHours ?? 1, 1, 8760],
  [
    "cancellation.sellerAnswerBusinessHours",
    ({ cancellation: c }) => c.sellerAnswerBusinessHours,
    1,
    80,
  ],
  ["refund.promiseBusinessDays", ({ refund }) => refund.promiseBusinessDays, 0, 14],
  ["returns.windowDays", ({ returns: r }) => r.windowDays, 0, 365],
  ["returns.faultWindowDays", ({ returns: r }) => r.faultWindowDays, 0, 3650],
  ["returns.restockingFeePercent", ({ returns: r }) => r.restockingFeePercent, 0, 100],
  ["returns.sellerAnswerBusinessHours", ({ returns: r }) => r.sellerAnswerBusinessHours, 1, 80],
  ["returns.shipByDays", ({ returns: r }) => r.shipByDays, 1, 90],
  ["returns.inspectionBusinessDays", ({ returns: r }) => r.inspectionBusinessDays, 1, 30],
  [
    "returns.returnlessBelowMinor",
    ({ returns: r }) => r.returnlessBelowMinor ?? 0,
    0,
    1_000_000_000,
  ],
  ["returns.appealDays", ({ returns: r }) => r.appealDays, 1, 90],
  ["returns.lostAfterDays", ({ returns: r }) => r.lostAfterDays, 3, 90],
  ["fairUse.withinDays", ({ fairUse: f }) => f.withinDays, 1, 365],
  ["fairUse.requestsPerOrder", ({ fairUse: f }) => f.requestsPerOrder ?? 1, 1, 50],
  ["fairUse.requestsPerProduct", ({ fairUse: f }) => f.requestsPerProduct ?? 1, 1, 50],
  ["fairUse.requestsPerBuyer", ({ fairUse: f }) => f.requestsPerBuyer ?? 1, 1, 50],
  ["fairUse.changesPerOrder", ({ fairUse: f }) => f.changesPerOrder ?? 1, 1, 50],
  [
    "fairUse.returnlessBudgetMinor",
    ({ fairUse: f }) => f.returnlessBudgetMinor ?? 0,
    0,
    1_000_000_000,
  ],
];

/** Texts by clause, and how long each may be. */
const textsOf = ({
  cancellation,
  returns,
}: PolicyRules): [clause: string, most: number, texts: string[]][] => [
  [
    "cancellation.reasons",
    300,
    cancellation.reasons.flatMap(({ label }) => [label.en, label["pt-BR"]]),
  ],
  ["returns.reasons", 300, returns.reasons.flatMap(({ label }) => [label.en, label["pt-BR"]])],
  ["returns.categories", 100, returns.categories.map(({ category }) => category)],
  ["returns.address", 200, Object.values(returns.address ?? {})],
  ["returns.packingTips", 2_000, Object.values(returns.packingTips)],
];

/** What is wrong with a list of reasons in itself, whatever they are for. */
function reasonProblems(reasons: readonly ReasonRule[]): string[] {
  const codes = reasons.map(({ code }) => code);
  const checks: [holds: boolean, problem: string][] = [
    [new Set(codes).size === codes.length, "each code once"],
    [codes.every((code) => /^[A-Z][A-Z0-9_]{0,39}$/.test(code)), "codes of capitals, as LIKE_THIS"],
    [reasons.every(({ label }) => label.en && label["pt-BR"]), "words in both languages for each"],
    [reasons.length <= 30, "at most 30 reasons"],
  ];
  return checks.flatMap(([holds, problem]) => (holds ? [] : [problem]));
}

/** What is wrong with rules in themselves, clause by clause; the floor is another question. */
export function validatePolicy(rules: PolicyRules): PolicyProblem[] {
  const { cancellation, returns } = rules;
  const problems: PolicyProblem[] = [];
  const need = (holds: boolean, clause: string, problem: string) => {
    if (!holds) problems.push({ clause, problem });
  };
  for (const [clause, of, least, most] of ranges) {
    const value = of(rules);
    const fits = Number.isInteger(value) && value >= least && value <= most;
    need(fits, clause, `a whole number from ${least} to ${most.toLocaleString("en")}`);
  }
  need(
    cancellation.windowHours === null || cancellation.windowHours >= cancellation.gracePeriodHours,
    "cancellation.windowHours",
    "not shorter than the grace period",
  );
  need(
    reach[cancellation.onRequestUntil] >= reach[cancellation.atOnceUntil],
    "cancellation.onRequestUntil",
    "not before the point until which buyers cancel at once",
  );
  need(
    !cancellation.reasonRequired || cancellation.reasons.length > 0,
    "cancellation.reasons",
    "at least one reason where one is required",
  );
  for (const [clause, reasons] of [
    ["cancellation.reasons", cancellation.reasons],
    ["returns.reasons", returns.reasons],
  ] as const) {
    for (const problem of reasonProblems(reasons)) problems.push({ clause, problem });
  }
  need(returns.reasons.length > 0, "returns.reasons", "at least one reason");
  need(
    returns.reasons.every(
      ({ photosNeeded }) =>
        Number.isInteger(photosNeeded) && photosNeeded >= 0 && photosNeeded <= 5,
    ),
    "returns.reasons",
    "0 to 5 photos for each",
  );
  const categories = returns.categories.map(({ category }) => category.trim().toLowerCase());
  need(!categories.includes(""), "returns.categories", "each has a name");
  need(new Set(categories).size === categories.length, "returns.categories", "each category once");
  const days = returns.categories.map(({ windowDays }) => windowDays ?? 0);
  need(
    days.every((value) => Number.isInteger(value) && value >= 0 && value <= 365),
    "returns.categories",
    "whole days from 0 to 365",
  );
  for (const [clause, most, texts] of textsOf(rules)) {
    const longest = Math.max(0, ...texts.map((text) => text.length));
    need(longest <= most, clause, `texts of at most ${most.toLocaleString("en")} characters`);
  }
  const bad = countryProblem(rules.country);
  if (bad !== null) problems.push({ clause: "country", problem: bad });
  else if (!hasCalendar(rules.country)) {
    const known = calendarCountries.join(", ");
    problems.push({ clause: "country", problem: `one whose business days we know: ${known}` });
  }
  const amounts = [returns.returnlessBelowMinor, rules.fairUse.returnlessBudgetMinor];
  const without = rules.currency === noCurrency && amounts.every((minor) => minor === null);
  need(
    isCurrency(rules.currency) || without,
    "currency",
    "the currency of its amounts, by ISO 4217",
  );
  const addressed = returns.address && countryProblem(returns.address.country);
  if (addressed) problems.push({ clause: "returns.address", problem: addressed });
  return problems;
}

/** What is wrong with a country's code; null where there is such a country. */
function countryProblem(code: string): string | null {
  if (isCountry(code)) return null;
  const meant = meantCountry(code);
  return `a country's two letters of ISO 3166${meant ? `; ${meant}?` : ""}`;
}
