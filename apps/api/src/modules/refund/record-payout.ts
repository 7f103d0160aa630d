import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { providerActor } from "#platform/identity/actor.js";
import { enqueue } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";
import { confirmPayoutTask } from "./check-deadline.js";
import type { ProviderPayout } from "./exports/bank-transfers.js";
import { RefundPayoutEntity, type RefundPayoutStatus } from "./exports/refund-payout.entity.js";
import { payoutArrivesLate } from "./late-payout.js";
import { type LockedRefund, lockRefund } from "./lock-refund.js";
import { payoutFailed, payoutReturned, payoutSucceeded } from "./payout-outcome.js";
import { setPayout } from "./payout-rows.js";

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
      const news = newsOf(payout.status, said.status);
      // Webhooks come out of order: what contradicts our books is a question, not an answer.
      if (news?.contradicts && !asked) {
        const { id } = payout;
        const key = `${confirmPayoutTask}:${id}`;
        await enqueue(unit.manager, confirmPayoutTask, { id }, { key });
      } else await news?.take(unit, known, payout, said);
      return done({});
    },
  });
}

interface News {
  /** Whether it undoes what we knew for certain. */
  contradicts: boolean;
  take(
    unit: UnitOfWork,
    known: LockedRefund,
    payout: RefundPayoutEntity,
    said: Said,
  ): Promise<void>;
}

/** What a bank's word means for a payout in this state; null where it is nothing new. */
function newsOf(status: RefundPayoutStatus, said: Said["status"]): News | null {
  const gone = said === "failed" || said === "returned";
  switch (status) {
    case "OPEN":
      return said === "succeeded" ? arrived : gone ? failed : null;
    case "SUCCEEDED":
    case "PAID_TWICE":
      return gone ? returned : null;
    case "FAILED":
      return said === "succeeded" ? arrivedLate : null;
    case "RETURNED":
      return null;
  }
}

const arrived: News = {
  contradicts: false,
  take: (unit, known, payout, { trace }) => payoutSucceeded(unit, known, payout, trace ?? null),
};
const failed: News = {
  contradicts: false,
  take: (unit, known, payout, { failureReason }) =>
    payoutFailed(unit, known, payout, failureReason ?? "unknown"),
};
const returned: News = {
  contradicts: true,
  take: (unit, known, payout, { failureReason }) =>
    payoutReturned(unit, known, payout, failureReason ?? "returned_by_bank"),
};
const arrivedLate: News = {
  contradicts: true,
  take: (unit, known, payout, { trace }) => payoutArrivesLate(unit, known, payout, trace ?? null),
};
