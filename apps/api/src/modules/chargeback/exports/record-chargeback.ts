import { chargebackMachine } from "@makegood/domain/chargeback/chargeback-machine";
import { isEvidenceWanted } from "@makegood/domain/chargeback/chargeback-words";
import {
  type ChargebackState,
  commandsBetween,
  isDecided,
} from "@makegood/domain/chargeback/mirror-chargeback";
import { apportion } from "@makegood/domain/money/apportion";
import type { EntityManager } from "typeorm";
import { lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { ordersPaidBy, soldMinor } from "#modules/order/exports/orders-paid-by.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentOfCharge } from "#modules/order/exports/payment-of-charge.js";
import type { ProviderChargeback } from "#modules/refund/exports/refund-provider.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import { targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { providerActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { chargebackCheck, evidenceReminder } from "../check-chargeback.js";
import { followChargeback } from "../follow-chargeback.js";
import { ChargebackEntity } from "./chargeback.entity.js";
import { ChargebackShareEntity } from "./chargeback-share.entity.js";

const checkEveryMs = 86_400_000;

/**
 * Takes over what the provider says about a chargeback. Webhooks and our own asking both come here,
 * in any order and any number: only what is news changes anything. One may concern several orders,
 * which are locked by their ids.
 */
export async function recordChargeback(
  platform: Platform,
  said: ProviderChargeback,
): Promise<void> {
  await runCommand(platform, {
    name: "recordChargeback",
    actor: providerActor,
    idempotencyKey: null,
    input: { ...said },
    work: async (unit) => {
      const { manager } = unit;
      const payment = await paymentOfCharge(manager, said);
      if (!payment || payment.currency !== said.currency) {
        platform.log.error({ provider: said.provider }, "a chargeback of no payment of ours");
        return done({});
      }
      const orders = await lockPurchase(manager, payment);
      const known = await manager.findOneBy(ChargebackEntity, {
        provider: said.provider,
        providerChargebackId: said.providerChargebackId,
      });
      if (!known) await open(unit, payment, orders, said);
      else await move(unit, known, said);
      return done({});
    },
  });
}

async function lockPurchase(
  manager: EntityManager,
  { purchaseId }: PaymentEntity,
): Promise<OrderEntity[]> {
  const orders = await manager.find(OrderEntity, { where: { purchaseId }, order: { id: "ASC" } });
  const locked: OrderEntity[] = [];
  for (const { id } of orders) {
    const found = await lockOrder(manager, null, id);
    if (found) locked.push(found.order);
  }
  await lockPayments(manager, purchaseId);
  return locked;
}

async function open(
  unit: UnitOfWork,
  payment: PaymentEntity,
  orders: OrderEntity[],
  said: ProviderChargeback,
): Promise<void> {
  const chargeback: ChargebackEntity = {
    id: newId("chargeback"),
    paymentId: payment.id,
    provider: said.provider,
    providerChargebackId: said.providerChargebackId,
    status: said.status,
    amountMinor: said.amountMinor,
    currency: said.currency,
    reason: said.reason,
    openedAt: said.openedAt,
    evidenceDueBy: said.evidenceDueBy,
    buyerRepaid: said.buyerRepaid,
    closedAt: isDecided(said.status) ? unit.now : null,
  };
  await unit.manager.insert(ChargebackEntity, chargeback);
  const own = ordersPaidBy(payment, orders);
  const paid = own.filter((order) => soldMinor(order) > 0);
  const concerned = paid.length > 0 ? paid : own;
  const parts = apportion(
    said.amountMinor,
    concerned.map((order) => Math.max(1, soldMinor(order))),
  );
  const shares = concerned.map(({ id, shopId }, index) => ({
    id: newId("chargebackShare"),
    chargebackId: chargeback.id,
    orderId: id,
    shopId,
    amountMinor: parts[index] ?? 0,
    withdrawnMinor: 0,
  }));
  for (const share of shares) await unit.manager.insert(ChargebackShareEntity, share);
  await settle(unit, chargeback, null);
}

async function move(
  unit: UnitOfWork,
  known: ChargebackEntity,
  said: ProviderChargeback,
): Promise<void> {
  const way = commandsBetween(known.status, said.status);
  const isRepaid = said.buyerRepaid && !known.buyerRepaid;
  if (way === null || (way.length === 0 && !isRepaid)) return;
  const before = { status: known.status, buyerRepaid: known.buyerRepaid };
  for (const command of way) known.status = targetOf(chargebackMachine, known.status, command);
  known.buyerRepaid = said.buyerRepaid;
  known.closedAt = isDecided(known.status) ? unit.now : null;
  known.evidenceDueBy = isEvidenceWanted(known.status) ? said.evidenceDueBy : known.evidenceDueBy;
  const { id, status, buyerRepaid, closedAt, evidenceDueBy } = known;
  const changed = { status, buyerRepaid, closedAt, evidenceDueBy };
  await unit.manager.update(ChargebackEntity, { id }, changed);
  await settle(unit, known, before);
}

/** What follows for money, orders, shops and refunds; and when to ask again, while it is open. */
async function settle(
  unit: UnitOfWork,
  chargeback: ChargebackEntity,
  before: ChargebackState | null,
): Promise<void> {
  await followChargeback(unit, chargeback, before);
  await remindOfEvidence(unit, chargeback);
  if (chargeback.closedAt) return;
  const next = new Date(unit.now.getTime() + checkEveryMs);
  await setDeadline(unit.manager, chargebackCheck, chargeback.id, next);
}

const reminderAheadMs = 2 * 86_400_000;

/** Two days before the bank stops listening, while it still waits for evidence. */
async function remindOfEvidence(
  { manager, now }: UnitOfWork,
  { id, status, evidenceDueBy }: ChargebackEntity,
): Promise<void> {
  const at = evidenceDueBy && new Date(evidenceDueBy.getTime() - reminderAheadMs);
  if (at && at > now && isEvidenceWanted(status)) {
    await setDeadline(manager, evidenceReminder, id, at);
  } else await settleDeadline(manager, evidenceReminder, id, now);
}
