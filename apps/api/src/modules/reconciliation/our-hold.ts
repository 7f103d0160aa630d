import { assert } from "@makegood/domain/assert";
import type { OurHold, TheirHold } from "@makegood/domain/reconciliation/compare-hold";
import type { EntityManager } from "typeorm";
import { bothCharges, type PaymentRow, paymentColumns } from "./our-charge.js";
import type { ReportedLine } from "./subject.js";

/** A payment that was not taken, as our books have it. */
export interface HoldRow extends PaymentRow {
  is_over: boolean;
}

/** SQL of a payment p of a purchase pu, as far as it is held. */
export const holdColumns = `${paymentColumns},
  EXISTS (SELECT 1 FROM orders o WHERE o.id = p.order_id AND o.status IN ('CANCELED', 'EXPIRED'))
    AND NOT EXISTS (SELECT 1 FROM payment_steps s WHERE s.payment_id = p.id AND s.status = 'OPEN')
    AS is_over`;

export async function readHold(manager: EntityManager, id: string): Promise<HoldRow> {
  const [row]: HoldRow[] = await manager.query(
    `SELECT ${holdColumns} FROM payments p JOIN purchases pu ON pu.id = p.purchase_id
     WHERE p.id = $1`,
    [id],
  );
  assert(row !== undefined, "a payment is never deleted");
  return row;
}

/** A payment of ours and the lines of the report that belong to it, for the comparison. */
export function bothHolds(
  row: HoldRow,
  lines: readonly ReportedLine[],
): { ours: OurHold; theirs: TheirHold[] } {
  const { state, providerChargeId, authorizedMinor, currency } = bothCharges(row, lines).ours;
  return {
    ours: { state, providerChargeId, authorizedMinor, currency, isOver: row.is_over },
    theirs: lines.map(toTheirHold),
  };
}

export const toTheirHold = (line: ReportedLine): TheirHold => ({
  providerChargeId: line.theirsId,
  status: line.status as TheirHold["status"],
  heldMinor: line.heldMinor ?? 0,
  currency: line.currency,
  heldUntil: line.heldUntil ?? null,
  madeAt: line.madeAt,
  changedAt: line.changedAt,
});
