import type { Clock } from "@makegood/domain/clock/clock";
import Stripe from "stripe";
import type { StripeConfig } from "#platform/config/providers-config.js";
import type { PaymentProvider } from "../exports/provider-books.js";
import {
  OutcomeUnknown,
  type ProviderAnswer,
  type ProviderChargeback,
  type ProviderEvent,
  type ProviderRefund,
  type RefundOrder,
  type SoughtRefund,
} from "../exports/refund-provider.js";
import { readChargeback, readRefund, referenceKey } from "./read-stripe.js";
import { readStripeEvent } from "./read-stripe-event.js";
import { toStripeAmount } from "./stripe-amounts.js";
import { StripeBooks } from "./stripe-books.js";
import { isIntent, on } from "./stripe-charges.js";
import { StripeCollector } from "./stripe-collector.js";
import { isMissing, judge, unknown } from "./stripe-errors.js";

const answerWithinMs = 20_000;
/** Stripe may forget a key after 24 hours; from then on the same key would refund again. */
const keySafeForMs = 23 * 3_600_000;
const signatureGoodForSeconds = 300;

/** Stripe, by its own SDK, at the version of the API that the SDK was made for. */
export class StripeProvider implements PaymentProvider {
  readonly name = "stripe";
  readonly collector: StripeCollector;
  readonly books: StripeBooks;
  private readonly stripe: Stripe;

  constructor(
    private readonly options: StripeConfig,
    private readonly clock: Clock,
  ) {
    const { protocol, hostname, port } = new URL(options.url);
    this.stripe = new Stripe(options.key, {
      apiVersion: "2026-10-28.endive",
      protocol: protocol === "http:" ? "http" : "https",
      host: hostname,
      port: port || (protocol === "http:" ? 80 : 443),
      timeout: answerWithinMs,
      // Of one call; the job that calls has its own, slower, retries.
      maxNetworkRetries: 2,
      telemetry: false,
    });
    this.collector = new StripeCollector(this.stripe, (since) => this.isSettled(since));
    this.books = new StripeBooks(this.stripe);
  }

  async createRefund(order: RefundOrder): Promise<ProviderAnswer> {
    const amount = toStripeAmount(order.amountMinor, order.currency);
    if (amount === null) return { kind: "REFUSED", reason: "amount_not_payable" };
    if (this.ageMs(order.openedAt) > keySafeForMs) {
      const made = await this.findRefund({ ...order, providerRefundId: null });
      if (made) return { kind: "MADE", refund: made };
    }
    try {
      const currency = await this.currencyOf(order.chargeId);
      if (currency !== order.currency) return { kind: "REFUSED", reason: "currency_mismatch" };
      const refund = await this.stripe.refunds.create(
        {
          ...on(order.chargeId),
          amount,
          reason: "requested_by_customer",
          metadata: { [referenceKey]: order.reference },
        },
        { idempotencyKey: order.key },
      );
      return { kind: "MADE", refund: readRefund(refund) };
    } catch (error) {
      return this.afterError(error, order);
    }
  }

  async findRefund(sought: SoughtRefund): Promise<ProviderRefund | null> {
    try {
      if (sought.providerRefundId !== null) {
        return readRefund(await this.stripe.refunds.retrieve(sought.providerRefundId));
      }
      const all = this.stripe.refunds.list({ ...on(sought.chargeId), limit: 100 });
      for await (const refund of all) {
        if (refund.metadata?.[referenceKey] === sought.reference) return readRefund(refund);
      }
      return null;
    } catch (error) {
      // One that we were told of can't vanish: then it is the key that belongs elsewhere.
      if (isMissing(error) && sought.providerRefundId === null) return null;
      throw unknown(error);
    }
  }

  /** Stripe e-mails the buyer itself, and takes their account on a page of its own. */
  async giveBankDetails(): Promise<ProviderAnswer> {
    return { kind: "REFUSED", reason: "asked_by_provider" };
  }

  async cancelRefund(providerRefundId: string): Promise<ProviderAnswer> {
    try {
      const canceled = await this.stripe.refunds.cancel(providerRefundId);
      return { kind: "MADE", refund: readRefund(canceled) };
    } catch (error) {
      const verdict = judge(error);
      if (verdict.kind === "REFUSED") return verdict;
      throw unknown(error);
    }
  }

  async findChargebacks(chargeId: string): Promise<ProviderChargeback[]> {
    try {
      const found = await this.stripe.disputes.list({ ...on(chargeId), limit: 100 });
      return found.data.map(readChargeback);
    } catch (error) {
      throw unknown(error);
    }
  }

  readWebhook(body: Buffer, headers: Record<string, string>): ProviderEvent[] | null {
    const signature = headers["stripe-signature"];
    if (!signature) return null;
    // More than one while a secret is being replaced.
    for (const secret of this.options.webhookSecrets) {
      try {
        const { webhooks } = this.stripe;
        return readStripeEvent(
          webhooks.constructEvent(body, signature, secret, signatureGoodForSeconds),
        );
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
      }
    }
    return null;
  }

  /** In what the buyer paid, which is what they get back; a refund is never sent in another. */
  private async currencyOf(chargeId: string): Promise<string> {
    const { currency } = isIntent(chargeId)
      ? await this.stripe.paymentIntents.retrieve(chargeId)
      : await this.stripe.charges.retrieve(chargeId);
    return currency.toUpperCase();
  }

  private ageMs(since: Date): number {
    return this.clock.now().getTime() - since.getTime();
  }

  /** Stripe settles what broke within minutes, and may yet do what was asked for: till then, wait. */
  private isSettled(since: Date): boolean {
    return this.ageMs(since) >= this.options.faultSettlesAfterSeconds * 1000;
  }

  private async afterError(error: unknown, order: RefundOrder): Promise<ProviderAnswer> {
    const verdict = judge(error);
    if (verdict.kind === "UNKNOWN") throw verdict.why;
    const made = await this.findRefund({ ...order, providerRefundId: null });
    if (made) return { kind: "MADE", refund: made };
    if (verdict.kind === "REFUSED") return verdict;
    // Another key must wait until then.
    if (this.isSettled(order.openedAt)) return { kind: "REFUSED", reason: "provider_error" };
    throw new OutcomeUnknown("Stripe had a fault, and has not said yet what it came to");
  }
}
