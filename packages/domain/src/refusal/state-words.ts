import type { Locale, Localized } from "../text/locale.js";
import { statusWords } from "../text/status-words.js";

/** What machines are called, with the article that a sentence needs. */
const machineWords: Readonly<Record<string, Localized<string>>> = {
  order: { en: "the order", "pt-BR": "o pedido" },
  payment: { en: "the payment", "pt-BR": "o pagamento" },
  cancellation: { en: "the cancellation", "pt-BR": "o cancelamento" },
  return: { en: "the return", "pt-BR": "a devolução" },
  refund: { en: "the refund", "pt-BR": "o reembolso" },
  case: { en: "the case", "pt-BR": "o caso" },
  dispute: { en: "the dispute", "pt-BR": "a disputa" },
  chargeback: { en: "the chargeback", "pt-BR": "a contestação" },
  payout: { en: "the payout", "pt-BR": "o repasse" },
  drift: { en: "the difference", "pt-BR": "a diferença" },
  feedback: { en: "the feedback", "pt-BR": "a avaliação" },
};

const sentence: Localized<(machine: string, state: string) => string> = {
  en: (machine, state) => `This is not possible while ${machine} stands at “${state}”.`,
  "pt-BR": (machine, state) => `Isto não é possível enquanto ${machine} estiver em “${state}”.`,
};

/** Why a command does not fit where something stands, as the badges beside it name that. */
export function stateSentence(machine: string, state: string, locale: Locale): string {
  const statuses: Readonly<Record<string, string>> = statusWords[locale];
  const code = state.toLowerCase().replaceAll("_", " ");
  return sentence[locale](machineWords[machine]?.[locale] ?? machine, statuses[state] ?? code);
}
