import { type ChargebackStatus, chargebackMachine } from "./chargeback-machine.js";

/**
 * The commands that lead from what we know to what the provider says, since a webhook in between may
 * have been lost; null where no way leads there: then it is old news, or nonsense.
 */
export function commandsBetween(from: ChargebackStatus, to: ChargebackStatus): string[] | null {
  const ways: { status: ChargebackStatus; commands: string[] }[] = [{ status: from, commands: [] }];
  const seen = new Set<ChargebackStatus>([from]);
  for (const way of ways) {
    if (way.status === to) return way.commands;
    for (const row of chargebackMachine.transitions) {
      if (row.from !== way.status || seen.has(row.to)) continue;
      seen.add(row.to);
      ways.push({ status: row.to, commands: [...way.commands, row.command] });
    }
  }
  return null;
}

/** While it is so, the bank has the money back; a warning, a won and a prevented one leave it with us. */
export const hasMoneyBack = (status: ChargebackStatus): boolean =>
  status === "NEEDS_RESPONSE" ||
  status === "UNDER_REVIEW" ||
  status === "LOST" ||
  status === "ACCEPTED";

/** It is over, and the buyer has been paid by their bank. */
export const paidTheBuyer = (status: ChargebackStatus): boolean =>
  status === "LOST" || status === "ACCEPTED";

/** Why a refund waits while a chargeback is on its payment; null where it needn't. */
export function refundWaitsFor(
  chargebacks: readonly { readonly status: ChargebackStatus }[],
): "chargeback_open" | "chargeback_lost" | null {
  if (chargebacks.some(({ status }) => hasMoneyBack(status) && !paidTheBuyer(status))) {
    return "chargeback_open";
  }
  return chargebacks.some(({ status }) => paidTheBuyer(status)) ? "chargeback_lost" : null;
}

const dayMs = 86_400_000;
/** How long banks take to decide once the evidence is there. Days; card networks allow 75. */
const reviewDays = 75;

export const decidedBy = (openedAt: Date): Date =>
  new Date(openedAt.getTime() + reviewDays * dayMs);
