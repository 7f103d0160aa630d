import { formatMoney, money } from "../money/money.js";
import { causeWords, knownCause } from "../promise/promise-cause.js";
import { formatUntil, type Locale } from "../text/locale.js";
import { approvalEvents } from "./approval-events.js";
import { cancellationEvents } from "./cancellation-events.js";
import { caseEvents } from "./case-events.js";
import { chargebackEvents } from "./chargeback-events.js";
import { disputeEvents } from "./dispute-events.js";
import type { EventData } from "./event-data.js";
import { feedbackEvents } from "./feedback-events.js";
import { orderEvents } from "./order-events.js";
import { paymentEvents } from "./payment-events.js";
import { promiseEvents } from "./promise-events.js";
import { refundEvents } from "./refund-events.js";
import { repaymentEvents } from "./repayment-events.js";
import { returnEvents } from "./return-events.js";

const en = {
  ...orderEvents.en,
  ...paymentEvents.en,
  ...cancellationEvents.en,
  ...returnEvents.en,
  ...refundEvents.en,
  ...approvalEvents.en,
  ...repaymentEvents.en,
  ...chargebackEvents.en,
  ...caseEvents.en,
  ...disputeEvents.en,
  ...promiseEvents.en,
  ...feedbackEvents.en,
};
const pt: typeof en = {
  ...orderEvents["pt-BR"],
  ...paymentEvents["pt-BR"],
  ...cancellationEvents["pt-BR"],
  ...returnEvents["pt-BR"],
  ...refundEvents["pt-BR"],
  ...approvalEvents["pt-BR"],
  ...repaymentEvents["pt-BR"],
  ...chargebackEvents["pt-BR"],
  ...caseEvents["pt-BR"],
  ...disputeEvents["pt-BR"],
  ...promiseEvents["pt-BR"],
  ...feedbackEvents["pt-BR"],
};
const words: Record<Locale, typeof en> = { en, "pt-BR": pt };

export type EventKind = keyof typeof en;

/** Everything that a timeline tells. */
export const eventKinds = Object.keys(en) as EventKind[];

/** What happened, in a sentence. */
export function eventSentence(
  kind: EventKind,
  data: EventData,
  locale: Locale,
  zone: string,
): string {
  const amount =
    data.amountMinor !== undefined && data.currency !== undefined
      ? formatMoney(money(data.amountMinor, data.currency), locale)
      : "";
  const day = (at: string | undefined) =>
    at ? formatUntil(new Date(at), locale, { id: zone, said: false }) : "";
  const by = day(data.promisedBy);
  const expected = day(data.expectedBy);
  const why = knownCause(data.cause);
  const cause = why ? causeWords(why, locale) : "";
  return words[locale][kind]({ amount, by, cause, expected, data });
}
