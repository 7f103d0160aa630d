import type { ForgeSandboxBooksInput } from "#generated/resolvers.generated.js";
import type { DriftItemEntity } from "#modules/reconciliation/exports/drift-item.entity.js";
import { driftItemById } from "#modules/reconciliation/exports/drift-loaders.js";
import { nextStepOfItem } from "#modules/reconciliation/exports/next-step-of-item.js";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import type { RequestContext } from "#platform/graphql/context.js";

/** Makes the sandbox provider's books differ from ours, as no honest provider's do. */
export async function forgeSandboxBooks(
  context: RequestContext,
  { about, kind }: ForgeSandboxBooksInput,
): Promise<{ providerReference: string | null } | null> {
  if (context.caller.kind !== "AGENT") return null;
  const provider = sandboxProvider(context.platform.config);
  return { providerReference: await provider.forge(about, kind) };
}

/**
 * What somebody does in the provider's console: money goes back, or the bank lets go of it. Null where
 * that is not what is to be done next: a payment that differs otherwise is not given back.
 */
export async function settleAtSandboxProvider(
  context: RequestContext,
  driftItemId: string,
): Promise<DriftItemEntity | null> {
  if (context.caller.kind !== "AGENT") return null;
  const item = await context.loader(driftItemById).load(driftItemId);
  if (item?.provider !== "sandbox" || item.theirsId === null) return null;
  if (nextStepOfItem(item) !== "SETTLE_AT_PROVIDER") return null;
  const provider = sandboxProvider(context.platform.config);
  if (item.about === "CHARGEBACK") await provider.moveChargeback(item.theirsId, "WON");
  if (item.about === "HOLD") {
    const openedAt = context.platform.clock.now();
    await provider.collector.release({ chargeId: item.theirsId, key: item.id, openedAt });
  }
  if (item.about === "CHARGE") {
    await provider.createRefund({
      chargeId: item.theirsId,
      amountMinor: item.theirsMinor ?? 0,
      currency: item.theirsCurrency ?? "",
      reference: item.id,
      key: item.id,
      openedAt: context.platform.clock.now(),
    });
  }
  return item;
}
