import { compareHold, isHeld } from "@makegood/domain/reconciliation/compare-hold";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { recordCharge } from "#modules/payment/exports/record-charge.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import { systemClock } from "#platform/clock/system-clock.js";
import type { Platform } from "#platform/platform.js";
import type { Asked } from "./asked.js";
import type { DriftItemEntity } from "./exports/drift-item.entity.js";
import { toLine } from "./our-charge.js";
import { bothHolds, readHold, toTheirHold } from "./our-hold.js";

/**
 * Asks what a bank holds of a payment, and takes it over: what has lapsed, or what the provider does not
 * know, is held no longer, so that the buyer is asked to pay again while there is time.
 */
export async function askAboutHold(
  platform: Platform,
  providers: Providers,
  { provider, paymentId, theirsId, kind }: DriftItemEntity,
): Promise<Asked> {
  const { books } = providerOf(providers, provider);
  const theirNow = systemClock.now();
  if (paymentId === null || kind === "DUPLICATE") {
    const other = await books.charge(theirsId ?? "");
    const keeps = other !== null && isHeld(toTheirHold(toLine(other)), theirNow);
    return { differs: () => Promise.resolve(keeps) };
  }
  const { manager } = platform.database;
  const payment = await manager.findOneByOrFail(PaymentEntity, { id: paymentId });
  const chargeId = payment.providerChargeId ?? "";
  const said = await books.charge(chargeId);
  const hasLapsed = said?.status === "authorized" && !isHeld(toTheirHold(toLine(said)), theirNow);
  if (said && !hasLapsed) await recordCharge(platform, said);
  else {
    const { currency } = payment;
    const none = { intentId: null, capturedMinor: 0, authorizedUntil: null };
    await recordCharge(platform, { provider, chargeId, currency, status: "voided", ...none });
  }
  return {
    differs: async (within) => {
      const { ours, theirs } = bothHolds(
        await readHold(within, paymentId),
        said ? [toLine(said)] : [],
      );
      return ours.state !== "CAPTURED" && compareHold(ours, theirs, theirNow).length > 0;
    },
  };
}
