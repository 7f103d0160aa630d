import { assert } from "@makegood/domain/assert";
import { availableUnits, type LineFacts } from "@makegood/domain/cancellation/cancellation-facts";
import { unavailableUnit } from "@makegood/domain/decision/asked-units";
import type { UnitsOfLine } from "@makegood/domain/decision/decision";
import { dayWindowEnd } from "@makegood/domain/policy/day-window";
import { buyerRights } from "@makegood/domain/rights/buyer-rights";
import { acknowledgement } from "@makegood/domain/withdrawal/acknowledgement";
import { whyNoWithdrawal, withdrawalRightOf } from "@makegood/domain/withdrawal/withdrawal-right";
import { CancellationEntity } from "#modules/cancellation/exports/cancellation.entity.js";
import { withdrawCancellation } from "#modules/cancellation/exports/decide-request.js";
import { requestCancellation } from "#modules/cancellation/exports/request-cancellation.js";
import type { ReturnCarrier } from "#modules/carrier/exports/return-carrier.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { queueEmail } from "#modules/notification/exports/queue-email.js";
import { countedAt } from "#modules/order/exports/counted-at.js";
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
import { marketplaceOf } from "#platform/marketplace.js";
import { WithdrawalEntity } from "./exports/withdrawal.entity.js";

type Declared = Outcome<{ withdrawalId: string }>;

/**
 * A buyer withdraws from the contract, for all or for the units they name, which nobody may refuse while
 * the right lasts: what has not left is canceled, what has is returned, and the declaration is
 * acknowledged on a durable medium. A request that waits for the seller gives way to it.
 */
export async function declareWithdrawal(
  unit: UnitOfWork,
  caller: Caller,
  carrier: ReturnCarrier,
  { orderId, units }: { orderId: string; units: readonly UnitsOfLine[] | null },
): Promise<Declared> {
  const locked = await lockOrder(unit.manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { rules } = await policyOf(unit.manager, locked.order);
  const facts = await lockedReturnFacts(unit, locked);
  const right = withdrawalRightOf(rules, facts, unit.now);
  const wanted = units ?? right?.units ?? [];
  const covered = wanted.every(({ lineId }) => right?.units.some((own) => own.lineId === lineId));
  if (!right || !covered) {
    const why = whyNoWithdrawal(rules, facts, units);
    return refuse({
      kind: "WithdrawalNotPossible",
      why,
      rights: buyerRights(rules, facts, unit.now),
    });
  }
  const missing = unavailableUnit(wanted, right.units);
  if (missing) return refuse(missing);
  const { unsent, sent, needsHeld } = split(wanted, facts.lines);
  if (needsHeld) await giveWay(unit, caller, orderId);
  const canceled = unsent.length > 0 ? await cancel(unit, caller, orderId, unsent) : null;
  if (canceled && !canceled.ok) return canceled;
  const returned = sent.length > 0 ? await sendBack(unit, caller, carrier, orderId, sent) : null;
  if (returned && !returned.ok) return returned;
  const cancellationId = canceled?.answer.id ?? null;
  const returnId = returned?.answer.id ?? null;
  const id = newId("withdrawal");
  const text = await written(unit, locked, {
    id,
    units: wanted,
    amountMinor: (canceled?.answer.amountMinor ?? 0) + (returned?.answer.amountMinor ?? 0),
    law: right.statute.name,
    repayBy: dayWindowEnd(rules, facts, {
      from: unit.now,
      days: right.statute.repayDays,
      setBy: "LAW",
    }),
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

/** What of the units has not left, which is taken first, and what has; and whether a request holds some. */
function split(wanted: readonly UnitsOfLine[], lines: readonly LineFacts[]) {
  const unsent: UnitsOfLine[] = [];
  const sent: UnitsOfLine[] = [];
  let needsHeld = false;
  for (const { lineId, quantity } of wanted) {
    const line = lines.find((candidate) => candidate.lineId === lineId);
    assert(line !== undefined, "what can be withdrawn from is a line of the order");
    const here = Math.min(quantity, availableUnits(line) + line.heldQuantity);
    if (here > availableUnits(line)) needsHeld = true;
    if (here > 0) unsent.push({ lineId, quantity: here });
    if (quantity > here) sent.push({ lineId, quantity: quantity - here });
  }
  return { unsent, sent, needsHeld };
}

/** Nobody is asked any longer about what the buyer declares. */
async function giveWay(unit: UnitOfWork, caller: Caller, orderId: string): Promise<void> {
  const waiting = await unit.manager.findBy(CancellationEntity, {
    orderId,
    status: "PENDING_SELLER",
  });
  for (const { id } of waiting) {
    const withdrawn = await withdrawCancellation(unit, caller, id);
    assert(withdrawn.ok, "a request that waits can be withdrawn");
  }
}

type Effect = Outcome<{ id: string; amountMinor: number }>;

async function cancel(
  unit: UnitOfWork,
  caller: Caller,
  orderId: string,
  units: UnitsOfLine[],
): Promise<Effect> {
  const made = await requestCancellation(unit, caller, {
    orderId,
    units: units.map((each) => ({ ...each })),
    reasonCode: null,
    note: null,
    quoteId: null,
    kind: "STATUTORY_WITHDRAWAL",
  });
  if (!made.ok) return made;
  const { cancellationId: id } = made.answer;
  const { amountMinor } = await unit.manager.findOneByOrFail(CancellationEntity, { id });
  return done({ id, amountMinor });
}

async function sendBack(
  unit: UnitOfWork,
  caller: Caller,
  carrier: ReturnCarrier,
  orderId: string,
  units: UnitsOfLine[],
): Promise<Effect> {
  const made = await requestReturn(unit, caller, carrier, {
    orderId,
    units: units.map((each) => ({ ...each })),
    reasonCode: null,
    note: null,
    photoIds: [],
    method: "LABEL",
    quoteId: null,
    statutory: true,
  });
  if (!made.ok) return made;
  const { returnId: id } = made.answer;
  const { amountMinor } = await unit.manager.findOneByOrFail(ReturnEntity, { id });
  return done({ id, amountMinor });
}

/** The acknowledgement in the buyer's language, also sent to them. */
async function written(
  unit: UnitOfWork,
  { order, lines }: LockedOrder,
  given: {
    id: string;
    units: readonly UnitsOfLine[];
    amountMinor: number;
    law: { en: string; "pt-BR": string };
    repayBy: Date;
  },
): Promise<string> {
  const buyer = await unit.manager.findOneBy(PersonEntity, { id: order.buyerId });
  const shop = await unit.manager.findOneByOrFail(ShopEntity, { id: order.shopId });
  assert(buyer !== null, "an order has its buyer");
  const items = lines.flatMap(({ id, title }) => {
    const quantity = given.units.find(({ lineId }) => lineId === id)?.quantity ?? 0;
    return quantity > 0 ? [{ title, quantity }] : [];
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
    { id: countedAt(order, marketplaceOf(unit.manager)).zone, said: true },
  );
  await queueEmail(unit.manager, {
    toAddress: buyer.email,
    subject: text.split("\n", 1)[0] ?? "",
    body: text,
    createdAt: unit.now,
  });
  return text;
}
