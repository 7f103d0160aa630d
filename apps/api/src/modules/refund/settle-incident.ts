import { move } from "@makegood/domain/ledger/move";
import { post } from "#modules/ledger/exports/post.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { RefundIncidentEntity } from "./exports/refund-incident.entity.js";
import { lockRefund } from "./lock-refund.js";

/** An agent says what became of money that arrived twice, and the books follow. */
export async function settleIncident(
  unit: UnitOfWork,
  caller: KnownCaller,
  input: { incidentId: string; settlement: "PAID_BACK" | "WRITTEN_OFF"; note: string },
): Promise<Outcome<{ incidentId: string }>> {
  const { manager, now } = unit;
  const { incidentId: id, settlement, note } = input;
  const found = await manager.findOneBy(RefundIncidentEntity, { id });
  const known = found && (await lockRefund(manager, caller, found.refundId));
  const incident = known && (await manager.findOneByOrFail(RefundIncidentEntity, { id }));
  if (!incident || incident.settledAt) return refuse({ kind: "NotFound", what: "open incident" });
  if (settlement === "WRITTEN_OFF" && caller.kind === "AGENT" && caller.role === "AGENT") {
    return refuse({ kind: "PersonNotAllowed", needed: "LEAD" });
  }
  const change = { settledAt: now, settlement, settledById: unit.actor.id, note };
  await manager.update(RefundIncidentEntity, { id }, change);
  const { orderId, id: refundId, shopId } = known.refund;
  const { amountMinor, currency } = incident;
  await post(manager, {
    kind: settlement === "PAID_BACK" ? "OVERPAID_BACK" : "OVERPAID_BORNE",
    reference: id,
    orderId,
    refundId,
    shopId,
    currency,
    entries:
      settlement === "PAID_BACK"
        ? move(amountMinor, "BANK", "REFUND_OWED")
        : move(amountMinor, "OVERPAYMENT_LOSS", "REFUND_OWED"),
    at: now,
  });
  return done({ incidentId: id }, { ...incident, ...change });
}
