import { move } from "@makegood/domain/ledger/move";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { atAccountBy, conclude, isSettled, setAllocation, succeeded } from "./conclude-refund.js";
import type { ProviderPayout } from "./exports/bank-transfers.js";
import type { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import type { LockedRefund } from "./lock-refund.js";
import { openIncident } from "./paid-twice.js";
import { arrival } from "./payout-outcome.js";
import { partsAgreedFor, postPayout, setPayout } from "./payout-rows.js";

const unpaidStatuses: readonly string[] = ["FAILED", "REVERSED", "PENDING"];

/**
 * A transfer that was known to have failed worked after all. It counts for the parts that nothing
 * else pays; the others the buyer has twice, which is booked as it is and put before support.
 */
export async function payoutArrivesLate(
  unit: UnitOfWork,
  known: LockedRefund,
  payout: RefundPayoutEntity,
  trace: ProviderPayout["trace"],
): Promise<void> {
  const parts = await partsAgreedFor(unit, known, payout);
  const unpaid = parts.filter(({ status }) => unpaidStatuses.includes(status));
  const twice = parts.filter((part) => !unpaid.includes(part));
  const paid = move(payout.amountMinor, "REFUND_OWED", "BANK");
  await postPayout(unit, known, payout, "TRANSFER_PAID", paid);
  for (const part of unpaid) {
    await setAllocation(unit, part, { status: "SUCCEEDED", payoutId: payout.id });
  }
  await setPayout(unit, payout, {
    status: unpaid.length > 0 ? "SUCCEEDED" : "PAID_TWICE",
    failureReason: null,
    traceType: trace?.type ?? null,
    traceValue: trace?.value ?? null,
  });
  for (const part of twice) await openIncident(unit, known, part, { payoutId: payout.id });
  if (unpaid.length > 0) await concludeLate(unit, known, payout);
}

async function concludeLate(
  unit: UnitOfWork,
  known: LockedRefund,
  payout: RefundPayoutEntity,
): Promise<void> {
  await conclude(unit, known, null);
  const { status } = known.refund;
  if (!isSettled(known) || (status !== "FAILED" && status !== "REVERSED")) return;
  const expectedAtBankBy = await atAccountBy(unit, known);
  await succeeded(unit, known, "succeedLate", { expectedAtBankBy, told: arrival(payout) });
}
