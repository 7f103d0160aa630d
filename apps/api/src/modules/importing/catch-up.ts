import type { OrderStatus } from "@makegood/domain/order/order-machine";
import { refusalSentence } from "@makegood/domain/refusal/refusal-words";
import { utc } from "@makegood/domain/text/locale";
import { In } from "typeorm";
import { requestCancellation } from "#modules/cancellation/exports/request-cancellation.js";
import { FeedbackEntity } from "#modules/feedback/exports/feedback.entity.js";
import { fulfilAsTold, type ToldStep } from "#modules/order/exports/fulfil-as-told.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { type CommandResult, runCommand } from "#platform/commands/run-command.js";
import { insertRows } from "#platform/database/insert-rows.js";
import type { Actor } from "#platform/identity/actor.js";
import type { Platform } from "#platform/platform.js";
import { feedbackOf } from "./describe-rows.js";
import { count, type ImportReport } from "./import-report.js";
import { customerExternalId } from "./make-buyers.js";
import type { PlannedOrder, PlannedPurchase } from "./olist/plan-purchase.js";
import { type PurchaseThere, purchasesThere } from "./purchases-there.js";

/**
 * What the files say of purchases that were imported before: what happened to them since is taken in
 * by the same commands as if it had happened here; whatever else differs is named and left alone.
 * Returns those whose money is the same here and in the files.
 */
export async function catchUp(
  platform: Platform,
  planned: readonly PlannedPurchase[],
  report: ImportReport,
): Promise<PlannedPurchase[]> {
  const there = await purchasesThere(
    platform.database.manager,
    planned.map(({ externalId }) => externalId),
  );
  const agreed: PlannedPurchase[] = [];
  for (const purchase of planned) {
    const known = there.get(purchase.externalId);
    if (!known) continue;
    const name = purchase.row.cells.order_id ?? "";
    const differ = (what: string) => report.differences.push({ order: name, what });
    if (known.paidMinor === paidOf(purchase)) agreed.push(purchase);
    const content = otherContent(purchase, known);
    for (const what of content) differ(what);
    // What is another purchase by now is followed by nobody's commands.
    if (content.length > 0) continue;
    const shiftMs = known.placedAt.getTime() - purchase.placedAt.getTime();
    for (const order of purchase.orders) {
      const here = known.orders.find(({ sellerId }) => sellerId === order.sellerId);
      if (!here) continue;
      const what = await follow(platform, order, here, shiftMs, purchase.externalId, report);
      if (what) differ(what);
    }
    for (const what of await newReviews(platform, purchase, known, shiftMs, report)) differ(what);
  }
  return agreed;
}

type OrderThere = PurchaseThere["orders"][number];

const paidOf = ({ payments }: PlannedPurchase) =>
  payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
const amount = (minor: number) => (minor / 100).toFixed(2);

/** What a purchase consists of, where the files say it otherwise than it is here. */
function otherContent(purchase: PlannedPurchase, there: PurchaseThere): string[] {
  const paid = paidOf(purchase);
  const otherPaid =
    paid === there.paidMinor
      ? []
      : [`paid ${amount(paid)} in the files, ${amount(there.paidMinor)} here`];
  const isOtherBuyer =
    there.buyerExternalId !== null &&
    there.buyerExternalId !== customerExternalId(purchase.personId);
  const otherBuyer = isOtherBuyer ? ["another customer in the files than here"] : [];
  const listed = (lines: readonly (PlannedOrder["lines"][number] | OrderLineEntity)[]) =>
    lines
      .map(({ quantity, unitPriceMinor, shippingMinor }) =>
        [quantity, unitPriceMinor, shippingMinor].join(" "),
      )
      .sort()
      .join();
  const ours = there.orders.map(({ sellerId, lines }) => `${sellerId} ${listed(lines)}`).sort();
  const theirs = purchase.orders
    .map(({ sellerId, lines }) => `${sellerId} ${listed(lines)}`)
    .sort();
  const otherItems =
    ours.join("\n") === theirs.join("\n")
      ? []
      : ["other items, prices or sellers in the files than here"];
  return [...otherPaid, ...otherBuyer, ...otherItems];
}

const ranks: Partial<Record<OrderStatus, number>> = {
  GRACE_PERIOD: 0,
  AWAITING_SHIPMENT: 0,
  PROCESSING: 1,
  PARTIALLY_SHIPPED: 1,
  SHIPPED: 2,
  PARTIALLY_DELIVERED: 2,
  DELIVERY_FAILED: 2,
  DELIVERED: 3,
  COMPLETED: 3,
};
const rankOf = (status: OrderStatus) => ranks[status] ?? -1;

