import { assert } from "@makegood/domain/assert";
import type { EntityManager } from "typeorm";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { providerActor } from "#platform/identity/actor.js";
import { enqueue } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";
import { askForDetails } from "./ask-for-details.js";
import { fail, keepTrace, pending, reverse, succeed } from "./attempt-outcome.js";
import { type Known, setAttempt } from "./attempt-rows.js";
import { confirmTask } from "./check-deadline.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import { arriveLate, comeBack } from "./late-attempt.js";
import { lockRefund } from "./lock-refund.js";

/**
 * Records what the provider says about a refund. Its answer, its webhooks and our own asking all
 * come here, in any order and any number: only what is news changes anything. `askedAt` is when we
 * asked, where it is an answer: what contradicts our books is taken over from answers alone.
 */
export function recordOutcome(
  platform: Platform,
  said: ProviderRefund,
  { askedAt, at }: { askedAt?: Date; at?: Date | undefined } = {},
): Promise<void> {
  return record(platform, { ...said, at }, async (unit, known) => {
    const { attempt, allocation, refund } = known;
    if (said.amountMinor !== allocation.amountMinor || said.currency !== refund.refund.currency) {
      platform.log.error({ attemptId: attempt.id }, "the provider's amount is not ours");
      return;
    }
    if (!(await isOfCharge(unit.manager, allocation.paymentId, said))) {
      platform.log.error({ attemptId: attempt.id }, "the provider's charge is not ours");
      return;
    }
    if (attempt.providerRefundId === null) {
      await setAttempt(unit, attempt, { providerRefundId: said.providerRefundId });
    } else if (attempt.providerRefundId !== said.providerRefundId) {
      // One too many under the same name: what becomes of it says nothing about the attempt's own.
      platform.log.error({ attemptId: attempt.id }, "the provider made another refund of it");
      return;
    }
    const news = newsOf(attempt, said.status);
    if (news === null) return;
    // Webhooks come out of order: what contradicts our books is a question, not an answer.
    if (news.contradicts && !askedAt) {
      const { id } = attempt;
      return enqueue(unit.manager, confirmTask, { id }, { key: `${confirmTask}:${id}` });
    }
    await news.take(unit, known, { ...said, askedAt: askedAt ?? null });
  });
}

type Answer = ProviderRefund & { askedAt: Date | null };

interface News {
  /** Whether it undoes what we knew for certain. */
  contradicts: boolean;
  take(unit: UnitOfWork, known: Known, said: Answer): Promise<void>;
}

const news = (take: News["take"], contradicts = false): News => ({ take, contradicts });

/** What a provider's word means for an attempt in this state; null where it is nothing new. */
function newsOf(
  { status, needsAction }: RefundAttemptEntity,
  said: ProviderRefund["status"],
): News | null {
  const sent = said === "succeeded" || said === "reversed";
  const gone = said === "failed" || said === "canceled" || said === "reversed";
  const returned = (given: ProviderRefund) => given.failureReason ?? "returned_by_bank";
  switch (status) {
    case "OPEN":
      if (said === "pending") {
        return news((unit, known, given) => pending(unit, known, given.pendingReason), needsAction);
      }
      if (said === "requires_action") {
        return needsAction ? null : news(askForDetails, true);
      }
      if (!sent)
        return news((unit, known, given) => fail(unit, known, given.failureReason ?? said));
      return news(async (unit, known, given) => {
        await succeed(unit, known, given);
        if (said === "reversed") await reverse(unit, known, returned(given));
      });
    case "SUCCEEDED":
      if (said === "succeeded") return news(keepTrace);
      return gone
        ? news((unit, known, given) => reverse(unit, known, returned(given)), true)
        : null;
    case "FAILED":
      return said === "succeeded" ? news(arriveLate, true) : null;
    case "PAID_TWICE":
      return gone ? news(comeBack, true) : null;
    case "REVERSED":
      return null;
  }
}

/** Whether it went back to the payment that it was for, and so to its owner: nobody else's counts. */
async function isOfCharge(
  manager: EntityManager,
  paymentId: string,
  { chargeId, intentId }: ProviderRefund,
): Promise<boolean> {
  const { providerChargeId } = await manager.findOneByOrFail(PaymentEntity, { id: paymentId });
  return providerChargeId !== null && [chargeId, intentId].includes(providerChargeId);
}

/** Records that the provider surely made no refund. */
export function recordRefusal(
  platform: Platform,
  attemptId: string,
  reason: string,
): Promise<void> {
  return record(platform, { reference: attemptId, reason }, async (unit, known) => {
    if (known.attempt.status === "OPEN") await fail(unit, known, reason);
  });
}

type Said = Pick<ProviderRefund, "reference"> & Partial<ProviderRefund> & { reason?: string };

async function record(
  platform: Platform,
  { at, ...said }: Said & { at?: Date | undefined },
  change: (unit: UnitOfWork, known: Known) => Promise<void>,
): Promise<void> {
  await runCommand(platform, {
    name: "recordRefundOutcome",
    actor: providerActor,
    idempotencyKey: null,
    at,
    input: { ...said },
    work: async (unit) => {
      const known = await knownOf(unit.manager, said);
      if (known) await change(unit, known);
      return done({});
    },
  });
}

/** What is spoken of, under its order's lock; null where it is none of ours. */
async function knownOf(manager: EntityManager, said: Said): Promise<Known | null> {
  const found = await attemptOf(manager, said);
  const refund = found && (await lockRefund(manager, null, found.refundId));
  if (!refund) return null;
  const attempt = await manager.findOneByOrFail(RefundAttemptEntity, { id: found.id });
  const allocation = refund.allocations.find(({ id }) => id === attempt.allocationId);
  assert(allocation !== undefined, "an attempt belongs to an allocation of its refund");
  return { attempt, allocation, refund };
}

/** Takes back that an attempt paid, once or a second time, in the caller's transaction. */
export async function reverseAttempt(
  unit: UnitOfWork,
  attemptId: string,
  reason: string,
): Promise<void> {
  const known = await knownOf(unit.manager, { reference: attemptId });
  if (known?.attempt.status === "SUCCEEDED") await reverse(unit, known, reason);
  if (known?.attempt.status === "PAID_TWICE") await comeBack(unit, known);
}

/** The attempt that is spoken of: by the id we gave it, else by the id that its provider gave. */
async function attemptOf(
  manager: EntityManager,
  { provider, reference, providerRefundId }: Said,
): Promise<RefundAttemptEntity | null> {
  const by = provider ? { provider } : {};
  const ours = reference
    ? await manager.findOneBy(RefundAttemptEntity, { id: reference, ...by })
    : null;
  if (ours || !provider || !providerRefundId) return ours;
  return manager.findOneBy(RefundAttemptEntity, { provider, providerRefundId });
}
