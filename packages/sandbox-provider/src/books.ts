import { randomUUID } from "node:crypto";
import { type PlannedChange, planAfterDetails, planPayout, planRefund } from "./behaviour.js";
import { BookRows, type ProviderEvent } from "./book-rows.js";
import { changedPayout, changedRefund } from "./changes.js";
import { type ChargeStep, newChargeOf, stepCharge } from "./charge-life.js";
import type {
  Charge,
  Chargeback,
  ChargebackStatus,
  NewCharge,
  NewChargeback,
  NewPayout,
  NewRefund,
  Payout,
  Refund,
  WebhookContent,
} from "./contract.js";
import { forgedEntry } from "./forge.js";
import type { Forgery } from "./forgery.js";
import { type Entry, Journal, type SavedAnswer } from "./journal.js";
import { newChargebackOf, newPayoutOf, newRefundOf } from "./new-rows.js";
import type { Step } from "./plans.js";
import { Refusal } from "./refusal.js";

export interface BooksOptions {
  folder: string;
  /** Delays are divided by this. */
  timeScale: number;
  onEvent(event: ProviderEvent): void;
}

/** Charges, refunds, payouts and chargebacks, all changes synchronous: nothing can come between check and effect. */
export class Books {
  private readonly rows = new BookRows({
    refund: (id, step) => {
      const refund = this.refunds.get(id);
      if (refund) this.tellRefund(changedRefund(refund, step));
      this.rows.refundPlans.arm(id);
    },
    payout: (id, step) => {
      const payout = this.payouts.get(id);
      if (payout) this.tellPayout(changedPayout(payout, step));
      this.rows.payoutPlans.arm(id);
    },
  });
  readonly charges = this.rows.charges;
  readonly refunds = this.rows.refunds;
  readonly payouts = this.rows.payouts;
  readonly chargebacks = this.rows.chargebacks;
  readonly answers = this.rows.answers;
  private readonly journal: Journal;

  constructor(private readonly options: BooksOptions) {
    this.journal = new Journal(options.folder, (entry) => this.rows.apply(entry));
    this.rows.refundPlans.armAll();
    this.rows.payoutPlans.armAll();
    for (const event of this.rows.undelivered.values()) options.onEvent(event);
  }

  addCharges(given: NewCharge[]): Charge[] {
    const fresh: Charge[] = [];
    const all = given.map((charge) => {
      const known = this.rows.chargeByReference.get(charge.reference);
      if (known) {
        if (known.amountMinor !== charge.amountMinor || known.currency !== charge.currency) {
          throw new Refusal(409, "reference_in_use", `${charge.reference} is another charge.`);
        }
        return known;
      }
      const made = newChargeOf(charge, `ch_${randomUUID()}`, Date.now());
      fresh.push(made);
      return made;
    });
    if (fresh.length > 0)
      this.journal.write(...fresh.map((charge) => ({ kind: "charge", charge }) as const));
    return all;
  }

  /** Captures, voids or pays a charge, and saves the answer with it where the call had a key. */
  changeCharge(
    id: string,
    step: ChargeStep,
    call: { key: string; request: string } | null,
  ): Charge {
    const known = this.chargeOf(id);
    const outcome = stepCharge(known, step, Date.now());
    if ("refused" in outcome) throw new Refusal(402, outcome.refused, `It is ${known.status}.`);
    const { charge } = outcome;
    const made: Entry[] = call
      ? [{ kind: "answer", answer: { ...call, status: 200, body: charge } }]
      : [];
    this.tell({ type: "charge.updated", data: { charge } }, ...made);
    return charge;
  }

  /** Makes a refund and saves its answer with it, so that neither exists without the other. */
  addRefund(given: NewRefund, key: string, request: string): Refund {
    const charge = this.chargeOf(given.chargeId);
    const earlier = this.refundsOf(charge.id);
    const base = newRefundOf(given, charge, earlier);
    const { first, plan } = this.planned(planRefund(charge.testMethod, earlier.length));
    const refund = changedRefund(base, first);
    const answer = { key, request, status: 200, body: refund };
    this.tellRefund(refund, { kind: "refund", refund, plan }, { kind: "answer", answer });
    this.rows.refundPlans.arm(refund.id);
    return refund;
  }

  /** The buyer's bank details came for a refund that waited for them. */
  giveDetails(refundId: string, holder: string, key: string, request: string): Refund {
    const refund = this.waiting(refundId);
    const { first, plan } = this.planned(planAfterDetails(holder));
    const after = changedRefund(refund, first);
    const answer = { key, request, status: 200, body: after };
    this.tellRefund(after, { kind: "planned", refundId, plan }, { kind: "answer", answer });
    this.rows.refundPlans.arm(refundId);
    return after;
  }

