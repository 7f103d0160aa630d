import type { Locale } from "@makegood/domain/text/locale";
import { useWords } from "@makegood/ui/locale.tsx";
import { consoleWords } from "./words/console-words.ts";
import { feedbackWords } from "./words/feedback-words.ts";
import { givingWords } from "./words/giving-words.ts";
import { keyWords } from "./words/key-words.ts";
import { orderWords } from "./words/order-words.ts";
import { queueWords } from "./words/queue-words.ts";

const together = (locale: Locale) => ({
  ...consoleWords[locale],
  ...queueWords[locale],
  ...orderWords[locale],
  ...givingWords[locale],
  ...keyWords[locale],
  ...feedbackWords[locale],
});

const words = { en: together("en"), "pt-BR": together("pt-BR") };

/** The console's own words, subject by subject. */
export const useAppWords = () => useWords(words);
