import { randomUUID } from "node:crypto";
import { newTrace, pendingReason, planRefund } from "./behaviour.js";
import type { Charge, NewCharge, NewRefund, Refund } from "./contract.js";
import { type Entry, Journal, type SavedAnswer } from "./journal.js";

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A change of a refund that the world has to hear of. */
export interface RefundEvent {
  event: string;
  refund: Refund;
}

export interface BooksOptions {
  folder: string;
  /** Delays are divided by this. */
  timeScale: number;
  onEvent(event: RefundEvent): void;
}

/** Charges and refunds, all changes synchronous: nothing can come between check and effect. */
export class Books {
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, Refund>();
  readonly answers = new Map<string, SavedAnswer>();
  private readonly chargeByReference = new Map<string, Charge>();
  private readonly refundsByCharge = new Map<string, string[]>();
  private readonly undelivered = new Map<string, RefundEvent>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly plans = new Map<string, Extract<Entry, { kind: "refund" }>["plan"]>();
  private readonly journal: Journal;

  constructor(private readonly options: BooksOptions) {
    this.journal = new Journal(options.folder, (entry) => this.apply(entry));
    for (const id of this.plans.keys()) this.scheduleNext(id);
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
      const made = { ...charge, id: `ch_${randomUUID()}` };
      fresh.push(made);
      return made;
    });
    if (fresh.length > 0)
      this.journal.write(...fresh.map((charge) => ({ kind: "charge", charge }) as const));
    return all;
  }

  /** Makes a refund and saves its answer with it, so that neither exists without the other. */
  addRefund(given: NewRefund, key: string, request: string): Refund {
    const charge = this.charges.get(given.chargeId);
    if (!charge) throw new Refusal(404, "charge_unknown", `There is no charge ${given.chargeId}.`);
    if (charge.currency !== given.currency) {
      throw new Refusal(400, "currency_mismatch", `The charge is in ${charge.currency}.`);
    }
    const earlier = this.refundsOf(charge.id);
    const taken = earlier
      .filter(({ status }) => status === "pending" || status === "succeeded")
      .reduce((sum, refund) => sum + refund.amountMinor, 0);
    if (given.amountMinor > charge.amountMinor - taken) {
      throw new Refusal(400, "amount_exceeds_refundable", `${charge.amountMinor - taken} is left.`);
    }
    if (charge.testMethod === "declined") {
      throw new Refusal(402, "refund_declined", "The refund was declined.");
    }
    const plan = planRefund(charge.testMethod, earlier.length);
    const now = Date.now();
    const base: Refund = {
      ...given,
      id: `re_${randomUUID()}`,
      status: "pending",
      pendingReason: null,
      failureReason: null,
      traceReference: null,
      createdAt: new Date(now).toISOString(),
      updatedAt: new Date(now).toISOString(),
    };
    const refund = changed(base, plan[0]?.status ?? "pending", pendingReason(charge.testMethod));
    const rest = plan.slice(1).map(({ afterMs, status, failureReason }) => ({
      at: now + afterMs / this.options.timeScale,
      status,
      ...(failureReason ? { failureReason } : {}),
    }));
    const event = `evt_${randomUUID()}`;
    this.journal.write(
      { kind: "refund", refund, plan: rest },
      { kind: "answer", answer: { key, request, status: 200, body: refund } },
      { kind: "changed", refund, event },
    );
    this.options.onEvent({ event, refund });
    this.scheduleNext(refund.id);
    return refund;
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
    for (const timer of this.timers) clearTimeout(timer);
    this.journal.close();
  }

  private apply(entry: Entry): void {
    switch (entry.kind) {
      case "charge":
        this.charges.set(entry.charge.id, entry.charge);
        this.chargeByReference.set(entry.charge.reference, entry.charge);
        break;
      case "refund": {
        const { refund, plan } = entry;
        this.refunds.set(refund.id, refund);
        const siblings = this.refundsByCharge.get(refund.chargeId) ?? [];
        this.refundsByCharge.set(refund.chargeId, [...siblings, refund.id]);
        if (plan.length > 0) this.plans.set(refund.id, plan);
        break;
      }
      case "changed":
        this.refunds.set(entry.refund.id, entry.refund);
        this.undelivered.set(entry.event, { event: entry.event, refund: entry.refund });
        if (this.plans.get(entry.refund.id)?.at(-1)?.status === entry.refund.status) {
          this.plans.delete(entry.refund.id);
        }
        break;
      case "delivered":
        this.undelivered.delete(entry.event);
        break;
      case "answer":
        this.answers.set(entry.answer.key, entry.answer);
    }
  }

  private scheduleNext(refundId: string): void {
    const next = this.plans.get(refundId)?.[0];
    if (!next) return;
    const wait = Math.min(Math.max(0, next.at - Date.now()), 2 ** 31 - 1);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (next.at > Date.now()) return this.scheduleNext(refundId);
      const refund = this.refunds.get(refundId);
      if (!refund) return;
      const event = `evt_${randomUUID()}`;
      const after = changed(refund, next.status, null, next.failureReason);
      this.journal.write({ kind: "changed", refund: after, event });
      this.options.onEvent({ event, refund: after });
    }, wait);
    this.timers.add(timer);
  }
}

function changed(
  refund: Refund,
  status: Refund["status"],
  waitsFor: string | null,
  failureReason?: string,
): Refund {
  return {
    ...refund,
    status,
    pendingReason: status === "pending" ? waitsFor : null,
    failureReason: failureReason ?? null,
    traceReference: status === "succeeded" ? newTrace() : refund.traceReference,
    updatedAt: new Date().toISOString(),
  };
}
