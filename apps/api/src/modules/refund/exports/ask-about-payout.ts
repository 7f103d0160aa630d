import type { Platform } from "#platform/platform.js";
import { recordPayout } from "../record-payout.js";
import type { BankTransfers, ProviderPayout } from "./bank-transfers.js";

/**
 * Asks the bank what it has of a transfer, and takes over what is news in it. Null when it surely has
 * nothing. Throws OutcomeUnknown when no certain answer came.
 */
export async function askAboutPayout(
  platform: Platform,
  transfers: BankTransfers,
  payoutId: string,
): Promise<ProviderPayout | null> {
  const found = await transfers.findPayout(payoutId);
  if (found) await recordPayout(platform, found, { asked: true });
  return found;
}
