import { randomUUID } from "node:crypto";
import {
  newTrace,
  type PlannedChange,
  planAfterDetails,
  planPayout,
  planRefund,
} from "./behaviour.js";
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
import { lastFourOf } from "./destinations.js";
import { type Entry, Journal, type SavedAnswer } from "./journal.js";
import { Plans, type Step } from "./plans.js";
import { Refusal } from "./refusal.js";

/** Something the world has to hear of. */
export interface ProviderEvent {
  event: string;
  content: WebhookContent;
}

export interface BooksOptions {
  folder: string;
  /** Delays are divided by this. */
  timeScale: number;
  onEvent(event: ProviderEvent): void;
}

const dayMs = 86_400_000;
/** Refunds in these states have, or may yet have, taken their part of the charge. */
const taking: ReadonlySet<Refund["status"]> = new Set(["pending", "requires_action", "succeeded"]);

/** Charges, refunds, payouts and chargebacks, all changes synchronous: nothing can come between check and effect. */
export class Books {
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, Refund>();
  readonly payouts = new Map<string, Payout>();
  readonly chargebacks = new Map<string, Chargeback>();
  readonly answers = new Map<string, SavedAnswer>();
  private readonly chargeByReference = new Map<string, Charge>();
  private readonly refundsByCharge = new Map<string, string[]>();
  private readonly undelivered = new Map<string, ProviderEvent>();
  private readonly refundPlans = new Plans<Refund["status"]>((id, step) => {
    const refund = this.refunds.get(id);
    if (refund) this.tellRefund(changedRefund(refund, step));
    this.refundPlans.arm(id);
  });
  private readonly payoutPlans = new Plans<Payout["status"]>((id, step) => {
    const payout = this.payouts.get(id);
    if (payout)
      this.tell({ type: "payout.updated", data: { payout: changedPayout(payout, step) } });
    this.payoutPlans.arm(id);
  });
  private readonly journal: Journal;

  constructor(private readonly options: BooksOptions) {
    this.journal = new Journal(options.folder, (entry) => this.apply(entry));
    this.refundPlans.armAll();
    this.payoutPlans.armAll();
    for (const event of this.undelivered.values()) options.onEvent(event);
  }

