import { randomUUID } from "node:crypto";
import type { BookRows } from "./book-rows.js";
import type { Charge, Chargeback, Payout, Refund } from "./contract.js";
import { forgedHold } from "./forge-hold.js";
import type { Forged, Forgery } from "./forgery.js";
import { leftOf } from "./new-rows.js";
import { Refusal } from "./refusal.js";

type Row = Charge | Refund | Payout | Chargeback;

const dayMs = 86_400_000;

/** How a row, or another beside it, has to be for the books to differ in this way. */
export function forgedEntry(books: BookRows, given: Forgery, nowMs: number): Forged {
  if (given.about === "holds") return forgedHold(books, { ...given, about: "holds" }, nowMs);
  const about = given.about;
  const row = chosen(books, { ...given, about });
  const daysAgo = (days: number) => new Date(nowMs - days * dayMs).toISOString();
  const put = (changed: Row): Forged => {
    return { kind: "forged", about, id: changed.id, row: changed };
  };
  const beside = (changed: object): Forged =>
    put({ ...row, ...changed, id: `${row.id}_${randomUUID().slice(0, 8)}` });
  switch (given.kind) {
    case "missing":
      return { kind: "forged", about, id: row.id, row: null };
    case "extra":
      return extra(books, row, beside, daysAgo(2));
    case "wrong_amount":
      return put(
        "capturedMinor" in row
          ? { ...row, capturedMinor: row.capturedMinor - 1 }
          : { ...row, amountMinor: row.amountMinor + 1 },
      );
    case "wrong_currency":
      return put({ ...row, currency: row.currency === "USD" ? "EUR" : "USD" });
    case "wrong_charge":
      if (!("failureReason" in row && "chargeId" in row)) break;
      return put({ ...row, chargeId: `${row.chargeId}_other` });
    // An answer, and no row: the test method for it gives one.
    case "shared":
      break;
    case "late":
      return put(over(row, daysAgo(1)));
    case "duplicate":
      return beside({ openedAt: new Date(nowMs).toISOString() });
  }
  throw new Refusal(409, "nothing_fits", `No ${given.about} fits: ${given.kind}.`);
}

/** What nobody asked for: a charge of no order, money given back by hand. */
function extra(
  books: BookRows,
  row: Row,
  beside: (changed: object) => Forged,
  twoDaysAgo: string,
): Forged {
  if ("reason" in row) return beside({ chargeId: `${row.chargeId}_unknown` });
  const reference = "made by hand";
  // Orders come in some time after their charges: a new one would be waited for.
  if ("capturedMinor" in row) return beside({ reference, createdAt: twoDaysAgo });
  if (!("chargeId" in row)) return beside({ reference });
  return beside({
    reference,
    amountMinor: Math.max(1, Math.min(row.amountMinor, leftFor(books, row))),
  });
}

/** What can still be given back of the charge that a refund is of; minor units. */
function leftFor(books: BookRows, row: Row): number {
  const charge = "chargeId" in row ? books.charges.get(row.chargeId) : undefined;
  return charge ? leftOf(charge, books.refundsOf(charge.id)) : 0;
}

/** It came to its end a while ago, and nobody heard. */
function over(row: Row, updatedAt: string): Row {
  if ("capturedMinor" in row) {
    return { ...row, status: "captured", capturedMinor: row.amountMinor, updatedAt };
  }
  return { ...row, status: "reason" in row ? "lost" : "succeeded", updatedAt } as Row;
}

function chosen(
  books: BookRows,
  { about, kind, id }: Omit<Forgery, "about"> & { about: Forged["about"] },
): Row {
  const rows: Row[] = [...books[about].values()];
  const open = new Set<string>(["pending", "requires_action", "authorized", "needs_response"]);
  const settled = new Set<string>([
    "captured",
    "succeeded",
    "needs_response",
    "under_review",
    "lost",
  ]);
  const fitting = kind === "late" ? open : settled;
  const fits = (row: Row) => fitting.has(row.status) && !books.forged.has(row.id);
  // Beside a refund of which nothing is left, another one by hand could not be taken over.
  const room = (row: Row) => about !== "refunds" || kind !== "extra" || leftFor(books, row) > 0;
  const newest = rows.findLast((row) => fits(row) && room(row)) ?? rows.findLast(fits);
  const row = id ? books[about].get(id) : newest;
  if (!row) throw new Refusal(409, "nothing_fits", `No ${about} fits: ${kind}.`);
  return row;
}
