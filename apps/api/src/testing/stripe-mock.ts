import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import Stripe from "stripe";
import { createExpressApp } from "stripe-stateful-mock";
import { charges } from "stripe-stateful-mock/dist/api/charges.js";
import { refunds } from "stripe-stateful-mock/dist/api/refunds.js";
import { StripeIntents } from "./stripe-intents.js";

const account = "acct_default";
const secret = "whsec_of_the_tests_alone";

/**
 * What the mock does not do by itself and Stripe does: each once, on the next refund of a charge, or
 * on the next step of a payment intent.
 */
export type Mishap =
  | "rate_limited"
  | "drop_before_effect"
  | "drop_after_effect"
  | "saved_500"
  | "webhook_before_answer";

export interface StripeMock {
  /** What a Makegood process needs to know to use it. */
  env: Record<string, string>;
  /** Where webhooks go. */
  webhookUrl: string;
  charge(amount: number, currency: string): Promise<string>;
  /** Its payment intents, by lines of our own: the mock from npm has none. */
  intents: StripeIntents;
  /** How the charge's refunds are when they are made; they succeed at once otherwise. */
  startAs(chargeId: string, state: Partial<Stripe.Refund>): void;
  mishap(chargeId: string, mishap: Mishap): void;
  /** The charge's refunds, each from when it is as it starts: the mock makes all of them succeeded. */
  refundsOf(chargeId: string): Stripe.Refund[];
  /** Changes a refund in Stripe's books, telling nobody. */
  change(refundId: string, to: Partial<Stripe.Refund>): void;
  /** Sends a signed webhook; the answer's status. */
  tell(type: string, object: object, by?: { secret?: string; at?: number }): Promise<number>;
  /** The idempotency keys of the refunds, captures and cancellations that were asked for, in order. */
  keys: string[];
  /** Disputes in its books, of which the mock from npm has no list. */
  disputes: Stripe.Dispute[];
  /** As Stripe may after 24 hours: what is sent with an old key is done again. */
  forgetKeys(): void;
  close(): Promise<void>;
}

/**
 * Stripe as a real HTTP server: the stateful mock from npm with its charges and refunds, payment intents
 * of our own beside it, both behind a door at which answers get lost.
 */
