import type Stripe from "stripe";
import {
  type ChargeAnswer,
  type ChargeStep,
  OutcomeUnknown,
  type PaymentCollector,
  type ProviderCharge,
} from "../exports/refund-provider.js";
import { readIntent } from "./read-stripe-intent.js";
import { toStripeAmount } from "./stripe-amounts.js";
import { isIntent } from "./stripe-charges.js";
import { isMissing, judge, judgeCapture, unknown } from "./stripe-errors.js";

type Send = (intentId: string) => Promise<Stripe.PaymentIntent>;

/**
 * Takes what a payment intent holds, or lets it go. An intent is captured or canceled once, and says
 * so for good: it is asked first each time, so that nothing hangs on how long Stripe knows a key.
 */
export class StripeCollector implements PaymentCollector {
  constructor(
    private readonly stripe: Stripe,
    /** Whether a fault of Stripe's of then has settled by now. */
    private readonly isSettled: (since: Date) => boolean,
  ) {}

  async capture(step: ChargeStep & { amountMinor: number; currency: string }) {
    const amount = toStripeAmount(step.amountMinor, step.currency);
    if (amount === null) return refused("amount_not_payable");
    return this.change(step, (id) =>
      this.stripe.paymentIntents.capture(
        id,
        { amount_to_capture: amount },
        { idempotencyKey: step.key },
      ),
    );
  }

  async release(step: ChargeStep) {
    return this.change(step, (id) =>
      this.stripe.paymentIntents.cancel(id, {}, { idempotencyKey: step.key }),
    );
  }

  async find(chargeId: string): Promise<ProviderCharge | null> {
    const intent = await this.intentOf(chargeId);
    return intent && readIntent(intent);
  }

  private async change(
    step: ChargeStep & { currency?: string },
    send: Send,
  ): Promise<ChargeAnswer> {
    const intent = await this.intentOf(step.chargeId);
    // Charges older than payment intents are not taken or let go from here.
    if (!intent) return refused(isIntent(step.chargeId) ? "resource_missing" : "not_supported");
    const { currency = intent.currency } = step;
    if (intent.currency !== currency.toLowerCase()) return refused("currency_mismatch");
    const over = outcomeOf(intent);
    if (over) return over;
    try {
      return { kind: "DONE", charge: readIntent(await send(intent.id)) };
    } catch (error) {
      return this.afterError(error, step, intent.id);
    }
  }

  private async afterError(
    error: unknown,
    step: ChargeStep,
    intentId: string,
  ): Promise<ChargeAnswer> {
    const verdict = judge(error);
    if (verdict.kind === "UNKNOWN") throw verdict.why;
    const now = await this.intentOf(intentId);
    const over = now && outcomeOf(now);
    if (over) return over;
    // The bank took back what it held: the buyer would have to pay anew.
    if (now?.status === "requires_payment_method") return refused("capture_declined");
    if (verdict.kind === "REFUSED") return refused(judgeCapture(error));
    if (this.isSettled(step.openedAt)) return refused("provider_error");
    throw new OutcomeUnknown("Stripe had a fault, and has not said yet what it came to");
  }

  /** Null where Stripe knows none of that name. */
  private async intentOf(chargeId: string): Promise<Stripe.PaymentIntent | null> {
    try {
      const id = isIntent(chargeId) ? chargeId : await this.intentIdOf(chargeId);
      if (id === null) return null;
      return await this.stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] });
    } catch (error) {
      if (isMissing(error)) return null;
      throw unknown(error);
    }
  }

  private async intentIdOf(chargeId: string): Promise<string | null> {
    const { payment_intent: intent } = await this.stripe.charges.retrieve(chargeId);
    return typeof intent === "string" ? intent : (intent?.id ?? null);
  }
}

/** What came of an intent that nothing more can be asked of; null while something can. */
function outcomeOf(intent: Stripe.PaymentIntent): ChargeAnswer | null {
  switch (intent.status) {
    case "succeeded":
    case "canceled":
      return { kind: "DONE", charge: readIntent(intent) };
    case "processing":
      throw new OutcomeUnknown("Stripe is working on the payment");
    default:
      return null;
  }
}

const refused = (reason: string): ChargeAnswer => ({ kind: "REFUSED", reason });
