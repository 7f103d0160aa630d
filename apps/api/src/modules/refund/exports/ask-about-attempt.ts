import type { Platform } from "#platform/platform.js";
import { askProvider } from "../ask-provider.js";
import type { Providers } from "./providers.js";
import { RefundAttemptEntity } from "./refund-attempt.entity.js";
import type { ProviderRefund } from "./refund-provider.js";

/**
 * Asks a provider what it has of an attempt, and takes over what is news in it. Null when it surely
 * has nothing. Throws OutcomeUnknown when no certain answer came.
 */
export async function askAboutAttempt(
  platform: Platform,
  providers: Providers,
  attemptId: string,
): Promise<ProviderRefund | null> {
  const attempt = await platform.database.manager.findOneByOrFail(RefundAttemptEntity, {
    id: attemptId,
  });
  return askProvider(platform, providers, attempt);
}
