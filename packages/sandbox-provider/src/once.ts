import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Books } from "./books.js";
import { bodyOf, send } from "./http.js";
import type { SavedAnswer } from "./journal.js";
import { Refusal } from "./refusal.js";

/** One call that carries an idempotency key. */
export interface KeyedCall {
  books: Books;
  response: ServerResponse;
  key: string;
  /** Of the path and the body: the same key with another request is refused. */
  request: string;
  body: string;
  /** What was saved when a first call with this key was dropped. */
  saved: SavedAnswer | undefined;
}

/** Does it once for each key: a second call gets the first one's answer, marked as such. */
export async function once(
  books: Books,
  incoming: IncomingMessage,
  response: ServerResponse,
  act: (call: KeyedCall) => Promise<void> | void,
): Promise<void> {
  const key = incoming.headers["idempotency-key"];
  if (typeof key !== "string" || key === "") {
    throw new Refusal(400, "idempotency_key_missing", "Send an Idempotency-Key.");
  }
  const body = await bodyOf(incoming);
  const request = createHash("sha256").update(`${incoming.url}\n${body}`).digest("hex");
  const saved = books.answers.get(key);
  if (saved && saved.request !== request) {
    throw new Refusal(409, "idempotency_key_reused", "This key belongs to another request.");
  }
  if (saved && saved.status !== null) {
    response.setHeader("idempotent-replayed", "true");
    return send(response, saved.status, saved.body);
  }
  try {
    await act({ books, response, key, request, body, saved });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = { error: { code: error.code, message: error.message } };
    books.saveAnswer({ key, request, status: error.status, body: refused });
    send(response, error.status, refused);
  }
}
