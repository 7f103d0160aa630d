import type { Refund, RefundsReport } from "./contract.js";

const pageSize = 500;

/** A page of the refunds made since then, in the order in which they were made. */
export function reportRefunds(
  refunds: ReadonlyMap<string, Refund>,
  asked: URLSearchParams,
): RefundsReport {
  const since = asked.get("since") ?? "";
  const after = asked.get("after") ?? "";
  const all = [...refunds.values()].filter(({ createdAt }) => createdAt >= since);
  const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
  const page = all.slice(from, from + pageSize);
  return {
    refunds: page,
    next: all.length > from + pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}
