import type {
  MoveSandboxChargebackInput,
  OpenSandboxChargebackInput,
} from "#generated/resolvers.generated.js";
import { ChargebackEntity } from "#modules/chargeback/exports/chargeback.entity.js";
import { recordChargeback } from "#modules/chargeback/exports/record-chargeback.js";
import { paymentsByPurchase, visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import type { ProviderChargeback } from "#modules/refund/exports/refund-provider.js";
import type { RequestContext } from "#platform/graphql/context.js";

/** What a buyer does at their bank; told to us at once, beside the webhook that comes anyway. */
export async function openSandboxChargeback(
  context: RequestContext,
  { orderId, amountMinor, reason, warning, prevented }: OpenSandboxChargebackInput,
): Promise<ChargebackEntity | null> {
  if (context.caller.kind !== "AGENT" || (amountMinor ?? 1) < 1) return null;
  const order = await context.loader(visibleOrderById).load(orderId);
  const payments = order && (await context.loader(paymentsByPurchase).load(order.purchaseId));
  const payment = payments?.find((one) => one.provider === "sandbox" && one.providerChargeId);
  if (!payment?.providerChargeId) return null;
  const said = await sandboxProvider(context.platform.config).openChargeback({
    chargeId: payment.providerChargeId,
    ...(amountMinor ? { amountMinor } : {}),
    ...(reason ? { reason } : {}),
    status: prevented ? "prevented" : warning ? "warning_needs_response" : "needs_response",
    buyerRepaid: prevented ?? false,
  });
  return recorded(context, said);
}

/** What the bank does next. */
export async function moveSandboxChargeback(
  context: RequestContext,
  { chargebackId, status, buyerRepaid }: MoveSandboxChargebackInput,
): Promise<ChargebackEntity | null> {
  if (context.caller.kind !== "AGENT") return null;
  const { manager } = context.platform.database;
  const known = await manager.findOneBy(ChargebackEntity, { id: chargebackId });
  if (known?.provider !== "sandbox") return null;
  const provider = sandboxProvider(context.platform.config);
  const { providerChargebackId } = known;
  const said = await provider.moveChargeback(providerChargebackId, status, buyerRepaid ?? false);
  return recorded(context, said);
}

async function recorded(
  context: RequestContext,
  said: ProviderChargeback,
): Promise<ChargebackEntity | null> {
  await recordChargeback(context.platform, said);
  context.forgetLoaders();
  const { provider, providerChargebackId } = said;
  return context.platform.database.manager.findOneBy(ChargebackEntity, {
    provider,
    providerChargebackId,
  });
}
