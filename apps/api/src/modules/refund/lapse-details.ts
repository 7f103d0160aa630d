import { callingOffReason } from "@makegood/domain/refund/calling-off";
import { done, type Outcome } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import type { Platform } from "#platform/platform.js";
import { askProvider } from "./ask-provider.js";
import { eventOf } from "./conclude-refund.js";
import { type Providers, providerOf } from "./exports/providers.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { lockRefund } from "./lock-refund.js";
import { recordOutcome } from "./record-outcome.js";

/**
 * The buyer's time is over, or support calls the refund off: the provider is told to give the refund up, and only its word that it did
 * makes the refund failed. Where it no longer waits, it is asked what it does.
 */
export async function lapseDetails(
  platform: Platform,
  providers: Providers,
  refundId: string,
  at: Date | undefined,
): Promise<void> {
  const waiting = await platform.database.manager.findBy(RefundAttemptEntity, {
    refundId,
    status: "OPEN",
    needsAction: true,
  });
  for (const attempt of waiting) {
    const { providerRefundId } = attempt;
    if (providerRefundId === null) continue;
    const askedAt = platform.clock.now();
    const answer = await providerOf(providers, attempt.provider).cancelRefund(providerRefundId);
    if (answer.kind === "MADE") await recordOutcome(platform, answer.refund, { askedAt, at });
    else await askProvider(platform, providers, attempt, at);
  }
}

/** The buyer is told again, a day before. */
export async function remindOfDetails(
  platform: Platform,
  refundId: string,
  at: Date | undefined,
): Promise<void> {
  await runCommand(platform, {
    name: "remindOfDetails",
    actor: systemActor,
    at,
    idempotencyKey: null,
    input: { refundId },
    work: (unit) => remind(unit, refundId),
  });
}

async function remind(unit: UnitOfWork, refundId: string): Promise<Outcome<Record<string, never>>> {
  const found = await lockRefund(unit.manager, null, refundId);
  const isAsked = found?.refund.pendingReason !== callingOffReason;
  if (found?.refund.status !== "REQUIRES_ACTION" || !isAsked || !found.refund.actionBy) {
    return done({});
  }
  const data = { promisedBy: found.refund.actionBy.toISOString() };
  await recordEvent(unit, { ...eventOf(found.refund), kind: "refund.actionReminder", data });
  return done({});
}
