import type { Locale, Localized } from "../text/locale.js";

type Say = (sentence: string, step: string) => string[];

const overdue: Localized<{ subject: string; say: Say }> = {
  en: {
    subject: "A difference between the books is yours now",
    say: (sentence, step) => [
      "Nobody settled this difference to a provider's books in time, so that it is yours now:",
      sentence,
      `What to do next: ${step}`,
    ],
  },
  "pt-BR": {
    subject: "Uma diferença entre os livros agora é sua",
    say: (sentence, step) => [
      "Ninguém resolveu a tempo esta diferença com os livros de um provedor; agora ela é sua:",
      sentence,
      `O que fazer agora: ${step}`,
    ],
  },
};

/** What a lead is told who has a difference that nobody settled in time. */
export function driftOverdueNews(
  locale: Locale,
  { sentence, step }: { sentence: string; step: string },
): { subject: string; paragraphs: string[] } {
  const { subject, say } = overdue[locale];
  return { subject, paragraphs: say(sentence, step) };
}
