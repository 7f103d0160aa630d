import type Stripe from "stripe";
import type { ProviderBooks, ReportedCharge, ReportedRefund } from "../exports/provider-books.js";
import type { ProviderChargeback } from "../exports/refund-provider.js";
import { isRelease, readCharge, readChargeback, readRefund } from "./read-stripe.js";
import { isIntent } from "./stripe-charges.js";
import { isMissing, unknown } from "./stripe-errors.js";

/** The most that Stripe gives at once. */
const pageSize = 100;

/** Says when a charge was captured, which may be days after it was made. */
const captures = ["balance_transaction"];

interface Page {
  created: Stripe.RangeQueryParam;
  limit: number;
  starting_after?: string;
}

/** Stripe's own books: its lists, newest first. */
export class StripeBooks implements ProviderBooks {
  constructor(private readonly stripe: Stripe) {}

  refunds(since: Date): AsyncIterable<ReportedRefund[]> {
    const list = (page: Page) => this.stripe.refunds.list(page);
    return pages(list, since, (refund) =>
      isRelease(refund) ? [] : [{ ...readRefund(refund), madeAt: new Date(refund.created * 1000) }],
    );
  }

  charges(since: Date): AsyncIterable<ReportedCharge[]> {
    const list = (page: Page) =>
      this.stripe.charges.list({ ...page, expand: captures.map((field) => `data.${field}`) });
    return pages(list, since, (charge) => [readCharge(charge)]);
  }

  chargebacks(since: Date): AsyncIterable<ProviderChargeback[]> {
    return pages(
      (page) => this.stripe.disputes.list(page),
      since,
      (dispute) => [readChargeback(dispute)],
    );
  }

  async charge(chargeId: string): Promise<ReportedCharge | null> {
    try {
      const { charges } = this.stripe;
      if (!isIntent(chargeId)) {
        return readCharge(await charges.retrieve(chargeId, { expand: captures }));
      }
      const expand = captures.map((field) => `data.${field}`);
      const { data } = await charges.list({ payment_intent: chargeId, limit: pageSize, expand });
      const all = data.map(readCharge);
      return all.find(({ status }) => status === "captured") ?? all[0] ?? null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw unknown(error);
    }
  }
}

async function* pages<T extends { id: string }, R>(
  list: (page: Page) => Promise<Stripe.ApiList<T>>,
  since: Date,
  read: (row: T) => R[],
): AsyncIterable<R[]> {
  const created = { gte: Math.floor(since.getTime() / 1000) };
  for (let after: string | null = ""; after !== null; ) {
    const query = { created, limit: pageSize, ...(after ? { starting_after: after } : {}) };
    const page: Stripe.ApiList<T> = await list(query).catch((error: unknown) => {
      throw unknown(error);
    });
    yield page.data.flatMap(read);
    after = page.has_more ? (page.data.at(-1)?.id ?? null) : null;
  }
}