  addCharges(given: NewCharge[]): Charge[] {
    const fresh: Charge[] = [];
    const all = given.map((charge) => {
      const known = this.chargeByReference.get(charge.reference);
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
    if (charge.currency !== given.currency) {
      throw new Refusal(400, "currency_mismatch", `The charge is in ${charge.currency}.`);
    }
    const earlier = this.refundsOf(charge.id);
    const taken = earlier
      .filter(({ status }) => taking.has(status))
      .reduce((sum, refund) => sum + refund.amountMinor, 0);
    const left = charge.capturedMinor - taken;
    if (given.amountMinor > left) {
      throw new Refusal(400, "amount_exceeds_refundable", `${left} is left.`);
    }
    if (charge.testMethod === "declined") {
      throw new Refusal(402, "refund_declined", "The refund was declined.");
    }
    const { first, plan } = this.planned(planRefund(charge.testMethod, earlier.length));
    const now = new Date().toISOString();
    const base: Refund = {
      ...given,
      id: `re_${randomUUID()}`,
      status: "pending",
      pendingReason: null,
      failureReason: null,
      traceReference: null,
      createdAt: now,
      updatedAt: now,
    };
    const refund = changedRefund(base, first);
    const answer = { key, request, status: 200, body: refund };
    this.tellRefund(refund, { kind: "refund", refund, plan }, { kind: "answer", answer });
    this.refundPlans.arm(refund.id);
    return refund;
  }

  /** The buyer's bank details came for a refund that waited for them. */
  giveDetails(refundId: string, holder: string, key: string, request: string): Refund {
    const refund = this.waiting(refundId);
    const { first, plan } = this.planned(planAfterDetails(holder));
    const after = changedRefund(refund, first);
    const answer = { key, request, status: 200, body: after };
    this.tellRefund(after, { kind: "planned", refundId, plan }, { kind: "answer", answer });
    this.refundPlans.arm(refundId);
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

  addPayout(given: NewPayout, key: string, request: string): Payout {
    const { first, plan } = this.planned(planPayout(given.destination.holder));
    const now = new Date().toISOString();
    const { reference, amountMinor, currency, destination } = given;
    const base: Payout = {
      id: `po_${randomUUID()}`,
      reference,
      amountMinor,
      currency,
      destinationKind: destination.kind,
      destinationLast4: lastFourOf(destination),
      status: "pending",
      failureReason: null,
      traceReference: null,
      createdAt: now,
      updatedAt: now,
    };
    const payout = changedPayout(base, first);
    const answer = { key, request, status: 200, body: payout };
    const made: Entry[] = [
      { kind: "payout", payout, plan },
      { kind: "answer", answer },
    ];
    this.tell({ type: "payout.updated", data: { payout } }, ...made);
    this.payoutPlans.arm(payout.id);
    return payout;
  }

  openChargeback(given: NewChargeback): Chargeback {
    const charge = this.chargeOf(given.chargeId);
    const now = Date.now();
    const chargeback: Chargeback = {
      id: `cb_${randomUUID()}`,
      chargeId: charge.id,
      amountMinor: given.amountMinor ?? charge.amountMinor,
      currency: charge.currency,
      reason: given.reason,
      status: given.status,
      openedAt: new Date(now).toISOString(),
      evidenceDueBy:
        given.status === "prevented"
          ? null
          : new Date(now + given.evidenceDays * dayMs).toISOString(),
      updatedAt: new Date(now).toISOString(),
    };
    this.tell({ type: "chargeback.updated", data: { chargeback } });
    return chargeback;
  }

  /** What the bank decides next. */
  moveChargeback(id: string, status: ChargebackStatus): Chargeback {
    const known = this.chargebacks.get(id);
    if (!known) throw new Refusal(404, "not_found", `There is no chargeback ${id}.`);
    const chargeback = { ...known, status, updatedAt: new Date().toISOString() };
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
    return (this.refundsByCharge.get(chargeId) ?? []).flatMap((id) => this.refunds.get(id) ?? []);
  }

  close(): void {
    this.refundPlans.close();
    this.payoutPlans.close();
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

  /** Writes down what changed, with what belongs to it, and lets the world hear of it. */
  private tell(content: WebhookContent, ...made: Entry[]): void {
    const event = `evt_${randomUUID()}`;
    this.journal.write(...made, { kind: "told", event, content });
    this.options.onEvent({ event, content });
  }

  private apply(entry: Entry): void {
    switch (entry.kind) {
      case "charge":
        this.keepCharge(entry.charge);
        break;
      case "refund": {
        const { refund, plan } = entry;
        this.refunds.set(refund.id, refund);
        const siblings = this.refundsByCharge.get(refund.chargeId) ?? [];
        this.refundsByCharge.set(refund.chargeId, [...siblings, refund.id]);
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
    }
  }

  private keepCharge(written: Charge): void {
    // Books of an earlier version know captured charges only.
    const charge = { ...newChargeOf(written, written.id, 0), ...written };
    this.charges.set(charge.id, charge);
    this.chargeByReference.set(charge.reference, charge);
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

type Change<S> = { status: S; reason?: string };

function changedRefund(refund: Refund, { status, reason }: Change<Refund["status"]>): Refund {
  const waits = status === "pending" || status === "requires_action";
  const worked = status === "succeeded";
  return {
    ...refund,
    status,
    pendingReason: waits ? (reason ?? null) : null,
    failureReason: waits || worked ? null : (reason ?? null),
    traceReference: worked ? newTrace() : refund.traceReference,
    updatedAt: new Date().toISOString(),
  };
}

function changedPayout(payout: Payout, { status, reason }: Change<Payout["status"]>): Payout {
  return {
    ...payout,
    status,
    failureReason: reason ?? null,
    traceReference: status === "succeeded" ? newTrace() : payout.traceReference,
    updatedAt: new Date().toISOString(),
  };
}
