import type { Locale, Localized } from "../text/locale.js";

/** Why a provider's books could not be compared to the end. */
export type RunProblem = "interrupted" | "provider_silent" | "our_fault" | `report_lacks:${number}`;

const words: Localized<Record<string, (figure: string) => string>> = {
  en: {
    interrupted: () => "the comparing process was stopped midway.",
    provider_silent: () => "the provider gave no answer that can be used.",
    our_fault: () => "something failed on our side; the log says what.",
    report_lacks: (figure) =>
      `the report lacks ${figure} entries of ours, so it may be another account's.`,
  },
  "pt-BR": {
    interrupted: () => "o processo que comparava parou no meio.",
    provider_silent: () => "o provedor não deu uma resposta que sirva.",
    our_fault: () => "algo falhou do nosso lado; o registro diz o quê.",
    report_lacks: (figure) =>
      `faltam ${figure} lançamentos nossos no relatório, que talvez seja de outra conta.`,
  },
};

/** The problem of a run in words; one that was kept in words says itself. */
export function runProblemSentence(problem: string, locale: Locale): string {
  const [code = "", figure = ""] = problem.split(":");
  return words[locale][code]?.(figure) ?? problem;
}
