import type { Intent, Load } from "../load/refund-load.js";
import { orderMinor } from "../load/refund-load.js";
import type { Stage } from "../stage/stage.js";
import { type Check, check } from "./check.js";

/** The one check that a database which is away breaks by itself: asking again must do then. */
export const ourErrors = "answers that were errors of ours";

const refundIdsOf = ({ answers }: Intent) =>
  new Set(answers.flatMap(({ refundId }) => (refundId === null ? [] : [refundId])));

/** What callers were told, against what there is. */
export async function checkAnswers(stage: Stage, { intents, faults }: Load): Promise<Check[]> {
  const rows = await stage.rows<{ id: string; order_id: string }>(
    "SELECT id, order_id FROM refunds",
  );
  const known = new Set(rows.map(({ id }) => id));
  const acknowledged = intents.flatMap((intent) => [...refundIdsOf(intent)]);
  const told = new Set(acknowledged);
  return [
    check(
      "acknowledged and lost",
      [...told].filter((id) => !known.has(id)),
    ),
    check(
      "made and never acknowledged",
      rows.filter(({ id }) => !told.has(id)),
    ),
    check(
      "several refunds for one key",
      intents.filter((intent) => refundIdsOf(intent).size > 1),
    ),
    check("one refund for several keys", acknowledged.length > told.size ? acknowledged : []),
    check("equal requests, other answers", intents.filter(isAnsweredVariously)),
    check("wrongly refused or allowed", wronglyDecided(intents)),
    check(ourErrors, faults),
  ];
}

const isAnsweredVariously = ({ answers }: Intent) =>
  new Set(answers.map(({ kind, refundId }) => `${kind} ${refundId}`)).size > 1;

/** Of each order exactly as many refunds as fit. */
function wronglyDecided(intents: readonly Intent[]): string[] {
  const byOrder = new Map<string, Intent[]>();
  for (const intent of intents) {
    byOrder.set(intent.orderId, [...(byOrder.get(intent.orderId) ?? []), intent]);
  }
  return [...byOrder].flatMap(([orderId, all]) => {
    const fit = Math.min(all.length, Math.floor(orderMinor / (all[0]?.amountMinor ?? orderMinor)));
    const made = all.filter((intent) => refundIdsOf(intent).size > 0).length;
    return made === fit ? [] : [`${orderId}: ${made} of ${fit}`];
  });
}
