import { formatMoney, money } from "../money/money.js";
import type { Locale } from "../text/locale.js";
import type { ChargebackStatus } from "./chargeback-machine.js";

/** Whether the bank still listens. */
export const isEvidenceWanted = (status: ChargebackStatus): boolean =>
  status === "WARNING_NEEDS_RESPONSE" || status === "NEEDS_RESPONSE";

const reasons: Record<Locale, Record<string, string>> = {
  en: {
    fraudulent: "The cardholder says they did not make this purchase.",
    product_not_received: "The cardholder says that nothing arrived.",
    product_unacceptable: "The cardholder says that it was not as described.",
    duplicate: "The cardholder says that it was charged twice.",
    credit_not_processed: "The cardholder says that a promised refund did not come.",
    subscription_canceled: "The cardholder says that they had canceled.",
    unrecognized: "The cardholder does not recognise the payment.",
    general: "The cardholder disputes the payment.",
  },
  "pt-BR": {
    fraudulent: "O titular diz que não fez esta compra.",
    product_not_received: "O titular diz que nada chegou.",
    product_unacceptable: "O titular diz que não era como descrito.",
    duplicate: "O titular diz que foi cobrado duas vezes.",
    credit_not_processed: "O titular diz que um reembolso prometido não veio.",
    subscription_canceled: "O titular diz que havia cancelado.",
    unrecognized: "O titular não reconhece o pagamento.",
    general: "O titular contesta o pagamento.",
  },
};

/** Why the cardholder disputes it, in words; a code we don't know is told as the general one. */
export const chargebackReason = (code: string, locale: Locale): string =>
  reasons[locale][code] ?? reasons[locale].general ?? code;

/**
 * What the bank's decision should rest on, first of all: that money of this payment went back, or is
 * on its way back, besides. Null where none is. Minor units.
 */
export function alreadyRefunded(
  { refundedMinor, onItsWayMinor }: { refundedMinor: number; onItsWayMinor: number },
  currency: string,
  locale: Locale,
): string | null {
  const say = (minor: number) => formatMoney(money(minor, currency), locale);
  if (refundedMinor + onItsWayMinor === 0) return null;
  if (locale === "en") {
    return `Of this payment, ${say(refundedMinor)} was refunded and ${say(onItsWayMinor)} is on its way: say so in the evidence, or it is paid twice.`;
  }
  return `Deste pagamento, ${say(refundedMinor)} foi reembolsado e ${say(onItsWayMinor)} está a caminho: diga isso na defesa, ou será pago duas vezes.`;
}
