import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import * as documents from "../../testing/documents.js";
import { type OrderOfFolder, olistLines, writeFolder } from "../../testing/olist-folder.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { importOlist } from "./import-olist.js";
import { type ImportReport, problemsOf } from "./import-report.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** What a file calls an instant so many hours ago: São Paulo has no summer time any more. */
const hoursAgo = (hours: number) =>
  new Date(app.platform.clock.now().getTime() - (hours + 3) * 3_600_000)
    .toISOString()
    .slice(0, 19)
    .replace("T", " ");

const imported = (...orders: OrderOfFolder[]): Promise<ImportReport> =>
  importOlist(app.platform, sandboxProvider(app.platform.config), writeFolder(olistLines(orders)), {
    shiftToNow: false,
    progress: () => undefined,
  });

async function here(id: string) {
  const [order] = await app.platform.database.query(
    `SELECT o.id, o.status, o.buyer_id AS buyer, o.shipped_at AS shipped, o.delivered_at AS delivered,
       o.captured_minor::int AS captured, o.refund_reserved_minor::int AS reserved,
       (SELECT array_agg(e.kind ORDER BY e.seq) FROM timeline_events e WHERE e.order_id = o.id) AS kinds
     FROM orders o JOIN purchases u ON u.id = o.purchase_id WHERE u.external_id = $1`,
    [`olist:${id}`],
  );
  return order;
}

const placed = () => ({ order_purchase_timestamp: hoursAgo(240) });
const delivered = (sentAgo = 150, arrivedAgo = 100) => ({
  order_status: "delivered",
  order_delivered_carrier_date: hoursAgo(sentAgo),
  order_delivered_customer_date: hoursAgo(arrivedAgo),
});

describe("importing again with newer facts", () => {
  test("delivers what was delivered since, when it was, so that it can't be canceled any more", async () => {
    const order = placed();
    await imported({ id: "since", order });
    const facts = { ...order, ...delivered() };
    const report = await imported({ id: "since", order: facts });
    expect(problemsOf(report)).toEqual([]);
    expect(report.updated).toEqual({ shipped: 1, delivered: 1 });
    const now = await here("since");
    expect(now.status).toBe("DELIVERED");
    expect(now.kinds).toEqual([
      "order.placed",
      "order.imported",
      "order.processing",
      "order.shipped",
      "order.delivered",
    ]);
    const age = app.platform.clock.now().getTime() - now.delivered.getTime();
    expect(Math.round(age / 3_600_000)).toBe(100);
    const client = await app.client("buyer", now.buyer);
    const input = { orderId: now.id, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
    const { requestCancellation } = await client.ask(documents.requestCancellation, { input });
    expect(requestCancellation.__typename).toBe("AlreadyShipped");

    const third = await imported({ id: "since", order: facts });
    expect([third.updated, third.differences]).toEqual([{}, []]);
    expect((await here("since")).kinds).toHaveLength(5);
  });

  test("goes on step by step: in preparation, then shipped", async () => {
    const order = placed();
    await imported({ id: "steps", order });
    await imported({ id: "steps", order: { ...order, order_status: "invoiced" } });
    expect((await here("steps")).status).toBe("PROCESSING");
    const sent = { order_status: "shipped", order_delivered_carrier_date: hoursAgo(50) };
    await imported({ id: "steps", order: { ...order, ...sent } });
    expect((await here("steps")).status).toBe("SHIPPED");
  });

  test("cancels what was canceled there, and gives the buyer's money back once", async () => {
    const order = placed();
    await imported({ id: "called-off", order });
    const facts = { ...order, order_status: "canceled" };
    const report = await imported({ id: "called-off", order: facts });
    expect(report.updated).toEqual({ "canceled there, canceled and refunded here": 1 });
    await imported({ id: "called-off", order: facts });
    await until(async () => {
      const { status, captured, reserved } = await here("called-off");
      expect({ status, reserved }).toEqual({ status: "CANCELED", reserved: captured });
    });
  });

  test("names what it can't take in: sent there though canceled and refunded here", async () => {
    const order = placed();
    await imported({ id: "crossed", order });
    const { id, buyer } = await here("crossed");
    await app.platform.database.query(
      "UPDATE orders SET ship_by = now() - interval '9 days' WHERE id = $1",
      [id],
    );
    const client = await app.client("buyer", buyer);
    const input = { orderId: id, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
    await client.ask(documents.requestCancellation, { input });
    expect((await here("crossed")).status).toBe("CANCELED");
    const report = await imported({ id: "crossed", order: { ...order, ...delivered() } });
    expect(report.differences).toEqual([
      { order: "crossed", what: "DELIVERED in the files, CANCELED here" },
    ]);
    expect((await here("crossed")).status).toBe("CANCELED");
  });

  test("names what it can't take in: canceled there though delivered here", async () => {
    const order = { ...placed(), ...delivered() };
    await imported({ id: "backward", order });
    const report = await imported({
      id: "backward",
      order: { ...order, order_status: "canceled" },
    });
    expect(report.differences).toMatchObject([{ order: "backward" }]);
    expect(report.differences[0]?.what).toMatch(/^CANCELED in the files, DELIVERED here: /);
    expect((await here("backward")).status).toBe("DELIVERED");
  });

  test("names other money, items, buyers and times, and leaves them as they are", async () => {
    const order = { ...placed(), ...delivered() };
    const ids = ["money", "items", "buyer", "times", "review"].map((what) => `other-${what}`);
    const [money = "", items = "", buyer = "", times = "", review = ""] = ids;
    const reviews = [{ review_comment_message: "Bom" }];
    await imported(...ids.map((id) => ({ id, order, reviews: id === review ? reviews : [] })));
    const report = await imported(
      { id: money, order, payments: [{ payment_value: "70.00" }] },
      { id: items, order, items: [{ price: "50.00" }, { price: "0.50" }] },
      { id: buyer, order, person: "somebody else" },
      { id: times, order: { ...order, ...delivered(150, 90) } },
      { id: review, order, reviews: [{ review_score: 1, review_comment_message: "Ruim" }] },
    );
    expect(problemsOf(report)).toEqual([]);
    expect(report.differences.map(({ order: id }) => id)).toEqual(ids);
    expect(report.differences[0]?.what).toBe("paid 70.00 in the files, 50.00 here");
    expect(report.created.payments).toBe(0);
  });

  test("adds the review that came since, once", async () => {
    const order = { ...placed(), ...delivered() };
    await imported({ id: "reviewed", order });
    const reviews = [{ review_score: 4 }];
    expect((await imported({ id: "reviewed", order, reviews })).created.feedback).toBe(1);
    expect((await imported({ id: "reviewed", order, reviews })).created.feedback).toBe(0);
  });
});
