import { move } from "@makegood/domain/ledger/move";
import { formatMoney, money } from "@makegood/domain/money/money";
import type { Localized } from "@makegood/domain/text/locale";
import type { EntityManager } from "typeorm";
import { post } from "#modules/ledger/exports/post.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { RefundIncidentEntity } from "./exports/refund-incident.entity.js";
import { lockRefund } from "./lock-refund.js";

export interface SettledIncident {
  incidentId: string;
  settlement: "PAID_BACK" | "WRITTEN_OFF";
  note: string;
}

/** What that will do to the books, for the second person. */
export async function incidentSummary(
  manager: EntityManager,
  { incidentId, settlement, note }: SettledIncident,
): Promise<Localized<string>> {
  const { amountMinor, currency } = await manager.findOneByOrFail(RefundIncidentEntity, {
    id: incidentId,
  });
  const amount = (locale: string) => formatMoney(money(amountMinor, currency), locale);
  return settlement === "PAID_BACK"
    ? {
        en: `Record that ${amount("en")}, refunded twice, was paid back to the marketplace. Note: “${note}”.`,
        "pt-BR": `Registrar que ${amount("pt-BR")}, reembolsado em dobro, foi devolvido ao marketplace. Nota: “${note}”.`,
      }
    : {
        en: `Write off ${amount("en")} that was refunded twice: the marketplace pays for it. Note: “${note}”.`,
        "pt-BR": `Dar baixa de ${amount("pt-BR")} reembolsado em dobro: o marketplace paga. Nota: “${note}”.`,
      };
}

/** Two people say what became of money that arrived twice, and the books follow. */
export async function settleIncident(
  unit: UnitOfWork,
  caller: KnownCaller,
  input: SettledIncident,
): Promise<Outcome<{ incidentId: string }>> {
  const { manager, now } = unit;
  const { incidentId: id, settlement, note } = input;
  const found = await manager.findOneBy(RefundIncidentEntity, { id });
  const known = found && (await lockRefund(manager, caller, found.refundId));
  const incident = known && (await manager.findOneByOrFail(RefundIncidentEntity, { id }));
  if (!incident || incident.settledAt) return refuse({ kind: "NotFound", what: "open incident" });
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
