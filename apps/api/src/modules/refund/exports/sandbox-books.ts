import {
  type Chargeback,
  chargebacksReport,
  chargesReport,
  payoutsReport,
  type Refund,
  refundsReport,
  reportedChargeSchema,
  type ReportedCharge as SandboxCharge,
} from "@makegood/sandbox-provider/contract";
import type { z } from "zod";
import type { ReportedPayout } from "./bank-transfers.js";
import type { ProviderBooks, ReportedCharge, ReportedRefund } from "./provider-books.js";
import { type Call, toChargeback, toPayout, toProviderCharge, toRefund } from "./read-sandbox.js";
import { OutcomeUnknown, type ProviderChargeback } from "./refund-provider.js";

/** The sandbox provider's own books. */
export class SandboxBooks implements ProviderBooks {
  constructor(private readonly call: Call) {}

  refunds(since: Date): AsyncIterable<ReportedRefund[]> {
    const read = (refund: Refund) => ({
      ...toRefund(refund),
      madeAt: new Date(refund.createdAt),
    });
    return this.pages("refunds", refundsReport, since, read);
  }

  charges(since: Date): AsyncIterable<ReportedCharge[]> {
    return this.pages("charges", chargesReport, since, toReportedCharge);
  }

  chargebacks(since: Date): AsyncIterable<ProviderChargeback[]> {
    return this.pages("chargebacks", chargebacksReport, since, (row: Chargeback) =>
      toChargeback(row),
    );
  }

  payouts(since: Date): AsyncIterable<ReportedPayout[]> {
    return this.pages("payouts", payoutsReport, since, (payout) => ({
      ...toPayout(payout),
      madeAt: new Date(payout.createdAt),
    }));
  }

  async charge(chargeId: string): Promise<ReportedCharge | null> {
    const response = await this.call("GET", `/v1/charges/${chargeId}`);
    if (response.status === 404) return null;
    if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
    return toReportedCharge(reportedChargeSchema.parse(await response.json()));
  }

  private async *pages<T, R>(
    kind: string,
    page: z.ZodType<{ rows: T[]; next: string | null }>,
    since: Date,
    read: (row: T) => R,
  ): AsyncIterable<R[]> {
    for (let after: string | null = ""; after !== null; ) {
      const query = new URLSearchParams({ since: since.toISOString(), after });
      const response = await this.call("GET", `/v1/report/${kind}?${query}`);
      if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
      const { rows, next } = page.parse(await response.json());
      yield rows.map(read);
      after = next;
    }
  }
}

function toReportedCharge(charge: SandboxCharge): ReportedCharge {
  return {
    ...toProviderCharge(charge),
    reference: charge.reference,
    givenBackMinor: charge.refundedMinor,
    heldMinor: charge.status === "authorized" ? charge.amountMinor : 0,
    madeAt: new Date(charge.createdAt),
    changedAt: new Date(charge.updatedAt),
  };
}
