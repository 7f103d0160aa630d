import { loadBy } from "#platform/database/loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import type { RefundEntity } from "./refund.entity.js";
import { RefundAttemptEntity } from "./refund-attempt.entity.js";
import { visibleRefund } from "./visible-refund.js";

const attemptById = loadBy(RefundAttemptEntity, "id");

/** The refund that an attempt is of, when it is the caller's to see. */
export async function refundOfAttempt(
  context: RequestContext,
  attemptId: string,
): Promise<RefundEntity | null> {
  const attempt = await context.loader(attemptById).load(attemptId);
  return attempt && visibleRefund(context, attempt.refundId);
}
