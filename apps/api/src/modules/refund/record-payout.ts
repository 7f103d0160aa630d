import type { LedgerEntry, LedgerKind } from "@makegood/domain/ledger/account";
import { move } from "@makegood/domain/ledger/move";
import { post } from "#modules/ledger/exports/post.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { providerActor, systemActor } from "#platform/identity/actor.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";
import { advanceRefund } from "./advance-refund.js";
import { confirmPayoutTask, payoutCheck } from "./check-deadline.js";
import { atAccountBy, eventOf, setAllocation, succeeded } from "./conclude-refund.js";
import { eraseDetails } from "./erase-details.js";
import type { ProviderPayout } from "./exports/bank-transfers.js";
import { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import { giveStoreCredit } from "./give-store-credit.js";
import { type LockedRefund, lockRefund } from "./lock-refund.js";
import { takeBackDoubt } from "./paid-twice.js";

type Said = Pick<ProviderPayout, "reference" | "status" | "failureReason"> &
  Partial<Pick<ProviderPayout, "providerPayoutId" | "trace" | "amountMinor" | "currency">>;

/** Records what the bank says about a payout, in any order and any number, as for attempts. */
export async function recordPayout(
  platform: Platform,
  said: Said,
  { asked = false } = {},
): Promise<void> {
  await runCommand(platform, {
    name: "recordPayoutOutcome",
    actor: providerActor,
    idempotencyKey: null,
    input: { ...said },
    work: async (unit) => {
      const found = await unit.manager.findOneBy(RefundPayoutEntity, { id: said.reference });
      const known = found && (await lockRefund(unit.manager, null, found.refundId));
      if (!known) return done({});
      const payout = await unit.manager.findOneByOrFail(RefundPayoutEntity, { id: found.id });
      const { amountMinor = payout.amountMinor, currency = payout.currency } = said;
      if (amountMinor !== payout.amountMinor || currency !== payout.currency) {
        platform.log.error({ payoutId: payout.id }, "the bank's amount is not ours");
        return done({});
      }
      if (payout.providerPayoutId === null && said.providerPayoutId) {
        await setPayout(unit, payout, { providerPayoutId: said.providerPayoutId });
      }
      const gone = said.status === "failed" || said.status === "returned";
      if (payout.status === "OPEN") {
        if (said.status === "succeeded")
          await payoutSucceeded(unit, known, payout, said.trace ?? null);
        if (gone) await payoutFailed(unit, known, payout, said.failureReason ?? "unknown");
      } else if (payout.status === "SUCCEEDED" && gone && asked) {
        await payoutReturned(unit, known, payout, said.failureReason ?? "returned_by_bank");
      } else if (payout.status === "SUCCEEDED" && gone) {
        const { id } = payout;
        await enqueue(
          unit.manager,
          confirmPayoutTask,
          { id },
          { key: `${confirmPayoutTask}:${id}` },
        );
      }
      return done({});
    },
  });
}

/** It arrived: in the buyer's store credit, or at the bank of the account that they gave. */
export async function payoutSucceeded(
  unit: UnitOfWork,
  known: LockedRefund,
  payout: RefundPayoutEntity,
  trace: ProviderPayout["trace"],
): Promise<void> {
  const { refund } = known;
  const traced = { traceType: trace?.type ?? null, traceValue: trace?.value ?? null };
  await settle(unit, payout, { status: "SUCCEEDED", ...traced });
  for (const allocation of partsOf(known, payout)) {
    await setAllocation(unit, allocation, { status: "SUCCEEDED" });
  }
  const isCredit = payout.kind === "STORE_CREDIT";
  if (isCredit) await giveStoreCredit(unit, refund, payout);
  else {
    await postPayout(
      unit,
      known,
      payout,
      "TRANSFER_PAID",
      move(payout.amountMinor, "REFUND_OWED", "BANK"),
    );
    await eraseDetails(unit, { id: payout.bankDetailsId ?? "" });
  }
  const expectedAtBankBy = isCredit ? null : await atAccountBy(unit, known);
  await succeeded(unit, known, "succeed", {
    expectedAtBankBy,
    told: {
      kind: isCredit ? "refund.credited" : "refund.transferred",
      ...(isCredit ? { actor: systemActor } : {}),
      data: { amountMinor: payout.amountMinor + payout.bonusMinor, currency: payout.currency },
    },
  });
}

async function payoutFailed(
  unit: UnitOfWork,
  known: LockedRefund,
  payout: RefundPayoutEntity,
  failureReason: string,
): Promise<void> {
  const { refund } = known;
  await settle(unit, payout, { status: "FAILED", failureReason });
  await eraseDetails(unit, { id: payout.bankDetailsId ?? "" });
  const unpaid = await takeBackDoubt(unit, known, partsOf(known, payout));
  if (unpaid.length === 0) {
    return succeeded(unit, known, "succeed", { expectedAtBankBy: await atAccountBy(unit, known) });
  }
  for (const allocation of unpaid) await setAllocation(unit, allocation, { status: "FAILED" });
  await advanceRefund(unit.manager, refund, "fail", { failureReason });
  await recordEvent(unit, {
    ...eventOf(refund),
    kind: "refund.transferFailed",
    reason: failureReason,
  });
}

async function payoutReturned(
  unit: UnitOfWork,
  known: LockedRefund,
  payout: RefundPayoutEntity,
  failureReason: string,
): Promise<void> {
  const { refund } = known;
  await setPayout(unit, payout, { status: "RETURNED", failureReason });
  for (const allocation of partsOf(known, payout)) {
    await setAllocation(unit, allocation, { status: "REVERSED" });
  }
  const back = move(payout.amountMinor, "BANK", "REFUND_OWED");
  await postPayout(unit, known, payout, "TRANSFER_RETURNED", back);
  if ((await takeBackDoubt(unit, known, partsOf(known, payout))).length === 0) return;
  await advanceRefund(unit.manager, refund, "reverse", { failureReason });
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.reversed", reason: failureReason });
}

const partsOf = ({ allocations }: LockedRefund, { id }: RefundPayoutEntity) =>
  allocations.filter(({ payoutId }) => payoutId === id);

async function settle(
  unit: UnitOfWork,
  payout: RefundPayoutEntity,
  to: Partial<RefundPayoutEntity>,
): Promise<void> {
  await setPayout(unit, payout, { ...to, settledAt: unit.now });
  await settleDeadline(unit.manager, payoutCheck, payout.id, unit.now);
}

async function setPayout(
  unit: UnitOfWork,
  payout: RefundPayoutEntity,
  to: Partial<RefundPayoutEntity>,
): Promise<void> {
  Object.assign(payout, to);
  await unit.manager.update(RefundPayoutEntity, { id: payout.id }, to);
}

function postPayout(
  unit: UnitOfWork,
  { refund }: LockedRefund,
  { id: reference, currency }: RefundPayoutEntity,
  kind: LedgerKind,
  entries: LedgerEntry[],
): Promise<void> {
  const { orderId, shopId } = refund;
  const refundId = refund.id;
  return post(unit.manager, {
    kind,
    reference,
    orderId,
    shopId,
    refundId,
    currency,
    entries,
    at: unit.now,
  });
}
