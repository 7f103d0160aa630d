import type { DriftKind } from "@makegood/domain/reconciliation/drift";
import type { Doubt } from "@makegood/domain/refund/doubt";
import { keepDrift } from "#modules/reconciliation/exports/keep-drift.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { pending } from "./attempt-outcome.js";
import type { Known } from "./attempt-rows.js";
import type { ProviderRefund } from "./exports/refund-provider.js";

/**
 * What a provider has is not what an attempt asked for. Somebody has to clear that up with it: that is
 * a difference at once, and until it is settled the attempt is neither paid, failed nor sent again.
 */
export async function putInDoubt(
  unit: UnitOfWork,
  known: Known,
  kind: DriftKind,
  said: ProviderRefund,
): Promise<void> {
  const { attempt, allocation, refund } = known;
  const { provider, amountMinor, currency, status, chargeId, intentId, reference } = said;
  const isOpen = attempt.status === "OPEN";
  const isOwn = kind !== "DUPLICATE";
  const doubt: Doubt = kind === "SHARED" ? "answered_for_another" : "differs_at_provider";
  // An attempt that is over has its own refund, or none: another one's is no news of it.
  if (kind === "SHARED" && !isOpen) return;
  if (isOpen && isOwn && attempt.pendingReason === doubt) return;
  const waitsUntil = await keepDrift(
    unit.manager,
    { provider, about: "REFUND", runId: null, at: unit.now },
    {
      kind,
      subject: isOwn ? attempt.id : said.providerRefundId,
      oursAt: attempt.createdAt,
      ours: { minor: allocation.amountMinor, currency: refund.refund.currency },
      theirs: {
        theirsId: said.providerRefundId,
        reference,
        chargeId,
        intentId,
        amountMinor,
        givenBackMinor: 0,
        currency,
        status,
        madeAt: attempt.createdAt,
        changedAt: attempt.createdAt,
      },
      attemptId: attempt.id,
      paymentId: allocation.paymentId,
      orderId: refund.refund.orderId,
    },
  );
  if (isOpen && isOwn) await pending(unit, known, doubt, waitsUntil);
}
