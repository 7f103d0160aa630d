import { isDoubt } from "@makegood/domain/refund/doubt";
import { heldByChargeback } from "#modules/chargeback/exports/held-by-chargeback.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { activeStop } from "#modules/stop/exports/active-stop.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import { systemActor } from "#platform/identity/actor.js";
import type { Platform } from "#platform/platform.js";
import { askProvider } from "./ask-provider.js";
import { type Providers, providerOf } from "./exports/providers.js";
import { RefundEntity } from "./exports/refund.entity.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { OutcomeUnknown } from "./exports/refund-provider.js";
import { askAboutDisputed } from "./hold-begun.js";
import { lockRefund } from "./lock-refund.js";
import { nothingToSend, type Opened, openAttempts } from "./open-attempts.js";
import { recordOutcome, recordRefusal } from "./record-outcome.js";

/**
 * Sends a refund to the provider: first the attempts and their keys are committed, then the provider
 * is called with no transaction open, then what it said is recorded in a transaction of its own. A
 * crash anywhere in between leaves an open attempt, which the next run finds and sends again with
 * the same key. Stop switches and banks are asked before the attempts are made, and again before
 * each call: what the provider never heard of is held back by them, too. Throws OutcomeUnknown where no
 * certain answer came, or where a second look left something in doubt.
 */
export async function submitRefund(
  platform: Platform,
  providers: Providers,
  refundId: string,
  isSecondLook = false,
): Promise<void> {
  const unheard = await askAboutDisputed(platform, providers, refundId);
  const begun = await runCommand<Opened>(platform, {
    name: "submitRefund",
    actor: systemActor,
    idempotencyKey: null,
    input: { refundId },
    work: async (unit) => {
      const found = await lockRefund(unit.manager, null, refundId);
      return done(found ? await openAttempts(platform, unit, found, unheard) : nothingToSend);
    },
  });
  if (!begun.ok || begun.answer.nothing) return;

  const { manager } = platform.database;
  const { shopId } = await manager.findOneByOrFail(RefundEntity, { id: refundId });
  const allocations = await manager.findBy(RefundAllocationEntity, { refundId });
  const open = await manager.find(RefundAttemptEntity, {
    where: { refundId, status: "OPEN" },
    order: { id: "ASC" },
  });
  let unknown: unknown = null;
  for (const attempt of open) {
    const part = allocations.find(({ id }) => id === attempt.allocationId);
    if (!part || begun.answer.held.includes(attempt.id)) continue;
    const payment = await manager.findOneByOrFail(PaymentEntity, { id: part.paymentId });
    const order = { attempt, part, payment };
    // The next look makes the refund wait for what came since the attempts were made.
    if (await isHeld(platform, shopId, order)) {
      if (!isSecondLook) return submitRefund(platform, providers, refundId, true);
      unknown = new OutcomeUnknown("it is held back, and what the provider has of it is not ours");
      continue;
    }
    try {
      await send(platform, providers, order);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
      unknown = error;
    }
  }
  // The job runner tries again, later and later; the attempts keep their keys.
  if (unknown) throw unknown;
}

interface Order {
  attempt: RefundAttemptEntity;
  part: RefundAllocationEntity;
  payment: PaymentEntity;
}

/** Whether a switch was set, or a bank took the money, before the provider was told of an attempt. */
async function isHeld(
  { database: { manager } }: Platform,
  shopId: string,
  { attempt, part, payment }: Order,
): Promise<boolean> {
  if (await activeStop(manager, shopId, [attempt.provider])) return true;
  if (attempt.providerRefundId !== null) return false;
  const asked = { refundId: part.refundId, wantedMinor: new Map([[payment.id, part.amountMinor]]) };
  return (await heldByChargeback(manager, [payment], asked)).size > 0;
}

async function send(
  platform: Platform,
  providers: Providers,
  { attempt, part, payment }: Order,
): Promise<void> {
  if (payment.providerChargeId === null) {
    return recordRefusal(platform, attempt.id, "charge_unknown");
  }
  if (attempt.providerRefundId !== null || isDoubt(attempt.pendingReason)) {
    // It is there already: a provider that forgot the key would make another one. And one whose answer
    // was another's is not asked to make it again before that is cleared up.
    await askProvider(platform, providers, attempt);
    return;
  }
  const answer = await providerOf(providers, attempt.provider).createRefund({
    chargeId: payment.providerChargeId,
    amountMinor: part.amountMinor,
    currency: payment.currency,
    reference: attempt.id,
    openedAt: attempt.createdAt,
    key: attempt.providerKey,
  });
  if (answer.kind === "MADE") {
    return recordOutcome(platform, answer.refund, { attemptId: attempt.id });
  }
  return recordRefusal(platform, attempt.id, answer.reason);
}
