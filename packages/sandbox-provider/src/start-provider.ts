import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { ProviderEvent } from "./book-rows.js";
import { Books } from "./books.js";
import { changeCharge } from "./charge-routes.js";
import { movedChargeback, newChargeback, newCharges } from "./contract.js";
import { forgery } from "./forgery.js";
import { asRefusal, authorized, bodyOf, loseAnswer, send } from "./http.js";
import { giveDetails, makePayout, makeRefund } from "./keyed-routes.js";
import { once } from "./once.js";
import { Refusal } from "./refusal.js";
import { report, reportedCharge } from "./report.js";
import { testHolders, testMethods } from "./test-methods.js";
import { Webhooks } from "./webhooks.js";

export interface ProviderOptions {
  /** 0 for any free port. */
  port: number;
  dataFolder: string;
  apiKey: string;
  webhook: { url: string; secret: string } | null;
  /** Makes delays this many times shorter. */
  timeScale?: number;
  /** Shares of refund calls whose connection is lost: before anything happened, and after the effect. */
  lost?: { before: number; after: number };
}

export interface RunningProvider {
  url: string;
  books: Books;
  /** While true no webhook is sent, as if all of them were lost. */
  muted: boolean;
  close(): Promise<void>;
}

/** Starts the provider: charges are registered, refunds and payouts asked for, webhooks tell what became of them. */
export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const hooks = options.webhook
    ? new Webhooks(options.webhook.url, options.webhook.secret, (event) => books.delivered(event))
    : null;
  const tell = (event: ProviderEvent) => {
    if (!running.muted) deliver(hooks, books, event);
  };
  const early: ProviderEvent[] = [];
  let books!: Books;
  let ready = false;
  books = new Books({
    folder: options.dataFolder,
    timeScale: options.timeScale ?? 1,
    onEvent: (event) => (ready ? tell(event) : early.push(event)),
  });

  const server = createServer((request, response) => {
    answer(books, hooks, options, request, response).catch((error: unknown) => {
      const refusal = asRefusal(error);
      send(response, refusal.status, { error: { code: refusal.code, message: refusal.message } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  const running: RunningProvider = {
    url: `http://127.0.0.1:${port}`,
    books,
    muted: false,
    async close() {
      hooks?.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      books.close();
    },
  };
  ready = true;
  for (const event of early) tell(event);
  return running;
}

/** Sends an event's webhook the way its charge's test method wants it. */
function deliver(hooks: Webhooks | null, books: Books, event: ProviderEvent): void {
  if (!hooks) return;
  const { content } = event;
  const method = methodOf(books, content);
  const isRefund = content.type === "refund.updated";
  if (isRefund && method === "webhook_before_answer") return;
  const first = isRefund && content.data.refund.status === "pending";
  if (method === "out_of_order_webhooks" && first) {
    setTimeout(() => void hooks.send(event), 4_000).unref();
    return;
  }
  void hooks.send(event);
  if (method === "duplicate_webhooks") void hooks.send(event);
}

function methodOf(books: Books, content: ProviderEvent["content"]) {
  switch (content.type) {
    case "charge.updated":
      return content.data.charge.testMethod;
    case "refund.updated":
      return books.charges.get(content.data.refund.chargeId)?.testMethod;
    case "chargeback.updated":
      return books.charges.get(content.data.chargeback.chargeId)?.testMethod;
    case "payout.updated":
      return undefined;
  }
}

async function answer(
  books: Books,
  hooks: Webhooks | null,
  { apiKey, lost = { before: 0, after: 0 } }: ProviderOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://provider");
  const route = `${request.method} ${url.pathname}`;
  const ok = (body: unknown) => send(response, 200, body);
  const json = async () => JSON.parse(await bodyOf(request)) as unknown;
  const where = <T>(rows: Iterable<T>, field: keyof T & string): T[] => {
    const wanted = url.searchParams.get(field);
    return [...rows].filter((row) => wanted === null || row[field] === wanted);
  };

  if (route === "GET /healthz") return ok({ status: "alive" });
  if (!authorized(request, apiKey)) throw new Refusal(401, "unauthorized", "Send the API key.");
  switch (route) {
    case "GET /v1/test-methods":
      return ok({ charges: testMethods, holders: testHolders });
    case "POST /v1/charges/batch":
      return ok({ charges: books.addCharges(newCharges.parse(await json()).charges) });
    case "GET /v1/refunds":
      return ok({ refunds: where(where(books.refunds.values(), "reference"), "id") });
    case "GET /v1/payouts":
      return ok({ payouts: where(books.payouts.values(), "reference") });
    case "GET /v1/chargebacks":
      return ok({ chargebacks: where(books.chargebacks.values(), "chargeId") });
    case "GET /v1/report":
      return ok({
        charges: [...books.charges.values()],
        refunds: [...books.refunds.values()],
        payouts: [...books.payouts.values()],
        chargebacks: [...books.chargebacks.values()],
      });
    case "POST /v1/refunds":
      if (Math.random() < lost.before) return void response.destroy();
      if (Math.random() < lost.after) loseAnswer(response);
      return once(books, request, response, (call) => makeRefund(hooks, call));
    case "POST /v1/payouts":
      return once(books, request, response, makePayout);
    case "POST /v1/forge":
      return ok({ id: books.forge(forgery.parse(await json())) });
    case "POST /v1/chargebacks":
      return ok(books.openChargeback(newChargeback.parse(await json())));
  }
  const [, reported = ""] = /^GET \/v1\/report\/(\w+)$/.exec(route) ?? [];
  const page = report(books, reported, url.searchParams);
  if (page) return ok(page);
  const [, method, kind, id = "", verb] =
    /^(\w+) \/v1\/(charges|refunds|payouts|chargebacks)\/([\w-]+)(?:\/([\w-]+))?$/.exec(route) ??
    [];
  if (method === "POST" && kind === "refunds" && verb === "bank-details") {
    return once(books, request, response, (call) => giveDetails(id, call));
  }
  if (method === "POST" && kind === "refunds" && verb === "cancel") {
    return ok(books.cancelRefund(id));
  }
  if (method === "POST" && kind === "chargebacks" && verb === "move") {
    const { status, buyerRepaid } = movedChargeback.parse(await json());
    return ok(books.moveChargeback(id, status, buyerRepaid));
  }
  if (method === "POST" && kind === "charges" && verb === "pay") {
    return ok(books.changeCharge(id, { kind: "pay" }, null));
  }
  if (method === "POST" && kind === "charges" && (verb === "capture" || verb === "void")) {
    return once(books, request, response, (call) => changeCharge(id, verb, call));
  }
  const charge = method === "GET" && kind === "charges" && !verb && books.charges.get(id);
  if (charge) return ok(reportedCharge(books, charge));
  const found = method === "GET" && kind && !verb && books[kind as "refunds"].get(id);
  if (found) return ok(found);
  throw new Refusal(404, "not_found", "There is nothing here.");
}
