import { refundReasonSentence } from "@makegood/domain/refund/failure-words";
import type { Locale } from "@makegood/domain/text/locale";
import type { Reader } from "@makegood/domain/text/reader";
import type { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";

/** Whom a reason is told: in an app or by e-mail. */
export interface ReasonReader {
  locale: Locale;
  reader: Reader;
  isAgent: boolean;
}

type Labelled = { reasonLabel: Record<string, string> | null } | null;

/** Where what an event is about is read from. */
export interface ReasonSources {
  refund(id: string): Promise<{ origin: string } | null>;
  return(id: string): Promise<Labelled>;
  cancellation(id: string): Promise<Labelled>;
}

/** Why something happened, in the language of whoever reads it and as far as it is theirs to read. */
export async function toldReason(
  event: TimelineEventEntity,
  to: ReasonReader,
  sources: ReasonSources,
): Promise<string | null> {
  const { kind, reason, cancellationId, returnId } = event;
  if (reason === null || (await isForTheTrail(event, to, sources))) return null;
  if (kind === "refund.created" || kind === "refund.approved") return reason;
  if (/^(refund|payment)\./.test(kind)) return refundReasonSentence(reason, to.locale, to.reader);
  const about =
    kind === "return.requested" && returnId !== null
      ? await sources.return(returnId)
      : kind === "cancellation.requested" && cancellationId !== null
        ? await sources.cancellation(cancellationId)
        : null;
  return about?.reasonLabel?.[to.locale] ?? reason;
}

/** Why an agent stepped in past the policy is written for the trail: agents alone read it. */
async function isForTheTrail(
  { kind, actorKind, refundId }: TimelineEventEntity,
  { isAgent }: ReasonReader,
  sources: ReasonSources,
): Promise<boolean> {
  if (actorKind !== "AGENT" || isAgent) return false;
  if (kind === "cancellation.requested") return true;
  if (kind !== "refund.created" || refundId === null) return false;
  return (await sources.refund(refundId))?.origin === "ON_BEHALF";
}
