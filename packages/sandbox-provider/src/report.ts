import type { Books } from "./books.js";
import type { Charge, ReportedCharge } from "./contract.js";
import { leftOf } from "./new-rows.js";

const pageSize = 500;

interface Row {
  id: string;
}

/** A page of what was made since then, in the order in which it was made. */
export function reportPage<T extends Row>(
  rows: ReadonlyMap<string, T>,
  madeAt: (row: T) => string,
  asked: URLSearchParams,
): { rows: T[]; next: string | null } {
  const since = asked.get("since") ?? "";
  const after = asked.get("after") ?? "";
  const page: T[] = [];
  let passed = after === "";
  for (const row of rows.values()) {
    if (passed && madeAt(row) >= since) page.push(row);
    if (page.length > pageSize) return { rows: page.slice(0, -1), next: page.at(-2)?.id ?? null };
    passed ||= row.id === after;
  }
  return { rows: page, next: null };
}

/** A page of the books, by what is asked for; null where there is no such report. */
export function report(books: Books, kind: string, asked: URLSearchParams) {
  const made = ({ createdAt }: { createdAt: string }) => createdAt;
  switch (kind) {
    case "charges": {
      const page = reportPage(books.charges, made, asked);
      return { ...page, rows: page.rows.map((charge) => reportedCharge(books, charge)) };
    }
    case "refunds":
      return reportPage(books.refunds, made, asked);
    case "payouts":
      return reportPage(books.payouts, made, asked);
    case "chargebacks":
      return reportPage(books.chargebacks, ({ openedAt }) => openedAt, asked);
    default:
      return null;
  }
}

/** A charge, with what went back of it, or is on its way. */
export function reportedCharge(books: Books, charge: Charge): ReportedCharge {
  const left = leftOf(charge, books.refundsOf(charge.id));
  return { ...charge, refundedMinor: Math.max(0, charge.capturedMinor - left) };
}
