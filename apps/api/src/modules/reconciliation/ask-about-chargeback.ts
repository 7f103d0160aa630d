import { compareChargeback } from "@makegood/domain/reconciliation/compare-chargeback";
import type { DriftKind } from "@makegood/domain/reconciliation/drift";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import type { PaymentProvider } from "#modules/refund/exports/provider-books.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import type { Platform } from "#platform/platform.js";
import type { Asked } from "./asked.js";
import type { DriftItemEntity } from "./exports/drift-item.entity.js";
import { ReportedItemEntity } from "./exports/reported-item.entity.js";
import { type ChargebackRow, readChargeback, toLine, toOurs, toTheirs } from "./our-chargeback.js";
import type { ReportedLine } from "./subject.js";
import { takeOverChargebacks } from "./take-over-chargebacks.js";

/** Asks what a provider has of a chargeback of ours, takes its news over, and compares both anew. */
export async function askAgain(
  platform: Platform,
  provider: PaymentProvider,
  chargebackId: string,
): Promise<{ kind: DriftKind | null; row: ChargebackRow; line: ReportedLine | null }> {
  const { manager } = platform.database;
  const known = await readChargeback(manager, chargebackId);
  const all = await provider.findChargebacks(known.provider_charge_id ?? "");
  const said = all.filter((one) => one.providerChargebackId === known.provider_chargeback_id);
  await takeOverChargebacks(platform, said);
  const row = await readChargeback(manager, chargebackId);
  const line = said[0] ? toLine(said[0]) : null;
  const kind = compareChargeback(toOurs(row), line && toTheirs(line, row.currency));
  return { kind, row, line };
}

/** Asks about the chargeback that an item is about: our mirror, or one that we could not take over. */
export async function askAboutChargeback(
  platform: Platform,
  providers: Providers,
  item: DriftItemEntity,
): Promise<Asked> {
  const provider = providerOf(providers, item.provider);
  if (item.chargebackId !== null) {
    const { kind } = await askAgain(platform, provider, item.chargebackId);
    return { differs: async () => kind !== null };
  }
  const { manager } = platform.database;
  const { provider: name, theirsId, about, paymentId } = item;
  const reported = await manager.findOneBy(ReportedItemEntity, {
    provider: name,
    about,
    theirsId: theirsId ?? "",
  });
  const all = await provider.findChargebacks(reported?.chargeId ?? "");
  const said = all.filter(({ providerChargebackId }) => providerChargebackId === theirsId);
  await takeOverChargebacks(platform, said);
  const payment = paymentId && (await manager.findOneBy(PaymentEntity, { id: paymentId }));
  const theirs = said[0] ? toTheirs(toLine(said[0]), payment ? payment.currency : null) : null;
  return { differs: async () => compareChargeback(null, theirs) !== null };
}
