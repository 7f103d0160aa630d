import { compareRefund } from "@makegood/domain/reconciliation/compare-refund";
import { askAboutPayout } from "#modules/refund/exports/ask-about-payout.js";
import type { BankTransfers } from "#modules/refund/exports/bank-transfers.js";
import { bookTransferAsUnpaid } from "#modules/refund/exports/book-transfer-as-unpaid.js";
import { lockRefundOfPayout } from "#modules/refund/exports/lock-refund-of-payout.js";
import { OutcomeUnknown } from "#modules/refund/exports/refund-provider.js";
import type { Platform } from "#platform/platform.js";
import type { Asked } from "./asked.js";
import type { DriftItemEntity } from "./exports/drift-item.entity.js";
import { readTransfer, toLine, toOurs, toTheirs } from "./our-transfer.js";

/** Asks about the transfer that an item is about: ours, or one too many. */
export function askAboutTransfer(
  platform: Platform,
  transfers: BankTransfers | null,
  item: DriftItemEntity,
): Promise<Asked> {
  if (transfers?.name !== item.provider) {
    throw new OutcomeUnknown(`${item.provider} makes no transfers here any more`);
  }
  const { payoutId, kind } = item;
  return payoutId !== null && kind !== "DUPLICATE"
    ? askAboutOurs(platform, transfers, payoutId)
    : askAboutForeign(platform, transfers, item);
}

async function askAboutOurs(
  platform: Platform,
  transfers: BankTransfers,
  payoutId: string,
): Promise<Asked> {
  const said = await askAboutPayout(platform, transfers, payoutId);
  const there = said?.status === "succeeded" || said?.status === "pending";
  const theirs = said ? [toTheirs({ ...said, theirsId: said.providerPayoutId })] : [];
  return {
    differs: async (manager) => {
      await lockRefundOfPayout(manager, payoutId);
      const ours = toOurs(await readTransfer(manager, payoutId));
      return compareRefund(ours, theirs, platform.clock.now()).length > 0;
    },
    bookAsUnpaid: async (unit) => {
      if (!there) await bookTransferAsUnpaid(unit, payoutId);
    },
  };
}

/** It is settled once the money came back. */
async function askAboutForeign(
  platform: Platform,
  transfers: BankTransfers,
  { theirsId, subjectAt }: DriftItemEntity,
): Promise<Asked> {
  let differs = false;
  for await (const page of transfers.payouts(subjectAt)) {
    const said = page.filter(({ providerPayoutId }) => providerPayoutId === theirsId);
    const theirs = said.map((one) => toTheirs(toLine(one)));
    differs ||= compareRefund(null, theirs, platform.clock.now()).length > 0;
  }
  return { differs: async () => differs };
}
