import type { BankDetails } from "@makegood/domain/repayment/bank-details";
import { IsNull, Not } from "typeorm";
import type { Platform } from "#platform/platform.js";
import { unseal } from "#platform/secrets/seal.js";
import { askProvider } from "./ask-provider.js";
import { BankDetailsEntity } from "./exports/bank-details.entity.js";
import { type Providers, providerOf } from "./exports/providers.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { recordOutcome } from "./record-outcome.js";

/**
 * Hands what the buyer gave to the provider, with no transaction open and the same key each time. A
 * provider that no longer waits for it is asked what it is doing instead.
 */
export async function sendBankDetails(
  platform: Platform,
  providers: Providers,
  refundId: string,
): Promise<void> {
  const { manager } = platform.database;
  const given = await manager.findBy(BankDetailsEntity, {
    refundId,
    attemptId: Not(IsNull()),
    takenAt: IsNull(),
    erasedAt: IsNull(),
  });
  for (const details of given) {
    const attempt = await manager.findOneByOrFail(RefundAttemptEntity, {
      id: details.attemptId ?? "",
    });
    const { providerRefundId } = attempt;
    if (details.sealed === null || attempt.status !== "OPEN" || !providerRefundId) continue;
    const answer = await providerOf(providers, attempt.provider).giveBankDetails({
      providerRefundId,
      details: openDetails(platform, details),
      key: details.id,
    });
    await manager.update(BankDetailsEntity, { id: details.id }, { takenAt: platform.clock.now() });
    if (answer.kind === "MADE") await recordOutcome(platform, answer.refund);
    else await askProvider(platform, providers, attempt);
  }
}

/** The account as it was given: for a provider's eyes alone, never for a log or an answer. */
export function openDetails({ config }: Platform, details: BankDetailsEntity): BankDetails {
  const key = config.sealingKeys.find(({ id }) => id === details.keyId);
  if (!key || !details.sealed) throw new Error(`no key opens the bank details ${details.id}`);
  return JSON.parse(unseal(key, details.id, details.sealed)) as BankDetails;
}
