import { compareCharge, keepsMoney } from "@makegood/domain/reconciliation/compare-charge";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentOfCharge } from "#modules/order/exports/payment-of-charge.js";
import { recordCharge } from "#modules/payment/exports/record-charge.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import { systemClock } from "#platform/clock/system-clock.js";
import type { Platform } from "#platform/platform.js";
import type { Asked } from "./asked.js";
import type { DriftItemEntity } from "./exports/drift-item.entity.js";
import { bothCharges, readPayment, toLine, toTheirs } from "./our-charge.js";

/** Asks about the charge that an item is about: our payment's own, or one too many. */
export function askAboutCharge(
  platform: Platform,
  providers: Providers,
  item: DriftItemEntity,
): Promise<Asked> {
  const { paymentId, theirsId, kind } = item;
  if (paymentId !== null && kind !== "DUPLICATE") {
    return askAboutPayment(platform, providers, paymentId);
  }
  return askAboutForeign(providers, item, theirsId ?? "");
}

async function askAboutPayment(
  platform: Platform,
  providers: Providers,
  paymentId: string,
): Promise<Asked> {
  const { manager } = platform.database;
  const payment = await manager.findOneByOrFail(PaymentEntity, { id: paymentId });
  const { books } = providerOf(providers, payment.provider);
  const said = await books.charge(payment.providerChargeId ?? "");
  if (said) await recordCharge(platform, said);
  return {
    differs: async (within) => {
      const row = await readPayment(within, paymentId);
      const { ours, theirs } = bothCharges(row, said ? [toLine(said)] : []);
      return compareCharge(ours, theirs, systemClock.now()).length > 0;
    },
  };
}

/** It is settled once the money went back, or once its order came in. */
async function askAboutForeign(
  providers: Providers,
  { provider, kind }: DriftItemEntity,
  chargeId: string,
): Promise<Asked> {
  const said = await providerOf(providers, provider).books.charge(chargeId);
  const keeps = said !== null && keepsMoney(toTheirs(toLine(said)));
  return {
    differs: async (manager) => {
      if (!said || !keeps) return false;
      return kind === "DUPLICATE" || (await paymentOfCharge(manager, said)) === null;
    },
  };
}
