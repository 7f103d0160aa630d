import { assert } from "@makegood/domain/assert";
import type { OurCharge, TheirCharge } from "@makegood/domain/reconciliation/compare-charge";
import type { EntityManager } from "typeorm";
import { postedBeyond } from "#modules/ledger/exports/posted-beyond.js";
import type { ReportedCharge } from "#modules/refund/exports/provider-books.js";
import type { ReportedLine } from "./subject.js";

/** A payment as our books have it. */
export interface PaymentRow {
  key: string;
  order_id: string | null;
  state: OurCharge["state"];
  provider_charge_id: string;
  captured_minor: string;
  authorized_minor: string;
  currency: string;
  placed_at: Date;
  posted_beyond: string;
}

/** SQL of a payment p of a purchase pu, as our books have it. */
export const paymentColumns = `p.id AS key, p.order_id, p.state, p.provider_charge_id,
  p.captured_minor, p.authorized_minor, p.currency, pu.placed_at, ${postedBeyond} AS posted_beyond`;

export async function readPayment(manager: EntityManager, id: string): Promise<PaymentRow> {
  const [row]: PaymentRow[] = await manager.query(
    `SELECT ${paymentColumns} FROM payments p JOIN purchases pu ON pu.id = p.purchase_id
     WHERE p.id = $1`,
    [id],
  );
  assert(row !== undefined, "a payment is never deleted");
  return row;
}

/** By which of its names the provider's charge was told us: Stripe's has two. */
const isOwn =
  ({ provider_charge_id: known }: PaymentRow) =>
  ({ theirsId, intentId }: ReportedLine) =>
    theirsId === known || intentId === known;

/** A payment of ours and the lines of the report that belong to it, for the comparison. */
export function bothCharges(
  row: PaymentRow,
  lines: readonly ReportedLine[],
): { ours: OurCharge; theirs: TheirCharge[] } {
  const named = lines.filter(isOwn(row));
  const own = named.find(({ status }) => status === "captured") ?? named[0];
  const capturedMinor = Number(row.captured_minor);
  return {
    ours: {
      state: row.state,
      providerChargeId: own?.theirsId ?? row.provider_charge_id,
      capturedMinor,
      authorizedMinor: Number(row.authorized_minor),
      postedMinor: capturedMinor + Number(row.posted_beyond),
      currency: row.currency,
    },
    theirs: lines.map(toTheirs),
  };
}

export const toTheirs = (line: ReportedLine): TheirCharge => ({
  providerChargeId: line.theirsId,
  status: line.status as TheirCharge["status"],
  capturedMinor: line.amountMinor,
  givenBackMinor: line.givenBackMinor,
  currency: line.currency,
  madeAt: line.madeAt,
  changedAt: line.changedAt,
});

export const toLine = (charge: ReportedCharge): ReportedLine => ({
  theirsId: charge.chargeId,
  reference: charge.reference,
  chargeId: charge.chargeId,
  intentId: charge.intentId,
  amountMinor: charge.capturedMinor,
  givenBackMinor: charge.givenBackMinor,
  heldMinor: charge.heldMinor,
  heldUntil: charge.authorizedUntil,
  currency: charge.currency,
  status: charge.status,
  madeAt: charge.madeAt,
  changedAt: charge.changedAt,
});
