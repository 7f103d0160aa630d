import type { Decision } from "@makegood/domain/decision/decision";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { DecisionView } from "#platform/commands/decision-view.js";
import type { DecisionEntity } from "./decision.entity.js";

const instants = ["validUntil", "respondBy", "possibleFrom"] as const;
const refusalInstants = ["shippedAt", "endedAt", "respondBy", "canceledAt", "until"] as const;

const date = (value: unknown) => (typeof value === "string" ? new Date(value) : value);

/** Rights with their dates as instants again; none where they were not told yet. */
const revivedRights = (rights: unknown) =>
  (Array.isArray(rights) ? (rights as Record<string, unknown>[]) : []).map((right) => ({
    ...right,
    until: date(right.until),
  }));

/** A stored decision as the domain knows it: what JSON made text of is an instant again. */
export function revivedDecision(body: Record<string, unknown>): Decision {
  const revived: Record<string, unknown> = { ...body };
  for (const name of instants) revived[name] = date(revived[name]);
  if ("rights" in revived) revived.rights = revivedRights(revived.rights);
  if (revived.refusal) {
    const refusal: Record<string, unknown> = { ...(revived.refusal as object) };
    for (const name of refusalInstants) if (name in refusal) refusal[name] = date(refusal[name]);
    if ("rights" in refusal) refusal.rights = revivedRights(refusal.rights);
    revived.refusal = refusal as unknown as Refusal;
  }
  return revived as unknown as Decision;
}

/** A stored decision on its way to the caller. */
export function storedDecision(row: DecisionEntity): DecisionView {
  const { id, orderId, policyVersionId } = row;
  return { id, orderId, policyVersionId, body: revivedDecision(row.body) };
}
