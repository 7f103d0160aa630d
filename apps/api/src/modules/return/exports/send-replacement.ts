import { exchangePostings } from "@makegood/domain/ledger/exchange-entries";
import { orderBooks } from "#modules/ledger/exports/order-books.js";
import { post } from "#modules/ledger/exports/post.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import type { LockedReturn } from "./lock-return.js";
import { netMinor, type ReturnUnitEntity } from "./return-unit.entity.js";

const threeDaysMs = 3 * 86_400_000;

/**
 * Makes the order that brings other goods for settled units. It costs the buyer nothing: the units'
 * share of what was captured goes over to it, so that canceling or returning it pays that back.
 */
export async function sendReplacement(
  unit: UnitOfWork,
  { locked, request, units }: LockedReturn,
): Promise<OrderEntity> {
  const { manager } = unit;
  const { order } = locked;
  const worthMinor = units.reduce((sum, each) => sum + netMinor(each), 0);
  const made = await insertOrder(unit, order, request.id, worthMinor);
  for (const [index, line] of linesOf(locked.lines, units, request.wish).entries()) {
    await manager.insert(OrderLineEntity, {
      ...line,
      id: newId("line"),
      orderId: made.id,
      position: index + 1,
    });
  }
  await moveMoney(unit, order, made, request.id);
  const actor = systemActor;
  await recordEvent(unit, {
    orderId: made.id,
    kind: "order.inExchange",
    actor,
    data: { orderNumber: order.number },
  });
  await recordEvent(unit, {
    orderId: order.id,
    kind: "return.replaced",
    returnId: request.id,
    actor,
    data: { orderNumber: made.number },
  });
  return made;
}

async function insertOrder(
  { manager, now }: UnitOfWork,
  order: OrderEntity,
  exchangeReturnId: string,
  worthMinor: number,
): Promise<OrderEntity> {
  const [{ number: next }]: [{ number: string }] = await manager.query(
    "SELECT nextval('order_numbers') AS number",
  );
  const number = `MG-${next}`;
  const daysMs = order.shipBy ? order.shipBy.getTime() - order.placedAt.getTime() : threeDaysMs;
  const { purchaseId, shopId, buyerId, policyVersionId, currency, searchText } = order;
  const { shipToCountry, shipToRegion } = order;
  const id = newId("order");
  await manager.insert(OrderEntity, {
    id,
    number,
    purchaseId,
    shopId,
    buyerId,
    policyVersionId,
    currency,
    exchangeReturnId,
    shipToCountry,
    shipToRegion,
    status: "AWAITING_SHIPMENT",
    placedAt: now,
    shipBy: new Date(now.getTime() + Math.max(daysMs, threeDaysMs)),
    itemsMinor: worthMinor,
    discountMinor: 0,
    taxMinor: 0,
    shippingMinor: 0,
    capturedMinor: worthMinor,
    searchText: searchText.replace(order.number.toLowerCase(), number.toLowerCase()),
    notes: [],
    createdAt: now,
  });
  return manager.findOneByOrFail(OrderEntity, { id });
}

/** The same goods, or the variant wished for, priced at what the buyer paid for what came back. */
function linesOf(
  lines: readonly OrderLineEntity[],
  units: readonly ReturnUnitEntity[],
  wish: string | null,
) {
  return lines.flatMap(({ id, title, category }) => {
    const own = units.filter(({ lineId }) => lineId === id);
    if (own.length === 0) return [];
    const worthMinor = own.reduce((sum, each) => sum + netMinor(each), 0);
    const unitPriceMinor = Math.ceil(worthMinor / own.length);
    return [
      {
        title: wish === null ? title : `${title}: ${wish}`,
        category,
        quantity: own.length,
        unitPriceMinor,
        discountMinor: unitPriceMinor * own.length - worthMinor,
        taxMinor: 0,
        shippingMinor: 0,
      },
    ];
  });
}

/** Out of the one order's books into the other's; nobody's balance changes. */
async function moveMoney(
  { manager, now: at }: UnitOfWork,
  from: OrderEntity,
  to: OrderEntity,
  returnId: string,
): Promise<void> {
  if (to.capturedMinor === 0) return;
  const { shopId, currency } = from;
  const { sums, terms, availableAt } = await orderBooks(manager, from.id);
  const [capture]: { terms_id: string | null }[] = await manager.query(
    "SELECT terms_id FROM ledger_transactions WHERE order_id = $1 AND kind = 'CAPTURE'",
    [from.id],
  );
  const { out, into } = exchangePostings(sums, to.capturedMinor, terms);
  // Both count from the same day, so that what is on hold stays so.
  const dated = { shopId, currency, at, ...(availableAt ? { availableAt } : {}) };
  await post(manager, {
    ...dated,
    kind: "EXCHANGED",
    reference: returnId,
    orderId: from.id,
    entries: out,
  });
  await post(manager, {
    ...dated,
    kind: "CAPTURE",
    reference: to.id,
    orderId: to.id,
    entries: into,
    termsId: capture?.terms_id ?? null,
  });
}
