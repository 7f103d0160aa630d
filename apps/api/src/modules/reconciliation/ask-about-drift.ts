import type { Refusal } from "@makegood/domain/refusal/refusal";
import { configuredTransfers, type Providers } from "#modules/refund/exports/providers.js";
import { OutcomeUnknown } from "#modules/refund/exports/refund-provider.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Platform } from "#platform/platform.js";
import { askAboutCharge } from "./ask-about-charge.js";
import { askAboutChargeback } from "./ask-about-chargeback.js";
import { askAboutHold } from "./ask-about-hold.js";
import { askAboutRefund } from "./ask-about-refund.js";
import { askAboutTransfer } from "./ask-about-transfer.js";
import type { Asked } from "./asked.js";
import { DriftItemEntity } from "./exports/drift-item.entity.js";
import { heal, lockDrift, missing, refuseStep } from "./lock-drift.js";

export type Said = { ok: true; asked: Asked } | { ok: false; refusal: Refusal };

/**
 * What the provider has of an item's subject right now, taken over into our books. Outside of any
 * transaction, since it asks over the network.
 */
export async function askNow(
  platform: Platform,
  providers: Providers,
  driftItemId: string,
): Promise<Said> {
  const item = await platform.database.manager.findOneBy(DriftItemEntity, { id: driftItemId });
  if (!item) return { ok: false, refusal: missing };
  try {
    return { ok: true, asked: await ask(platform, providers, item) };
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    return { ok: false, refusal: { kind: "ProviderSilent", provider: item.provider } };
  }
}

async function ask(
  platform: Platform,
  providers: Providers,
  item: DriftItemEntity,
): Promise<Asked> {
  switch (item.about) {
    case "REFUND":
      return askAboutRefund(platform, providers, item);
    case "CHARGE":
      return askAboutCharge(platform, providers, item);
    case "HOLD":
      return askAboutHold(platform, providers, item);
    case "CHARGEBACK":
      return askAboutChargeback(platform, providers, item);
    case "TRANSFER":
      return askAboutTransfer(platform, configuredTransfers(platform.config), item);
  }
}

/** Closes an item when what was just taken over leaves no difference. */
export async function settleAfterAsking(
  unit: UnitOfWork,
  driftItemId: string,
  asked: Asked,
): Promise<Outcome<{ driftItemId: string }>> {
  const differs = await asked.differs(unit.manager);
  const item = await lockDrift(unit.manager, driftItemId);
  if (!item) return refuse(missing);
  const refusal = refuseStep(item, "ASK_AGAIN", "SETTLE_AT_PROVIDER");
  if (refusal) return refuse(refusal);
  if (!differs) await heal(unit.manager, item, unit.now);
  return done({ driftItemId });
}

/**
 * Books as unpaid what the provider, asked once more, still does not have. What differs even so stays
 * open, with its date: else the next run would open it anew, and nobody ever take it up.
 */
export async function bookDriftAsUnpaid(
  unit: UnitOfWork,
  driftItemId: string,
  asked: Asked,
): Promise<Outcome<{ driftItemId: string }>> {
  await asked.differs(unit.manager);
  const item = await lockDrift(unit.manager, driftItemId);
  if (!item) return refuse(missing);
  const refusal = refuseStep(item, "BOOK_AS_UNPAID");
  if (refusal) return refuse(refusal);
  await asked.bookAsUnpaid?.(unit);
  if (!(await asked.differs(unit.manager))) await heal(unit.manager, item, unit.now);
  return done({ driftItemId });
}
