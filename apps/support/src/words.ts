import type { Locale } from "@makegood/domain/text/locale";
import { useWords } from "@makegood/ui/locale.tsx";
import { approvalWords } from "./words/approval-words.ts";
import { controlWords } from "./words/control-words.ts";
import { deskWords } from "./words/desk-words.ts";
import { givingWords } from "./words/giving-words.ts";
import { orderWords } from "./words/order-words.ts";

const together = (locale: Locale) => ({
  ...deskWords[locale],
  ...orderWords[locale],
  ...givingWords[locale],
  ...approvalWords[locale],
  ...controlWords[locale],
});

const words = { en: together("en"), "pt-BR": together("pt-BR") };

/** The desk's own words, subject by subject. */
export const useAppWords = () => useWords(words);
