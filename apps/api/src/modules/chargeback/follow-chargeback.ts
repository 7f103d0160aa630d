import {
  type ChargebackState,
  hasMoneyBack,
  isArgued,
  paidTheBuyer,
} from "@makegood/domain/chargeback/mirror-chargeback";
import type { LedgerEntry, LedgerKind } from "@makegood/domain/ledger/account";
import { move, reversed } from "@makegood/domain/ledger/move";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { post } from "#modules/ledger/exports/post.js";
import { postedEntries } from "#modules/ledger/exports/posted-entries.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { holdPayout, releasePayout } from "#modules/payout/exports/hold-payout.js";
import { wakeRefundsOf } from "#modules/refund/exports/wake-refunds.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { ChargebackEntity } from "./exports/chargeback.entity.js";
import { ChargebackShareEntity } from "./exports/chargeback-share.entity.js";

const eventOf: Partial<Record<ChargebackEntity["status"], EventKind>> = {
  WARNING_NEEDS_RESPONSE: "chargeback.warned",
  NEEDS_RESPONSE: "chargeback.opened",
  UNDER_REVIEW: "chargeback.underReview",
  WON: "chargeback.won",
  LOST: "chargeback.lost",
  ACCEPTED: "chargeback.lost",
  WARNING_CLOSED: "chargeback.closed",
  PREVENTED: "chargeback.closed",
};

/**
 * What a chargeback does to each order it concerns: its own movements in the ledger, the shop's share
 * kept from payouts while it is argued about, the timeline; and refunds that wait for it are looked at
 * again. `before` is what it was; null where it is new.
 */
export async function followChargeback(
  unit: UnitOfWork,
  chargeback: ChargebackEntity,
  before: ChargebackState | null,
): Promise<void> {
  const { manager } = unit;
  const has = hasMoneyBack(chargeback);
  const had = before !== null && hasMoneyBack(before);
  const wasPaid = before !== null && paidTheBuyer(before);
  const shares = await manager.find(ChargebackShareEntity, {
    where: { chargebackId: chargeback.id },
    order: { id: "ASC" },
  });
  for (const share of shares) {
    if (wasPaid && !paidTheBuyer(chargeback)) await unbear(unit, chargeback, share);
    if (has !== had) {
      const withdrawnMinor = has ? share.amountMinor : 0;
      await manager.update(ChargebackShareEntity, { id: share.id }, { withdrawnMinor });
      await postShare(
        unit,
        chargeback,
        share,
        has ? "CHARGEBACK_WITHDRAWN" : "CHARGEBACK_RETURNED",
        has
          ? move(share.amountMinor, "CHARGEBACK", "PROVIDER_CLEARING")
          : move(share.amountMinor, "PROVIDER_CLEARING", "CHARGEBACK"),
      );
    }
    await hold(unit, chargeback, share);
    if (paidTheBuyer(chargeback) && !wasPaid) {
      await postShare(unit, chargeback, share, "CHARGEBACK_BORNE", await borne(unit, share));
    }
    const kind = eventFor(chargeback, before);
    const { orderId, amountMinor } = share;
    const data = {
      amountMinor,
      currency: chargeback.currency,
      ...(chargeback.evidenceDueBy ? { promisedBy: chargeback.evidenceDueBy.toISOString() } : {}),
    };
    if (kind) await recordEvent(unit, { orderId, kind, data });
  }
  const { purchaseId } = await manager.findOneByOrFail(PaymentEntity, { id: chargeback.paymentId });
  await wakeRefundsOf(unit, purchaseId);
}

function eventFor(chargeback: ChargebackEntity, before: ChargebackState | null) {
  if (chargeback.status === "PREVENTED" && chargeback.buyerRepaid) return "chargeback.repaid";
  if (chargeback.status === "WON" && before?.status === "LOST") return "chargeback.reversed";
  return eventOf[chargeback.status];
}

/** A shop gives back no more than it sold and has not sent back; what is beyond is the marketplace's. */
async function borne(
  { manager }: UnitOfWork,
  { orderId, amountMinor }: ChargebackShareEntity,
): Promise<LedgerEntry[]> {
  const order = await manager.findOneByOrFail(OrderEntity, { id: orderId });
  const [{ sent }] = await manager.query(
    `SELECT COALESCE(SUM(amount_minor), 0) AS sent FROM refund_allocations
     WHERE order_id = $1 AND status IN ('PROCESSING', 'SUCCEEDED')`,
    [orderId],
  );
  const kept = Math.max(0, order.capturedMinor - order.exchangedMinor - Number(sent));
  const byShop = Math.min(amountMinor, kept);
  return [
    ...move(byShop, "SHOP_BALANCE", "CHARGEBACK", "CHARGEBACK"),
    ...move(amountMinor - byShop, "CHARGEBACK_LOSS", "CHARGEBACK"),
  ];
}

/** The bank changed its decision: whoever bore it gets it back. */
async function unbear(
  unit: UnitOfWork,
  chargeback: ChargebackEntity,
  share: ChargebackShareEntity,
): Promise<void> {
  const entries = await postedEntries(unit.manager, "CHARGEBACK_BORNE", share.id);
  await postShare(unit, chargeback, share, "CHARGEBACK_REVERSED", reversed(entries));
}

async function hold(
  unit: UnitOfWork,
  { status, currency }: ChargebackEntity,
  { id: subjectId, shopId, orderId, amountMinor }: ChargebackShareEntity,
): Promise<void> {
  if (!isArgued({ status })) return releasePayout(unit, "CHARGEBACK", subjectId);
  const reason = "CHARGEBACK";
  await holdPayout(unit, { shopId, orderId, reason, subjectId, amountMinor, currency });
}

async function postShare(
  { manager, now }: UnitOfWork,
  { currency }: ChargebackEntity,
  { id: reference, orderId, shopId }: ChargebackShareEntity,
  kind: LedgerKind,
  entries: LedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await post(manager, { kind, reference, orderId, shopId, currency, entries, at: now });
}
