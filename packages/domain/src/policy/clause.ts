import { formatMoney, money } from "../money/money.js";
import type { Locale, Localized } from "../text/locale.js";
import type { PolicyRules, ReasonRule } from "./policy.js";

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
export const none: Localized<string> = { en: "none", "pt-BR": "nenhum" };

const yesNo: Record<Locale, readonly [string, string]> = {
  en: ["yes", "no"],
  "pt-BR": ["sim", "não"],
};

export const clause = (
  path: string,
  en: string,
  pt: string,
  say: (rules: PolicyRules, locale: Locale) => string,
): Clause => ({ path, label: { en, "pt-BR": pt }, say });

export const number = (
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

export const flag = (
  path: string,
  en: string,
  pt: string,
  of: (rules: PolicyRules) => boolean,
): Clause => clause(path, en, pt, (rules, locale) => yesNo[locale][of(rules) ? 0 : 1]);

/** A reason as buyers read it, with what has to come with it. */
export const sayReason = (
  reason: ReasonRule,
  locale: Locale,
  more: readonly string[] = [],
): string => {
  const note = locale === "en" ? "a few words" : "algumas palavras";
  const needs = [...more, ...(reason.noteRequired ? [note] : [])];
  const label = reason.label[locale] || reason.code;
  return needs.length > 0 ? `${label} (${needs.join(", ")})` : label;
};

/** An amount, or none. */
export const sayMinor = (minor: number | null, currency: string, locale: Locale) =>
  minor === null ? none[locale] : formatMoney(money(minor, currency), locale);
