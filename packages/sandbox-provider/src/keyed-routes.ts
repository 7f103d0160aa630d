import { givenDetails, newPayout, newRefund } from "./contract.js";
import { send } from "./http.js";
import type { KeyedCall } from "./once.js";
import type { Webhooks } from "./webhooks.js";

/** Makes a refund, the way its charge's test method wants it. */
export async function makeRefund(hooks: Webhooks | null, call: KeyedCall): Promise<void> {
  const { books, response, key, request, body, saved } = call;
  const given = newRefund.parse(JSON.parse(body));
  const method = books.charges.get(given.chargeId)?.testMethod;
  if (method === "drop_before_effect" && !saved) {
    books.saveAnswer({ key, request, status: null, body: null });
    response.destroy();
    return;
  }
  if (method === "saved_500" && ![...books.answers.values()].some(isSaved500For(given.chargeId))) {
    const failed = {
      error: { code: "internal", message: "Something broke.", chargeId: given.chargeId },
    };
    books.saveAnswer({ key, request, status: 500, body: failed });
    return send(response, 500, failed);
  }
  const [earlier] = method === "answers_with_earlier" ? books.refundsOf(given.chargeId) : [];
  if (earlier) {
    books.saveAnswer({ key, request, status: 200, body: earlier });
    return send(response, 200, earlier);
  }
  const made = books.addRefund(given, key, request);
  if (method === "drop_after_effect") {
    response.destroy();
    return;
  }
  if (method === "webhook_before_answer") {
    const content = { type: "refund.updated", data: { refund: made } } as const;
    await hooks?.send({ event: `evt_early_${made.id}`, content });
  }
  send(response, 200, made);
}

const isSaved500For =
  (chargeId: string) =>
  ({ body }: { body: unknown }) =>
    (body as { error?: { chargeId?: string } } | null)?.error?.chargeId === chargeId;

export function giveDetails(refundId: string, call: KeyedCall): void {
  const { destination } = givenDetails.parse(JSON.parse(call.body));
  const { books, key, request, response } = call;
  send(response, 200, books.giveDetails(refundId, destination.holder, key, request));
}

/** Sends money to a bank account, the way its holder's name wants it. */
export function makePayout({ books, response, key, request, body }: KeyedCall): void {
  const given = newPayout.parse(JSON.parse(body));
  const made = books.addPayout(given, key, request);
  if (given.destination.holder === "TEST LOST") response.destroy();
  else send(response, 200, made);
}
