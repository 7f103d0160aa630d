import { refundReasonSentence } from "@makegood/domain/refund/failure-words";
import { cancellationById } from "#modules/cancellation/exports/cancellation-loaders.js";
import { refundById } from "#modules/refund/exports/refund-loaders.js";
import { returnById } from "#modules/return/exports/return-loaders.js";
import type { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { readerOf } from "#platform/graphql/reader.js";

/** Why something happened, in the language of whoever reads it and as far as it is theirs to read. */
export async function toldReason(
  event: TimelineEventEntity,
  context: RequestContext,
): Promise<string | null> {
  const { kind, reason, cancellationId, returnId } = event;
  if (reason === null || (await isForTheTrail(event, context))) return null;
  const locale = localeOf(context);
  if (kind === "refund.created" || kind === "refund.approved") return reason;
  if (/^(refund|payment)\./.test(kind)) {
    return refundReasonSentence(reason, locale, readerOf(context));
  }
  if (kind === "return.requested" && returnId !== null) {
    const request = await context.loader(returnById).load(returnId);
    return request?.reasonLabel?.[locale] ?? reason;
  }
  if (kind !== "cancellation.requested" || cancellationId === null) return reason;
  const cancellation = await context.loader(cancellationById).load(cancellationId);
  return cancellation?.reasonLabel?.[locale] ?? reason;
}

/** Why an agent stepped in past the policy is written for the trail: agents alone read it. */
async function isForTheTrail(
  { kind, actorKind, refundId }: TimelineEventEntity,
  context: RequestContext,
): Promise<boolean> {
  if (actorKind !== "AGENT" || context.caller.kind === "AGENT") return false;
  if (kind === "cancellation.requested") return true;
  if (kind !== "refund.created" || refundId === null) return false;
  const refund = await context.loader(refundById).load(refundId);
  return refund?.origin === "ON_BEHALF";
}
