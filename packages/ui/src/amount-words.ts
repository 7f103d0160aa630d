import type { AmountProblem } from "@makegood/domain/money/parse-amount";
import type { Localized } from "@makegood/domain/text/locale";

type Words = Record<AmountProblem, (currency: string, example: string) => string>;

/** Why what was typed is no amount, and what to type instead. */
export const amountWords: Localized<Words> = {
  en: {
    NOT_AN_AMOUNT: (_, example) => `This isn't an amount. Enter it like ${example}.`,
    NEGATIVE: () => "Enter the amount without a minus sign.",
    AMBIGUOUS: (_, example) => `This can be read in two ways. Enter it like ${example}.`,
    OTHER_CURRENCY: (currency) => `Enter the amount in ${currency}.`,
    TOO_PRECISE: (currency, example) => `${currency} has fewer decimals. Enter it like ${example}.`,
    TOO_LARGE: () => "This amount is too large. Enter a smaller one.",
  },
  "pt-BR": {
    NOT_AN_AMOUNT: (_, example) => `Isto não é um valor. Digite assim: ${example}.`,
    NEGATIVE: () => "Digite o valor sem o sinal de menos.",
    AMBIGUOUS: (_, example) => `Isto pode ser lido de duas formas. Digite assim: ${example}.`,
    OTHER_CURRENCY: (currency) => `Digite o valor em ${currency}.`,
    TOO_PRECISE: (currency, example) => `${currency} tem menos decimais. Digite assim: ${example}.`,
    TOO_LARGE: () => "Este valor é grande demais. Digite um menor.",
  },
};