export async function startStripeMock(): Promise<StripeMock> {
  const inner = createServer(createExpressApp());
  const innerUrl = await listen(inner);
  const states = new Map<string, Partial<Stripe.Refund>>();
  const mishaps = new Map<string, Mishap>();
  const savedFaults = new Set<string>();
  const made = new Set<string>();
  const keys: string[] = [];
  const disputes: Stripe.Dispute[] = [];
  let count = 0;
  let forgotten = 0;

  const tell: StripeMock["tell"] = async (type, object, by = {}) => {
    const event = { id: `evt_${++count}`, object: "event", type, data: { object } };
    const payload = JSON.stringify(event);
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload,
      secret: by.secret ?? secret,
      timestamp: by.at ?? Math.floor(Date.now() / 1000),
    });
    const headers = { "stripe-signature": signature, "content-type": "application/json" };
    return (await fetch(mock.webhookUrl, { method: "POST", headers, body: payload })).status;
  };

  const listed = (url: string) => {
    const charge = new URL(url, innerUrl).searchParams.get("charge");
    const data = disputes.filter((one) => charge === null || one.charge === charge);
    return { object: "list", data, has_more: false };
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const url = request.url ?? "";
    if (/^\/v1\/disputes\?/.test(url)) return send(response, 200, listed(url), {});
    const step = intents.asked(url);
    const making = request.method === "POST" && (url === "/v1/refunds" || step !== null);
    const { payment_intent: intentId, charge } = Object.fromEntries(new URLSearchParams(body));
    const chargeId = step?.id ?? intentId ?? charge ?? "";
    const key = String(request.headers["idempotency-key"] ?? "");
    const mishap = making ? mishaps.get(chargeId) : undefined;
    if (making) {
      keys.push(key);
      mishaps.delete(chargeId);
    }
    if (mishap === "drop_before_effect") return void response.destroy();
    if (mishap === "rate_limited") return send(response, 429, fault("rate_limit"), {});
    if (mishap === "saved_500") savedFaults.add(key);
    if (savedFaults.has(key)) {
      const replayed = mishap ? {} : { "idempotent-replayed": "true" };
      const noRetry = { "stripe-should-retry": "false" };
      return send(response, 500, fault("api_error"), { ...replayed, ...noRetry });
    }
    if (step) {
      const { status, body: said } = await intents.answer(url, body, key && `${forgotten}-${key}`);
      if (mishap === "drop_after_effect") return void response.destroy();
      return send(response, status, said, {});
    }
    const answer = await fetch(`${innerUrl}${byCharge(url)}`, {
      method: request.method ?? "GET",
      headers: passedOn(request, forgotten),
      ...(body ? { body: byCharge(body) } : {}),
    });
    const said = (await answer.json()) as { id: string };
    if (!making || !answer.ok) return send(response, answer.status, said, {});
    const refund = refunds.retrieve(account, said.id, "id");
    changeTo(refund, {
      ...(intentId ? { payment_intent: intentId } : {}),
      ...states.get(chargeId),
    });
    made.add(said.id);
    if (mishap === "drop_after_effect") return void response.destroy();
    if (mishap === "webhook_before_answer") await tell("refund.created", refund);
    send(response, 200, refund, {});
  }

  const door = createServer((request, response) => void pass(request, response));
  const url = await listen(door);
  const env = {
    STRIPE_API_KEY: "sk_test_of_the_tests_alone",
    STRIPE_WEBHOOK_SECRETS: `whsec_of_last_year,${secret}`,
    STRIPE_API_URL: url,
    STRIPE_FAULT_SETTLES_SECONDS: "0",
  };
  const { hostname, port } = new URL(innerUrl);
  const till = new Stripe(env.STRIPE_API_KEY, { protocol: "http", host: hostname, port });
  const charge = async (amount: number, currency: string) =>
    (await till.charges.create({ amount, currency, source: "tok_visa" })).id;
  const intents = new StripeIntents(charge);
  /** Its charges are all that the mock knows: what names an intent is asked of its charge. */
  const byCharge = (asked: string) =>
    asked.replace(
      /payment_intent=(pi_\w+)/,
      (_, id: string) => `charge=${intents.get(id).latest_charge}`,
    );
  const mock: StripeMock = {
    env,
    webhookUrl: "",
    keys,
    disputes,
    tell,
    charge,
    intents,
    forgetKeys: () => void forgotten++,
    startAs: (chargeId, state) => states.set(chargeId, state),
    mishap: (chargeId, mishap) => mishaps.set(chargeId, mishap),
    refundsOf: (id) => {
      const charge = id.startsWith("pi_") ? String(intents.get(id).latest_charge) : id;
      return refunds.list(account, { charge }).data.filter(({ id }) => made.has(id));
    },
    change: (id, to) => changeTo(refunds.retrieve(account, id, "id"), to),
    close: async () => void (await Promise.all([door, inner].map(stop))),
  };
  return mock;
}

const isOver = ({ status }: Partial<Stripe.Refund>) => status === "failed" || status === "canceled";

/** What failed can be refunded again, which the mock leaves to us. */
function changeTo(refund: Stripe.Refund, to: Partial<Stripe.Refund>): void {
  if (!isOver(refund) && isOver(to)) {
    const charge = charges.retrieve(account, String(refund.charge), "charge");
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
  }
  Object.assign(refund, to);
}

const fault = (type: string) => ({ error: { type, message: "Something broke." } });

function passedOn({ headers }: IncomingMessage, forgotten: number): Record<string, string> {
  const given = (name: string, more = "") =>
    headers[name] ? { [name]: `${headers[name]}${more}` } : {};
  return {
    ...given("authorization"),
    ...given("content-type"),
    // Another key is one that the mock has never seen: as if it had forgotten this one.
    ...given("idempotency-key", forgotten > 0 ? `-${forgotten}` : ""),
  };
}

function send(response: ServerResponse, status: number, body: object, headers: object): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const listen = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
    }),
  );

const stop = (server: Server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
