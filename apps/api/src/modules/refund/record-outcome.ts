import { assert } from "@makegood/domain/assert";
import type { Doubt } from "@makegood/domain/refund/doubt";
import type { EntityManager } from "typeorm";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { providerActor } from "#platform/identity/actor.js";
import { enqueue } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";
import { fail, reverse } from "./attempt-outcome.js";
import { type Known, setAttempt } from "./attempt-rows.js";
import { confirmTask } from "./check-deadline.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import { howUnlike, mayMove } from "./how-unlike.js";
import { comeBack } from "./late-attempt.js";
import { lockRefund } from "./lock-refund.js";
import { newsOf } from "./news-of-outcome.js";
import { putInDoubt } from "./put-in-doubt.js";

const shared: Doubt = "answered_for_another";

interface Asked {
  /** When we asked, where it is an answer: what contradicts our books is taken over from answers alone. */
  askedAt?: Date;
  /** The attempt that was sent or asked about, whatever the answer calls it. */
  attemptId?: string;
  at?: Date | undefined;
}

/**
 * Records what the provider says about a refund. Its answer, its webhooks and our own asking all
 * come here, in any order and any number: only what is news changes anything.
 */
export function recordOutcome(
  platform: Platform,
  said: ProviderRefund,
  { askedAt, attemptId, at }: Asked = {},
): Promise<void> {
  const about = { ...said, reference: attemptId ?? said.reference };
  return record(platform, { ...about, at }, async (unit, known) => {
    const { attempt } = known;
    const ask = () => {
      const { id } = attempt;
      return enqueue(unit.manager, confirmTask, { id }, { key: `${confirmTask}:${id}` });
    };
    const kind = await howUnlike(unit.manager, known, said);
    if (kind === "SHARED" || (kind !== null && mayMove(said))) {
      platform.log.error({ attemptId: attempt.id, kind }, "what the provider has is not ours");
      return attemptId ? putInDoubt(unit, known, kind, said) : ask();
    }
    // One too many that moves nothing says nothing about the attempt's own.
    if (kind === "DUPLICATE") return;
    if (kind !== null && attempt.status === "OPEN") {
      return fail(unit, known, said.failureReason ?? said.status);
    }
    if (attempt.providerRefundId === null) {
      await setAttempt(unit, attempt, { providerRefundId: said.providerRefundId });
    }
    const news = newsOf(attempt, said.status);
    if (news === null) return;
    // Webhooks come out of order: what contradicts our books is a question, not an answer.
    if (news.contradicts && !askedAt) return ask();
    await news.take(unit, known, { ...said, askedAt: askedAt ?? null });
  });
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
  // What was answered with another refund never went, either.
  if (known?.attempt.status === "OPEN" && known.attempt.pendingReason === shared) {
    await fail(unit, known, shared);
  }
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
