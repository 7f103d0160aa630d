import { assert } from "@makegood/domain/assert";
import { type EntityManager, QueryFailedError } from "typeorm";
import { termsThrough } from "#modules/ledger/exports/terms-in-force.js";
import type { ChargeRegistry } from "#modules/refund/exports/refund-provider.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { feedbackOf } from "./describe-rows.js";
import { count, type ImportReport } from "./import-report.js";
import { type ImportedRows, insertImported, noRows } from "./imported-rows.js";
import type { Known } from "./known.js";
import type { ImportedPeople } from "./make-people.js";
import type { PlannedPayment } from "./olist/plan-payments.js";
import type { PlannedPurchase } from "./olist/plan-purchase.js";
import { addOrder } from "./order-rows.js";

type Charges = ReadonlyMap<string, string>;
interface NamedPurchase {
  purchase: PlannedPurchase;
  payments: (PlannedPayment & { id: string; position: number })[];
}

export interface Written {
  taken: PlannedPurchase[];
  /** What the database would not take, and the rule of it that says so. */
  refused: { purchase: PlannedPurchase; rule: string }[];
}

/**
 * Writes a batch in one transaction: all of it or nothing, so that a stopped import can go on. Where
 * the database refuses something of it, each purchase is written by itself, and the one that it
 * refuses is named.
 */
export async function writePurchases(
  platform: Platform,
  provider: ChargeRegistry,
  batch: readonly PlannedPurchase[],
  people: ImportedPeople,
  known: Known,
  report: ImportReport,
): Promise<Written> {
  if (batch.length === 0) return { taken: [], refused: [] };
  const named = batch.map((purchase) => ({
    purchase,
    payments: purchase.payments.map((payment, index) => ({
      ...payment,
      id: newId("payment"),
      position: index + 1,
    })),
  }));
  const charges = await registered(provider, named);
  const write = (part: readonly NamedPurchase[]) =>
    writePart(platform, provider, part, charges, people, known, report);
  if ((await write(named)) === null) return { taken: [...batch], refused: [] };
  const written: Written = { taken: [], refused: [] };
  for (const one of named) {
    const rule = await write([one]);
    if (rule === null) written.taken.push(one.purchase);
    else written.refused.push({ purchase: one.purchase, rule });
  }
  return written;
}

/** Null when it is written; else the rule of the database that what was given breaks. */
async function writePart(
  platform: Platform,
  provider: ChargeRegistry,
  part: readonly NamedPurchase[],
  charges: Charges,
  people: ImportedPeople,
  known: Known,
  report: ImportReport,
): Promise<string | null> {
  try {
    const rows = await platform.database.transaction(async (manager) => {
      const made = await rowsFor(manager, platform.clock.now(), part, {
        provider,
        charges,
        people,
        known,
      });
      await insertImported(manager, made);
      return made;
    });
    countCreated(report, rows);
    return null;
  } catch (error) {
    const rule = brokenRule(error);
    if (rule === null) throw error;
    return rule;
  }
}

/** The database's rule that data broke (classes 22 and 23 of SQL's states); null for any other failure. */
function brokenRule(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, constraint, message } = error.driverError as Record<string, string | undefined>;
  return /^2[23]/.test(code ?? "") ? (constraint ?? message ?? "a rule of the database") : null;
}

function countCreated(report: ImportReport, rows: ImportedRows): void {
  count(report.created, "purchases", rows.purchases.length);
  count(report.created, "payments", rows.payments.length);
  count(report.created, "orders", rows.orders.length);
  const units = rows.lines.reduce((sum, { quantity = 0 }) => sum + quantity, 0);
  count(report.created, "units", units);
  count(report.created, "feedback", rows.feedback.length);
}

async function rowsFor(
  manager: EntityManager,
  now: Date,
  part: readonly NamedPurchase[],
  given: {
    provider: ChargeRegistry;
    charges: Charges;
    people: ImportedPeople;
    known: Known;
  },
): Promise<ImportedRows> {
  const { provider, charges, people, known } = given;
  const { buyers, shops } = people;
  const shopIds = [...shops.values()].map(({ id }) => id);
  const termsAt = await termsThrough(manager, shopIds);
  const numbers = await orderNumbers(manager, part);
  const rows = noRows();
  for (const { purchase, payments } of part) {
    const purchaseId = newId("purchase");
    const placedAt = new Date(purchase.placedAt.getTime() + known.shiftMs);
    const buyer = buyers.get(purchase.personId);
    assert(buyer !== undefined, "a buyer was made for each purchase");
    const { externalId, totalMinor, orders } = purchase;
    const own = { id: purchaseId, buyerId: buyer.id, currency: "BRL" };
    rows.purchases.push({ ...own, totalMinor, placedAt, externalId });
    for (const payment of payments) {
      rows.payments.push(paymentRow(payment, purchaseId, provider, charges));
    }
    const ids = orders.map((order) => {
      const shop = shops.get(order.sellerId);
      const number = numbers.pop();
      assert(shop !== undefined, "a shop was made for each order");
      assert(number !== undefined, "there is a number for each order");
      const terms = termsAt(shop.id, placedAt);
      const setting = { purchaseId, buyer, shop, terms, number, placedAt, now, known };
      return { id: addOrder(rows, order, setting), shop };
    });
    const [first] = ids;
    for (const review of first ? purchase.reviews : []) {
      const to = { orderId: first?.id ?? "", shopId: first?.shop.id ?? "", buyerId: buyer.id };
      rows.feedback.push(feedbackOf(review, to, known.shiftMs, placedAt));
    }
  }
  return rows;
}

/** What each new charge is called at the provider, by payment. */
const registered = (
  provider: ChargeRegistry,
  purchases: readonly NamedPurchase[],
): Promise<Charges> =>
  provider.registerCharges(
    purchases
      .flatMap(({ payments }) => payments)
      .filter(({ amountMinor, charge }) => amountMinor > 0 && charge === null)
      .map(({ id, amountMinor }) => ({
        reference: id,
        amountMinor,
        currency: "BRL",
        testMethod: null,
      })),
  );

function paymentRow(
  { id, position, method, label, amountMinor, charge }: NamedPurchase["payments"][number],
  purchaseId: string,
  provider: ChargeRegistry,
  charges: Charges,
) {
  return {
    id,
    purchaseId,
    position,
    method,
    label,
    currency: "BRL",
    capturedMinor: amountMinor,
    provider: charge?.provider ?? provider.name,
    providerChargeId: charge?.id ?? charges.get(id) ?? null,
    testMethod: charge ? null : "normal",
  };
}

/** A number for each order of the batch, the first one last. */
async function orderNumbers(
  manager: EntityManager,
  part: readonly NamedPurchase[],
): Promise<string[]> {
  const orders = part.reduce((sum, { purchase }) => sum + purchase.orders.length, 0);
  const numbers: { number: string }[] = await manager.query(
    "SELECT nextval('order_numbers') AS number FROM generate_series(1, $1)",
    [orders],
  );
  return numbers.map(({ number }) => `MG-${number}`).reverse();
}
