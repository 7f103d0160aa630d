import { In } from "typeorm";
import { recordChargeback } from "#modules/chargeback/exports/record-chargeback.js";
import { type NamedCharge, paymentOfCharge } from "#modules/order/exports/payment-of-charge.js";
import { sendOpenStep } from "#modules/payment/exports/payment-step-jobs.js";
import { recordCharge } from "#modules/payment/exports/record-charge.js";
import type { Platform } from "#platform/platform.js";
import { askProvider } from "./ask-provider.js";
import type { Providers } from "./exports/providers.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { ProviderEvent } from "./exports/refund-provider.js";
import { recordOutcome } from "./record-outcome.js";
import { recordPayout } from "./record-payout.js";

/** Carries into our books what a provider's webhook says; twice, late and out of order is fine. */
export async function followProviderEvent(
  platform: Platform,
  providers: Providers,
  event: ProviderEvent,
): Promise<void> {
  switch (event.kind) {
    case "REFUND":
      return recordOutcome(platform, event.refund);
    case "PAYMENT":
      return event.charge.status === "pending"
        ? sendOpenStep(platform, event.charge)
        : recordCharge(platform, event.charge);
    case "PAYOUT":
      return recordPayout(platform, event.payout);
    case "CHARGEBACK":
      return recordChargeback(platform, event.chargeback);
    case "CHARGE_CHANGED":
      return askAboutCharge(platform, providers, event);
  }
}

/** Asks about every attempt on the charge that may still change, whatever we know of it. */
async function askAboutCharge(
  platform: Platform,
  providers: Providers,
  charge: NamedCharge,
): Promise<void> {
  const { manager } = platform.database;
  const payment = await paymentOfCharge(manager, charge);
  if (!payment) return;
  const allocations = await manager.findBy(RefundAllocationEntity, { paymentId: payment.id });
  const attempts = await manager.findBy(RefundAttemptEntity, {
    allocationId: In(allocations.map(({ id }) => id)),
    status: In(["OPEN", "SUCCEEDED", "FAILED", "REVERSED"]),
  });
  for (const attempt of attempts) await askProvider(platform, providers, attempt);
}
