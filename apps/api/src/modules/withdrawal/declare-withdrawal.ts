import { assert } from "@makegood/domain/assert";
import { zoneOfCountry } from "@makegood/domain/calendar/calendars";
import type { UnitsOfLine } from "@makegood/domain/decision/decision";
import { returnableUnits } from "@makegood/domain/return/return-facts";
import { acknowledgement } from "@makegood/domain/withdrawal/acknowledgement";
import { withdrawalRightOf } from "@makegood/domain/withdrawal/withdrawal-right";
import { CancellationEntity } from "#modules/cancellation/exports/cancellation.entity.js";
import { requestCancellation } from "#modules/cancellation/exports/request-cancellation.js";
import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { queueEmail } from "#modules/notification/exports/queue-email.js";
import { type LockedOrder, lockOrder } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { requestReturn } from "#modules/return/exports/request-return.js";
import { ReturnEntity } from "#modules/return/exports/return.entity.js";
import { lockedReturnFacts } from "#modules/return/exports/return-facts.js";
import { ShopEntity } from "#modules/shop/exports/shop.entity.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import { WithdrawalEntity } from "./exports/withdrawal.entity.js";

type Declared = Outcome<{ withdrawalId: string }>;

/**
 * A buyer withdraws from the contract, which nobody may refuse while the right lasts: what has not
 * left is canceled, what has is returned, and the declaration is acknowledged on a durable medium.
 */
export async function declareWithdrawal(
  unit: UnitOfWork,
  caller: Caller,
  carrier: ReturnCarrier,
  orderId: string,
): Promise<Declared> {
  const locked = await lockOrder(unit.manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const policy = await policyOf(unit.manager, locked.order);
  const facts = await lockedReturnFacts(unit, locked);
  const right = withdrawalRightOf(policy.rules, facts, unit.now);
  if (!right) return refuse({ kind: "WithdrawalNotPossible" });
  const sent = facts.lines
    .map((line) => ({ lineId: line.lineId, quantity: returnableUnits(line) }))
    .filter(({ quantity }) => quantity > 0);
  const effect =
    sent.length > 0
      ? await sendBack(unit, caller, carrier, { orderId, sent })
      : await cancel(unit, caller, orderId);
  if (!effect.ok) return effect;
  const { cancellationId, returnId, amountMinor } = effect.answer;
  const id = newId("withdrawal");
  const text = await written(unit, locked, {
    id,
    sent: sent.length > 0 ? sent : null,
    amountMinor,
    law: right.statute.name,
    repayBy: new Date(unit.now.getTime() + right.statute.repayDays * 86_400_000),
  });
  const withdrawal: WithdrawalEntity = {
    id,
    orderId,
    cancellationId,
    returnId,
    statute: right.statute.id,
    declaredAt: unit.now,
    acknowledgement: text,
  };
  await unit.manager.insert(WithdrawalEntity, withdrawal);
  await recordEvent(unit, {
    orderId,
    kind: "cancellation.declaredWithdrawal",
    cancellationId,
    returnId,
  });
  return done({ withdrawalId: id }, withdrawal);
}

type Effect = Outcome<{
  cancellationId: string | null;
  returnId: string | null;
  amountMinor: number;
}>;

async function cancel(unit: UnitOfWork, caller: Caller, orderId: string): Promise<Effect> {
  const made = await requestCancellation(unit, caller, {
    orderId,
    units: null,
    reasonCode: null,
    note: null,
    quoteId: null,
    kind: "STATUTORY_WITHDRAWAL",
  });
  if (!made.ok) return made;
  const { cancellationId } = made.answer;
  const { amountMinor } = await unit.manager.findOneByOrFail(CancellationEntity, {
    id: cancellationId,
  });
  return done({ cancellationId, returnId: null, amountMinor });
}

async function sendBack(
  unit: UnitOfWork,
  caller: Caller,
  carrier: ReturnCarrier,
  { orderId, sent }: { orderId: string; sent: UnitsOfLine[] },
): Promise<Effect> {
  const made = await requestReturn(unit, caller, carrier, {
    orderId,
    units: sent.map((units) => ({ ...units })),
    reasonCode: "CHANGED_MIND",
    note: null,
    photoIds: [],
    method: "LABEL",
    quoteId: null,
    statutory: true,
  });
  if (!made.ok) return made;
  const { returnId } = made.answer;
  const { amountMinor } = await unit.manager.findOneByOrFail(ReturnEntity, { id: returnId });
  return done({ cancellationId: null, returnId, amountMinor });
}

/** The acknowledgement in the buyer's language, also sent to them. */
async function written(
  unit: UnitOfWork,
  { order, lines }: LockedOrder,
  given: {
    id: string;
    sent: UnitsOfLine[] | null;
    amountMinor: number;
    law: { en: string; "pt-BR": string };
    repayBy: Date;
  },
): Promise<string> {
  const buyer = await unit.manager.findOneBy(PersonEntity, { id: order.buyerId });
  const shop = await unit.manager.findOneByOrFail(ShopEntity, { id: order.shopId });
  assert(buyer !== null, "an order has its buyer");
  const items = lines.flatMap(({ id, title, quantity, canceledQuantity }) => {
    const units = given.sent
      ? (given.sent.find(({ lineId }) => lineId === id)?.quantity ?? 0)
      : quantity - canceledQuantity;
    return units > 0 ? [{ title, quantity: units }] : [];
  });
  const text = acknowledgement(
    {
      reference: given.id,
      orderNumber: order.number,
      shop: shop.name,
      buyer: buyer.name,
      declaredAt: unit.now,
      items,
      amountMinor: given.amountMinor,
      currency: order.currency,
      repayBy: given.repayBy,
      law: given.law[buyer.locale],
    },
    buyer.locale,
    zoneOfCountry(shop.country),
  );
  await queueEmail(unit.manager, {
    toAddress: buyer.email,
    subject: text.split("\n", 1)[0] ?? "",
    body: text,
    createdAt: unit.now,
  });
  return text;
}
