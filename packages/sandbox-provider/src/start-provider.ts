import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { Books, type RefundEvent, Refusal } from "./books.js";
import { newCharges, newRefund } from "./contract.js";
import { testMethods } from "./test-methods.js";
import { Webhooks } from "./webhooks.js";

export interface ProviderOptions {
  /** 0 for any free port. */
  port: number;
  dataFolder: string;
  apiKey: string;
  webhook: { url: string; secret: string } | null;
  /** Makes delays this many times shorter. */
  timeScale?: number;
}

export interface RunningProvider {
  url: string;
  books: Books;
  /** While true no webhook is sent, as if all of them were lost. */
  muted: boolean;
  close(): Promise<void>;
}

const maxBody = 2 * 1024 * 1024;

/** Starts the provider: charges are registered, refunds are asked for, webhooks tell what became of them. */
export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const hooks = options.webhook
    ? new Webhooks(options.webhook.url, options.webhook.secret, (event) => books.delivered(event))
    : null;
  const tell = (event: RefundEvent) => {
    if (!running.muted) deliver(hooks, books, event);
  };
  const early: RefundEvent[] = [];
  let books!: Books;
  let ready = false;
  books = new Books({
    folder: options.dataFolder,
    timeScale: options.timeScale ?? 1,
    onEvent: (event) => (ready ? tell(event) : early.push(event)),
  });

  const server = createServer((request, response) => {
    answer(books, hooks, options.apiKey, request, response).catch((error: unknown) => {
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
function deliver(hooks: Webhooks | null, books: Books, event: RefundEvent): void {
  if (!hooks) return;
  const method = books.charges.get(event.refund.chargeId)?.testMethod;
  if (method === "webhook_before_answer") return;
  if (method === "out_of_order_webhooks" && event.refund.status === "pending") {
    setTimeout(() => void hooks.send(event), 4_000).unref();
    return;
  }
  void hooks.send(event);
  if (method === "duplicate_webhooks") void hooks.send(event);
}

async function answer(
  books: Books,
  hooks: Webhooks | null,
  apiKey: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://provider");
  const route = `${request.method} ${url.pathname}`;
  if (route === "GET /healthz") return send(response, 200, { status: "alive" });
  if (!authorized(request, apiKey)) throw new Refusal(401, "unauthorized", "Send the API key.");
  if (route === "GET /v1/test-methods") return send(response, 200, testMethods);
  if (route === "POST /v1/charges/batch") {
    const { charges } = newCharges.parse(JSON.parse(await bodyOf(request)));
    return send(response, 200, { charges: books.addCharges(charges) });
  }
  if (route === "GET /v1/refunds") {
    const reference = url.searchParams.get("reference");
    const refunds = [...books.refunds.values()].filter(
      (refund) => reference === null || refund.reference === reference,
    );
    return send(response, 200, { refunds });
  }
  if (route === "GET /v1/report") {
    const report = { charges: [...books.charges.values()], refunds: [...books.refunds.values()] };
    return send(response, 200, report);
  }
  if (route === "POST /v1/refunds") return refund(books, hooks, request, response);
  const one = /^GET \/v1\/(charges|refunds)\/([\w-]+)$/.exec(route);
  const found = one && books[one[1] as "charges" | "refunds"].get(one[2] ?? "");
  if (found) return send(response, 200, found);
  throw new Refusal(404, "not_found", "There is nothing here.");
}

async function refund(
  books: Books,
  hooks: Webhooks | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key === "") {
    throw new Refusal(400, "idempotency_key_missing", "Send an Idempotency-Key.");
  }
  const body = await bodyOf(request);
  const hash = createHash("sha256").update(body).digest("hex");
  const saved = books.answers.get(key);
  if (saved && saved.request !== hash) {
    throw new Refusal(409, "idempotency_key_reused", "This key belongs to another request.");
  }
  if (saved && saved.status !== null) {
    response.setHeader("idempotent-replayed", "true");
    return send(response, saved.status, saved.body);
  }

  const given = newRefund.parse(JSON.parse(body));
  const method = books.charges.get(given.chargeId)?.testMethod;
  if (method === "drop_before_effect" && !saved) {
    books.saveAnswer({ key, request: hash, status: null, body: null });
    response.destroy();
    return;
  }
  if (method === "saved_500" && ![...books.answers.values()].some(isSaved500For(given.chargeId))) {
    const failed = {
      error: { code: "internal", message: "Something broke.", chargeId: given.chargeId },
    };
    books.saveAnswer({ key, request: hash, status: 500, body: failed });
    return send(response, 500, failed);
  }
  try {
    const made = books.addRefund(given, key, hash);
    if (method === "drop_after_effect") {
      response.destroy();
      return;
    }
    if (method === "webhook_before_answer")
      await hooks?.send({ event: `evt_early_${made.id}`, refund: made });
    send(response, 200, made);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = { error: { code: error.code, message: error.message } };
    books.saveAnswer({ key, request: hash, status: error.status, body: refused });
    send(response, error.status, refused);
  }
}

const isSaved500For =
  (chargeId: string) =>
  ({ body }: { body: unknown }) =>
    (body as { error?: { chargeId?: string } } | null)?.error?.chargeId === chargeId;

function authorized(request: IncomingMessage, apiKey: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ""), digest(`Bearer ${apiKey}`));
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return new Refusal(400, "invalid", z.prettifyError(error));
  if (error instanceof SyntaxError) return new Refusal(400, "invalid", "The body is not JSON.");
  return new Refusal(500, "internal", "Something broke.");
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) throw new Refusal(413, "too_large", "The body is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
