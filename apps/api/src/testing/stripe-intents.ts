import type Stripe from "stripe";
import { recordedErrors, recordedIntent } from "./stripe-recorded.js";

type Intent = Stripe.PaymentIntent;
export type IntentChange = Partial<Pick<Stripe.PaymentIntent, "status" | "cancellation_reason">>;

/** What Stripe says to a capture or a cancellation instead of doing it: once, on the next. */
export type IntentRefusal = "declined" | "expired";

interface Said {
  status: number;
  body: object;
}

const path = /^\/v1\/payment_intents\/(\w+)(?:\/(capture|cancel))?(?:\?|$)/;

/**
 * Payment intents, which the mock from npm does not know: lines of our own, that hold and take by
 * Stripe's documented rules and answer in recorded shapes. What is taken becomes a charge in that
 * mock's books, so that its refunds are the mock's own.
 */
export class StripeIntents {
  private readonly intents = new Map<string, Intent>();
  private readonly refusals = new Map<string, IntentRefusal>();
  private readonly answers = new Map<string, Said>();

  /** Creates a charge in the mock's books; its id. */
  constructor(private readonly charge: (amount: number, currency: string) => Promise<string>) {}

  /** An intent whose money the bank holds, or that nobody has paid yet. */
  create(amount: number, currency: string, held: boolean): string {
    const id = `pi_${crypto.randomUUID().replaceAll("-", "")}`;
    const more = { capture_method: "manual", ...(held ? heldOf(amount) : {}) };
    this.intents.set(id, { ...recordedIntent, id, amount, currency, ...more });
    return id;
  }

  get(id: string): Intent {
    const intent = this.intents.get(id);
    if (!intent) throw new Error(`no intent ${id}`);
    return intent;
  }

  /** What happens at the bank, or is done by hand: changes the books, telling nobody. */
  change(id: string, to: IntentChange): void {
    const over = to.status === "requires_capture" ? heldOf(this.get(id).amount) : {};
    Object.assign(this.get(id), to, over);
  }

  refuse(id: string, refusal: IntentRefusal): void {
    this.refusals.set(id, refusal);
  }

  /** The intent that a request is about, and what it asks for; null for other requests. */
  asked(url: string): { id: string; verb: string | undefined } | null {
    const [, id, verb] = path.exec(url) ?? [];
    return id ? { id, verb } : null;
  }

  /** Answers as Stripe does, the same again for a key that it knows. */
  async answer(url: string, body: string, key: string): Promise<Said> {
    const { id, verb } = this.asked(url) ?? { id: "", verb: undefined };
    const known = this.answers.get(`${key} ${url}`);
    if (key && known) return known;
    const said = await this.respond(id, verb, new URLSearchParams(body));
    if (key) this.answers.set(`${key} ${url}`, said);
    return said;
  }

  private async respond(id: string, verb: string | undefined, asked: URLSearchParams) {
    const intent = this.intents.get(id);
    if (!intent) return failed(recordedErrors.missing(id));
    if (!verb) return { status: 200, body: { ...intent } };
    const refusal = this.refusals.get(id);
    this.refusals.delete(id);
    if (refusal) return failed(recordedErrors[refusal]);
    const { status, amount, currency } = intent;
    if (verb === "cancel") {
      if (isOver(status)) return failed(recordedErrors.notCancelable(status));
      Object.assign(intent, { status: "canceled", amount_capturable: 0, canceled_at: 1680800600 });
      return { status: 200, body: { ...intent } };
    }
    if (status !== "requires_capture") return failed(recordedErrors.notCapturable(status));
    const taken = Number(asked.get("amount_to_capture") ?? amount);
    Object.assign(intent, { status: "succeeded", amount_capturable: 0, amount_received: taken });
    intent.latest_charge = await this.charge(taken, currency);
    return { status: 200, body: { ...intent } };
  }
}

const isOver = (status: string) => status === "succeeded" || status === "canceled";

const heldOf = (amount: number) => ({ status: "requires_capture", amount_capturable: amount });

const failed = ({ status, error }: { status: number; error: object }): Said => ({
  status,
  body: { error },
});