  /** Gives up a refund that waits for the buyer. Asked again, it says that it is so. */
  cancelRefund(refundId: string): Refund {
    const known = this.refunds.get(refundId);
    if (known?.status === "canceled") return known;
    const canceled = changedRefund(this.waiting(refundId), {
      status: "canceled",
      reason: "canceled",
    });
    this.tellRefund(canceled);
    return canceled;
  }

  /** What the network says of a refund apart from its plan, as late as somebody waits with it. */
  turnRefund(refundId: string, status: Refund["status"], reason?: string): Refund {
    const known = this.refunds.get(refundId);
    if (!known) throw new Refusal(404, "not_found", `There is no refund ${refundId}.`);
    const refund = changedRefund(known, { status, ...(reason ? { reason } : {}) });
    this.tellRefund(refund);
    return refund;
  }

  addPayout(given: NewPayout, key: string, request: string): Payout {
    const { first, plan } = this.planned(planPayout(given.destination.holder));
    const payout = changedPayout(newPayoutOf(given), first);
    const answer = { key, request, status: 200, body: payout };
    const made: Entry[] = [
      { kind: "payout", payout, plan },
      { kind: "answer", answer },
    ];
    this.tellPayout(payout, ...made);
    this.rows.payoutPlans.arm(payout.id);
    return payout;
  }

  openChargeback(given: NewChargeback): Chargeback {
    const chargeback = newChargebackOf(given, this.chargeOf(given.chargeId), Date.now());
    this.tell({ type: "chargeback.updated", data: { chargeback } });
    return chargeback;
  }

  /** What the bank decides next. */
  moveChargeback(id: string, status: ChargebackStatus, buyerRepaid = false): Chargeback {
    const known = this.chargebacks.get(id);
    if (!known) throw new Refusal(404, "not_found", `There is no chargeback ${id}.`);
    const repaid = status === "prevented" && buyerRepaid;
    const chargeback = {
      ...known,
      status,
      buyerRepaid: repaid,
      updatedAt: new Date().toISOString(),
    };
    this.tell({ type: "chargeback.updated", data: { chargeback } });
    return chargeback;
  }

  saveAnswer(answer: SavedAnswer): void {
    this.journal.write({ kind: "answer", answer });
  }

  delivered(event: string): void {
    this.journal.write({ kind: "delivered", event });
  }

  refundsOf(chargeId: string): Refund[] {
    return this.rows.refundsOf(chargeId);
  }

  /** Changes what lies in the books so that they differ from everybody else's; whom it is about. */
  forge(given: Forgery): string {
    const entry = forgedEntry(this.rows, given, Date.now());
    this.journal.write(entry);
    return entry.id;
  }

  close(): void {
    this.rows.refundPlans.close();
    this.rows.payoutPlans.close();
    this.journal.close();
  }

  private chargeOf(id: string): Charge {
    const charge = this.charges.get(id);
    if (!charge) throw new Refusal(404, "charge_unknown", `There is no charge ${id}.`);
    return charge;
  }

  private waiting(refundId: string): Refund {
    const refund = this.refunds.get(refundId);
    if (!refund) throw new Refusal(404, "not_found", `There is no refund ${refundId}.`);
    if (refund.status !== "requires_action") {
      throw new Refusal(409, "not_waiting", `The refund is ${refund.status}.`);
    }
    return refund;
  }

  /** What is so at once, and what comes later at its time. */
  private planned<S extends string>(changes: readonly PlannedChange<S>[]) {
    const [first, ...rest] = changes;
    if (!first) throw new Error("a plan begins at once");
    const now = Date.now();
    const plan: Step<S>[] = rest.map(({ afterMs, ...step }) => ({
      ...step,
      at: now + afterMs / this.options.timeScale,
    }));
    return { first, plan };
  }

  private tellRefund(refund: Refund, ...made: Entry[]): void {
    this.tell({ type: "refund.updated", data: { refund } }, ...made);
  }

  private tellPayout(payout: Payout, ...made: Entry[]): void {
    this.tell({ type: "payout.updated", data: { payout } }, ...made);
  }

  /** Writes down what changed, with what belongs to it, and lets the world hear of it. */
  private tell(content: WebhookContent, ...made: Entry[]): void {
    const event = `evt_${randomUUID()}`;
    this.journal.write(...made, { kind: "told", event, content });
    this.options.onEvent({ event, content });
  }
}
