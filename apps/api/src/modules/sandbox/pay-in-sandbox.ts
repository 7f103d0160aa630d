import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { recordCharge } from "#modules/payment/exports/record-charge.js";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import type { Platform } from "#platform/platform.js";

/** The buyer pays all that an order still waits for, at the sandbox's provider. */
export async function payInSandbox(platform: Platform, orderId: string): Promise<void> {
  const payments = await platform.database.manager.findBy(PaymentEntity, {
    orderId,
    provider: "sandbox",
  });
  const { collector } = sandboxProvider(platform.config);
  for (const { providerChargeId, state } of payments) {
    if (providerChargeId === null || state === "CAPTURED") continue;
    await recordCharge(platform, await collector.payInSandbox(providerChargeId));
  }
}
