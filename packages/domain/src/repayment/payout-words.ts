import { formatMoney, money } from "../money/money.js";
import type { Locale } from "../text/locale.js";
import type { PayoutOption } from "./payout-options.js";

/** What an option means for the buyer, before they choose it. */
export function payoutOptionSentence(
  option: PayoutOption,
  currency: string,
  locale: Locale,
): string {
  const say = (minor: number) => formatMoney(money(minor, currency), locale);
  const amount = say(option.amountMinor);
  const en = locale === "en";
  switch (option.kind) {
    case "RETRY":
      return en
        ? `Try again to send ${amount} back the way it was paid.`
        : `Tentar de novo devolver ${amount} para a forma de pagamento original.`;
    case "BANK_TRANSFER":
      return en
        ? `Have ${amount} sent to a bank account of yours.`
        : `Receber ${amount} em uma conta bancária sua.`;
    case "STORE_CREDIT": {
      const total = say(option.amountMinor + option.bonusMinor);
      if (option.bonusMinor === 0) {
        return en
          ? `Take ${amount} as store credit. It stays credit: it can't be turned back into money.`
          : `Receber ${amount} como crédito na loja. Ele não volta a ser dinheiro.`;
      }
      return en
        ? `Take ${total} as store credit, ${say(option.bonusMinor)} more than you are owed. It stays credit: it can't be turned back into money.`
        : `Receber ${total} como crédito na loja, ${say(option.bonusMinor)} a mais do que é devido. Ele não volta a ser dinheiro.`;
    }
  }
}

const labels: Record<Locale, Record<"REFUND" | "BONUS", string>> = {
  en: { REFUND: "Refund taken as credit", BONUS: "Bonus for taking credit" },
  "pt-BR": { REFUND: "Reembolso recebido como crédito", BONUS: "Bônus por aceitar crédito" },
};

export const storeCreditLabel = (kind: "REFUND" | "BONUS", locale: Locale): string =>
  labels[locale][kind];