/** Takes in what happened to an order since; what of it can't be, in words. */
async function follow(
  platform: Platform,
  planned: PlannedOrder,
  { order, ownerId }: OrderThere,
  shiftMs: number,
  source: string,
  report: ImportReport,
): Promise<string | null> {
  const now = platform.clock.now();
  const actor: Actor = { kind: "SELLER", id: ownerId };
  const at = (time: Date | null) =>
    new Date(Math.min(now.getTime(), time ? time.getTime() + shiftMs : now.getTime()));
  if (planned.status === order.status) return otherTimes(planned, order, shiftMs);
  if (planned.status === "CANCELED") {
    const result = await cancel(platform, actor, order.id, source);
    if (result.ok) count(report.updated, "canceled there, canceled and refunded here");
    return result.ok ? null : cant(planned, order, result);
  }
  const ahead = rankOf(planned.status);
  if (order.status === "CANCELED" || order.status === "EXPIRED") {
    // Older than what is here, unless the goods went out nevertheless.
    return ahead >= 2 ? `${planned.status} in the files, ${order.status} here` : null;
  }
  const steps: ToldStep[] = [];
  if (rankOf(order.status) < 1 && ahead === 1) {
    steps.push({ command: "startProcessing", at: now });
  }
  if (rankOf(order.status) < 2 && ahead >= 2) {
    steps.push({ command: "shipOrder", at: at(planned.shippedAt) });
  }
  if (rankOf(order.status) < 3 && ahead === 3) {
    steps.push({ command: "markDelivered", at: at(planned.deliveredAt) });
  }
  for (const step of steps) {
    const result = await fulfilAsTold(platform, actor, order.id, step, source);
    if (!result.ok) return cant(planned, order, result);
    count(report.updated, toldAs[step.command]);
  }
  return null;
}

const toldAs: Record<ToldStep["command"], string> = {
  startProcessing: "in preparation",
  shipOrder: "shipped",
  markDelivered: "delivered",
};

const cant = (
  planned: PlannedOrder,
  order: OrderEntity,
  result: Extract<CommandResult<unknown>, { ok: false }>,
) =>
  `${planned.status} in the files, ${order.status} here: ${refusalSentence(result.refused as never, "en", utc)}`;

/** Times that the files say otherwise, of an order that stands as it stands here. */
function otherTimes(planned: PlannedOrder, order: OrderEntity, shiftMs: number): string | null {
  for (const name of ["shippedAt", "deliveredAt"] as const) {
    const [theirs, ours] = [planned[name], order[name]];
    if (theirs && ours && Math.abs(theirs.getTime() + shiftMs - ours.getTime()) >= 1_000) {
      const there = new Date(theirs.getTime() + shiftMs).toISOString();
      return `${name} ${there} in the files, ${ours.toISOString()} here`;
    }
    if (theirs && !ours) return `${name} is in the files, and not known here`;
  }
  return null;
}

/** As its seller would cancel it here: the buyer's money goes back by the rules. */
const cancel = (platform: Platform, actor: Actor, orderId: string, source: string) =>
  runCommand(platform, {
    name: "cancelAsSeller",
    actor,
    idempotencyKey: null,
    input: { orderId, source },
    orderId,
    work: (unit) =>
      requestCancellation(unit, null, {
        orderId,
        units: null,
        reasonCode: null,
        note: "Canceled where it was bought.",
        quoteId: null,
        kind: "SELLER",
      }),
  });

/** Adds the reviews that came since; those that say something else now, in words. */
async function newReviews(
  { database, clock }: Platform,
  { reviews }: PlannedPurchase,
  { orders, buyerId, placedAt }: PurchaseThere,
  shiftMs: number,
  report: ImportReport,
): Promise<string[]> {
  const [first] = orders;
  if (!first || reviews.length === 0) return [];
  const { manager } = database;
  const there = await manager.findBy(FeedbackEntity, {
    externalId: In(reviews.map(({ externalId }) => externalId)),
  });
  const known = new Map(there.map((feedback) => [feedback.externalId, feedback]));
  const fresh = reviews.filter(({ externalId }) => !known.has(externalId));
  const to = { orderId: first.order.id, shopId: first.order.shopId, buyerId };
  await insertRows(
    manager,
    FeedbackEntity,
    fresh.map((review) => {
      const row = feedbackOf(review, to, shiftMs, placedAt);
      return { ...row, givenAt: new Date(Math.min(row.givenAt.getTime(), clock.now().getTime())) };
    }),
  );
  count(report.created, "feedback", fresh.length);
  return reviews.flatMap(({ externalId, rating, words }) => {
    const feedback = known.get(externalId);
    const isSame = !feedback || (feedback.rating === rating && feedback.words === words);
    return isSame || feedback.editedAt ? [] : ["another review in the files than here"];
  });
}
