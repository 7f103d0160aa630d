import { newChargeOf } from "./charge-life.js";
import type { Charge, Chargeback, Payout, Refund, WebhookContent } from "./contract.js";
import type { Entry, SavedAnswer } from "./journal.js";
import { Plans, type Step } from "./plans.js";

/** Something the world has to hear of. */
export interface ProviderEvent {
  event: string;
  content: WebhookContent;
}

/** What lies in the books, as the entries of their journal have made it. */
export class BookRows {
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, Refund>();
  readonly payouts = new Map<string, Payout>();
  readonly chargebacks = new Map<string, Chargeback>();
  readonly answers = new Map<string, SavedAnswer>();
  readonly chargeByReference = new Map<string, Charge>();
  /** What was changed behind everybody's back, so that nothing is changed twice. */
  readonly forged = new Set<string>();
  readonly undelivered = new Map<string, ProviderEvent>();
  readonly refundPlans: Plans<Refund["status"]>;
  readonly payoutPlans: Plans<Payout["status"]>;
  private readonly refundsByCharge = new Map<string, string[]>();

  constructor(due: {
    refund(id: string, step: Step<Refund["status"]>): void;
    payout(id: string, step: Step<Payout["status"]>): void;
  }) {
    this.refundPlans = new Plans(due.refund);
    this.payoutPlans = new Plans(due.payout);
  }

  refundsOf(chargeId: string): Refund[] {
    return (this.refundsByCharge.get(chargeId) ?? []).flatMap((id) => this.refunds.get(id) ?? []);
  }

  /** What an entry of the journal means. */
  apply(entry: Entry): void {
    switch (entry.kind) {
      case "charge":
        this.keepCharge(entry.charge);
        break;
      case "refund": {
        const { refund, plan } = entry;
        this.keepRefund(refund);
        this.refundPlans.set(refund.id, plan);
        break;
      }
      case "planned":
        this.refundPlans.set(entry.refundId, entry.plan);
        break;
      case "payout":
        this.payouts.set(entry.payout.id, entry.payout);
        this.payoutPlans.set(entry.payout.id, entry.plan);
        break;
      case "told":
        this.undelivered.set(entry.event, entry);
        this.keep(entry.content);
        break;
      case "delivered":
        this.undelivered.delete(entry.event);
        break;
      case "answer":
        this.answers.set(entry.answer.key, entry.answer);
        break;
      case "forged":
        this.forge(entry);
    }
  }

  private keepCharge(written: Charge): void {
    // Books of an earlier version know captured charges only.
    const charge = { ...newChargeOf(written, written.id, 0), ...written };
    this.charges.set(charge.id, charge);
    this.chargeByReference.set(charge.reference, charge);
  }

  private keepRefund(refund: Refund): void {
    if (!this.refunds.has(refund.id)) {
      const siblings = this.refundsByCharge.get(refund.chargeId) ?? [];
      this.refundsByCharge.set(refund.chargeId, [...siblings, refund.id]);
    }
    this.refunds.set(refund.id, refund);
  }

  /** Behind everybody's back: no plan follows from it, and nobody is told. */
  private forge({ about, id, row }: Entry & { kind: "forged" }): void {
    this.forged.add(id);
    if (row === null) this[about].delete(id);
    else if (about === "refunds") this.keepRefund(row as Refund);
    else (this[about] as Map<string, typeof row>).set(id, row);
  }

  private keep(content: WebhookContent): void {
    switch (content.type) {
      case "charge.updated":
        this.keepCharge(content.data.charge);
        break;
      case "refund.updated": {
        const { refund } = content.data;
        this.refunds.set(refund.id, refund);
        this.refundPlans.became(refund.id, refund.status);
        break;
      }
      case "payout.updated": {
        const { payout } = content.data;
        this.payouts.set(payout.id, payout);
        this.payoutPlans.became(payout.id, payout.status);
        break;
      }
      case "chargeback.updated":
        this.chargebacks.set(content.data.chargeback.id, content.data.chargeback);
    }
  }
}
