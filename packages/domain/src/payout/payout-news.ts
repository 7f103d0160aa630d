import { formatMoney, money } from "../money/money.js";
import type { Locale, Localized } from "../text/locale.js";
import { payableMinor, type ShopFunds } from "./decide-payout.js";
import type { PayoutStatus } from "./payout-machine.js";

/** What there is to tell of a payout; minor units of its currency. */
export interface PayoutNews extends ShopFunds {
  readonly status: Exclude<PayoutStatus, "SCHEDULED">;
  readonly amountMinor: number;
  readonly currency: string;
}

type Say = (amount: string) => string;

const words: Localized<Record<PayoutNews["status"] | "HELD", Say>> = {
  en: {
    PAID: (amount) => `A payout of ${amount} is on its way to your bank.`,
    FAILED: (amount) =>
      `A payout of ${amount} came back: it is on your balance again and goes with the next one.`,
    CARRIED_OVER: (amount) =>
      `Nothing is paid out this time: refunds came to ${amount} more than sales, which the next sales make up for.`,
    HELD: (amount) =>
      `${amount} is held back for now: your money page says by what, and what ends it.`,
  },
  "pt-BR": {
    PAID: (amount) => `Um repasse de ${amount} está a caminho do seu banco.`,
    FAILED: (amount) =>
      `Um repasse de ${amount} voltou: está de novo no seu saldo e vai no próximo.`,
    CARRIED_OVER: (amount) =>
      `Nada é repassado desta vez: os reembolsos superaram as vendas em ${amount}, o que as próximas vendas compensam.`,
    HELD: (amount) =>
      `${amount} fica retido por ora: sua página de dinheiro diz por quê, e o que o libera.`,
  },
};

/** What became of a payout, and what was held back of it, in sentences for its shop. */
export function payoutNews(news: PayoutNews, locale: Locale): string[] {
  const { status, amountMinor, frozenMinor, currency } = news;
  const say = (minor: number) => formatMoney(money(minor, currency), locale);
  const told = status === "CARRIED_OVER" ? Math.max(0, 0 - payableMinor(news)) : amountMinor;
  const held = status !== "FAILED" && frozenMinor > 0;
  return [
    words[locale][status](say(told)),
    ...(held ? [words[locale].HELD(say(frozenMinor))] : []),
  ];
}
