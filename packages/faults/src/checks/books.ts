import type { ProviderRefund } from "../stage/provider-process.js";
import type { Stage } from "../stage/stage.js";
import { type Check, check } from "./check.js";

interface Attempt {
  id: string;
  status: string;
  amount: number;
  currency: string;
}

/** Money there and here: per order and payment, in the ledger, and at the provider. */
export async function checkBooks(stage: Stage): Promise<Check[]> {
  const attempts = await stage.rows<Attempt>(
    `SELECT a.id, a.status, l.amount_minor::int AS amount, r.currency FROM refund_attempts a
     JOIN refund_allocations l ON l.id = a.allocation_id JOIN refunds r ON r.id = a.refund_id`,
  );
  const made = await stage.provider.refunds();
  return [
    check("orders above what was captured", await stage.rows(aboveCaptured("order_id", "orders"))),
    check(
      "payments above what was captured",
      await stage.rows(aboveCaptured("payment_id", "payments")),
    ),
    check("charges above what was captured", await overdrawnCharges(stage, made)),
    check(
      "refunds that never ended",
      await stage.rows("SELECT id, status FROM refunds WHERE status <> 'SUCCEEDED'"),
    ),
    check("parts paid more or less than once", await stage.rows(paidNotOnce)),
    check("ledger transactions out of balance", await stage.rows(unbalanced)),
    check("refunds posted more or less than once", await stage.rows(postedNotOnce)),
    check("differences to the provider's books", differences(attempts, made)),
    check("gaps in a timeline", await stage.rows(gaps)),
    check("events nobody was told of", await stage.rows(untold)),
  ];
}

const aboveCaptured = (column: string, table: string) =>
  `SELECT t.id FROM ${table} t JOIN refund_allocations a ON a.${column} = t.id AND a.status <> 'CANCELED'
   GROUP BY t.id, t.captured_minor HAVING SUM(a.amount_minor) > t.captured_minor`;

const paidNotOnce = `SELECT l.id FROM refund_allocations l LEFT JOIN refund_attempts a
  ON a.allocation_id = l.id AND a.status = 'SUCCEEDED' GROUP BY l.id HAVING count(a.id) <> 1`;

const unbalanced = `SELECT transaction_id FROM ledger_entries
  GROUP BY transaction_id, currency HAVING SUM(amount_minor) <> 0`;

const postedNotOnce = `SELECT r.id FROM refunds r LEFT JOIN ledger_transactions t ON t.refund_id = r.id
  GROUP BY r.id HAVING count(*) FILTER (WHERE t.kind = 'REFUND_OWED') <> 1
    OR count(*) FILTER (WHERE t.kind = 'REFUND_PAID')
      <> (SELECT count(*) FROM refund_allocations l WHERE l.refund_id = r.id)`;

const gaps = `SELECT order_id FROM timeline_events GROUP BY order_id
  HAVING max(seq) <> count(*) OR min(seq) <> 1`;

/** The buyer hears of every refund that succeeded. */
const untold = `SELECT e.order_id, e.seq FROM timeline_events e WHERE e.kind = 'refund.succeeded'
  AND NOT EXISTS (SELECT 1 FROM notifications n WHERE n.order_id = e.order_id AND n.seq = e.seq
    AND n.person_id = e.buyer_id)`;

function differences(attempts: Attempt[], made: ProviderRefund[]): string[] {
  const counts = countBy(made.map(({ reference }) => reference));
  const count = (id: string) => counts.get(id) ?? 0;
  const ours = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const extra = made
    .filter(({ reference }) => !ours.has(reference))
    .map(({ reference }) => `extra ${reference}`);
  const twice = attempts.filter(({ id }) => count(id) > 1).map(({ id }) => `twice ${id}`);
  const missing = attempts
    .filter(({ id, status }) => status === "SUCCEEDED" && count(id) === 0)
    .map(({ id }) => `missing ${id}`);
  const other = made
    .filter(({ reference, amountMinor, currency, status }) => {
      const attempt = ours.get(reference);
      return (
        attempt &&
        (attempt.amount !== amountMinor ||
          attempt.currency !== currency ||
          attempt.status.toLowerCase() !== status)
      );
    })
    .map(({ reference }) => `other ${reference}`);
  return [...extra, ...twice, ...missing, ...other];
}

async function overdrawnCharges(stage: Stage, made: ProviderRefund[]): Promise<string[]> {
  const charges = await stage.rows<{ id: string; captured: number }>(
    "SELECT provider_charge_id AS id, captured_minor::int AS captured FROM payments",
  );
  const paid = new Map<string, number>();
  for (const { chargeId, amountMinor, status } of made) {
    if (status === "succeeded") paid.set(chargeId, (paid.get(chargeId) ?? 0) + amountMinor);
  }
  return charges.filter(({ id, captured }) => (paid.get(id) ?? 0) > captured).map(({ id }) => id);
}

function countBy(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
