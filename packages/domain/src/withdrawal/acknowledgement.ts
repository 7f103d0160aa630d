import { formatMoney, money } from "../money/money.js";
import { formatInstant, formatUntil, type Locale, type Zone } from "../text/locale.js";

export interface Acknowledged {
  readonly reference: string;
  readonly orderNumber: string;
  readonly shop: string;
  readonly buyer: string;
  readonly declaredAt: Date;
  readonly items: readonly { readonly title: string; readonly quantity: number }[];
  readonly amountMinor: number;
  readonly currency: string;
  readonly repayBy: Date;
  readonly law: string;
}

/**
 * The acknowledgement of a withdrawal as the law asks for it: its content, date and time, on a
 * durable medium (Directive 2011/83/EU, Article 11a, as inserted by Directive (EU) 2023/2673). The
 * money may wait for the goods or proof of their sending (Article 13(3)).
 */
export function acknowledgement(given: Acknowledged, locale: Locale, zone: Zone): string {
  const at = formatInstant(given.declaredAt, locale, zone);
  const by = formatUntil(given.repayBy, locale, zone);
  const amount = formatMoney(money(given.amountMinor, given.currency), locale);
  const items = given.items.map(({ title, quantity }) => `  ${quantity} × ${title}`).join("\n");
  const utc = given.declaredAt.toISOString();
  return locale === "en"
    ? `Acknowledgement of withdrawal\n\nReference: ${given.reference}\nReceived: ${at} (${utc})\nFrom: ${given.buyer}\nTo: ${given.shop}\nOrder: ${given.orderNumber}\n\n${given.buyer} withdraws from the contract for:\n${items}\n\nBy: ${given.law}\n${amount} goes back the way it was paid, by ${by} at the latest; for what was sent to you already, when it is back or its sending is shown, if that is later.\n`
    : `Confirmação de desistência\n\nReferência: ${given.reference}\nRecebida: ${at} (${utc})\nDe: ${given.buyer}\nPara: ${given.shop}\nPedido: ${given.orderNumber}\n\n${given.buyer} desiste do contrato de:\n${items}\n\nPor: ${given.law}\n${amount} volta pelo mesmo meio de pagamento, no máximo até ${by}; para o que já foi enviado, quando voltar ou o envio for comprovado, se for depois.\n`;
}
