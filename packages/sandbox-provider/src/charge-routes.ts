import type { ChargeStep } from "./charge-life.js";
import { captureOrder } from "./contract.js";
import { send } from "./http.js";
import type { KeyedCall } from "./once.js";
import { Refusal } from "./refusal.js";

/** Captures or voids a charge, the way its test method wants it. */
export function changeCharge(chargeId: string, verb: ChargeStep["kind"], call: KeyedCall): void {
  const { books, response, key, request, body } = call;
  const step: ChargeStep =
    verb === "capture" ? { kind: verb, ...captureOrder.parse(JSON.parse(body)) } : { kind: verb };
  const method = books.charges.get(chargeId)?.testMethod;
  const isFirst = ![...books.answers.values()].some((answer) => triedFor(answer.body, chargeId));
  if (isFirst && method === "void_unavailable" && verb === "void") {
    const told = { error: { code: "unavailable", message: "Try again." }, chargeId };
    // Remembered under another name: the key itself is still to be used.
    books.saveAnswer({ key: `${key}#first`, request, status: null, body: told });
    send(response, 503, told);
    return;
  }
  const refusals = { void: "void_refused", capture: "capture_declined", pay: null } as const;
  const refusal = refusals[verb];
  if (isFirst && method === refusal) {
    books.saveAnswer({ key: `${key}#first`, request, status: null, body: { chargeId } });
    throw new Refusal(402, refusal, "It was not done.");
  }
  const charge = books.changeCharge(chargeId, step, { key, request });
  if (method === "capture_answer_lost" && verb === "capture") response.destroy();
  else send(response, 200, charge);
}

const triedFor = (body: unknown, chargeId: string) =>
  (body as { chargeId?: string } | null)?.chargeId === chargeId;
