import { compareRefund } from "@makegood/domain/reconciliation/compare-refund";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { askAboutAttempt } from "#modules/refund/exports/ask-about-attempt.js";
import { bookAsUnpaid } from "#modules/refund/exports/book-as-unpaid.js";
import { lockRefundOfAttempt } from "#modules/refund/exports/lock-refund-of-attempt.js";
import type { Providers } from "#modules/refund/exports/providers.js";
import { OutcomeUnknown, type ProviderRefund } from "#modules/refund/exports/refund-provider.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Platform } from "#platform/platform.js";
import { DriftItemEntity } from "./exports/drift-item.entity.js";
import { heal, lockDrift, refuseStep } from "./lock-drift.js";

export type Said = { ok: true; refund: ProviderRefund | null } | { ok: false; refusal: Refusal };

/**
 * What the provider has of an item's attempt right now, taken over into our books. Outside of any
 * transaction, since it asks over the network.
 */
export async function askNow(
  platform: Platform,
  providers: Providers,
  driftItemId: string,
): Promise<Said> {
  const item = await platform.database.manager.findOneBy(DriftItemEntity, { id: driftItemId });
  if (!item?.attemptId) return { ok: true, refund: null };
  try {
    return { ok: true, refund: await askAboutAttempt(platform, providers, item.attemptId) };
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    return { ok: false, refusal: { kind: "ProviderSilent", provider: item.provider } };
  }
}

/** Closes an item when what was just taken over leaves no difference. */
export async function settleAfterAsking(
  unit: UnitOfWork,
  driftItemId: string,
  said: ProviderRefund | null,
): Promise<Outcome<{ driftItemId: string }>> {
  const found = await lockWithAttempt(unit, driftItemId);
  if (!found) return refuse({ kind: "NotFound", what: "difference" });
  const { item, ours } = found;
  const refusal = refuseStep(item, "ASK_AGAIN");
  if (refusal) return refuse(refusal);
  const theirs = said ? [said] : [];
  if (ours && compareRefund(ours, theirs, unit.now).length === 0) {
    await heal(unit.manager, item, unit.now);
  }
  return done({ driftItemId });
}

/** Books as unpaid what the provider, asked once more, still does not have. */
export async function bookDriftAsUnpaid(
  unit: UnitOfWork,
  driftItemId: string,
  said: ProviderRefund | null,
): Promise<Outcome<{ driftItemId: string }>> {
  const found = await lockWithAttempt(unit, driftItemId);
  if (!found) return refuse({ kind: "NotFound", what: "difference" });
  const { item, ours } = found;
  const refusal = refuseStep(item, "BOOK_AS_UNPAID");
  if (refusal) return refuse(refusal);
  const there = said?.status === "succeeded" || said?.status === "pending";
  if (!there && ours?.status === "SUCCEEDED" && item.attemptId) {
    await bookAsUnpaid(unit, item.attemptId);
  }
  await heal(unit.manager, item, unit.now);
  return done({ driftItemId });
}

async function lockWithAttempt(unit: UnitOfWork, driftItemId: string) {
  const { manager } = unit;
  const known = await manager.findOneBy(DriftItemEntity, { id: driftItemId });
  if (!known) return null;
  const ours = known.attemptId ? await lockRefundOfAttempt(manager, known.attemptId) : null;
  const item = await lockDrift(manager, driftItemId);
  return item && { item, ours };
}
