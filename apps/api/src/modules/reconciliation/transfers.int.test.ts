import type { Payout } from "@makegood/sandbox-provider/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import * as documents from "../../testing/documents.js";
import { type DriftShop, driftsNamed, onDrift, startDriftShop } from "../../testing/drift-shop.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let at: DriftShop;
beforeAll(async () => {
  at = await startDriftShop();
});
afterAll(() => at.app.close());

const put = (payout: Payout): string => {
  at.app.provider.books.payouts.set(payout.id, payout);
  return payout.id;
};

const send = async (client: TestClient, name: string, driftItemId: string) =>
  (await client.ask(onDrift(name), { input: { driftItemId, idempotencyKey: freshKey() } }))[name];

test("every kind of difference between transfers is named, none is invented, and all heal", async () => {
  const { payouts } = at.app.provider.books;
  const made: Payout[] = [];
  for (let count = 0; count < 4; count++) made.push((await at.transferred()).payout);
  expect((await at.run()).found).toBe(0);
  const [gone, more, dollars, twice] = made as [Payout, Payout, Payout, Payout];
  payouts.delete(gone.id);
  put({ ...more, amountMinor: 1 });
  put({ ...dollars, currency: "USD" });
  const wanted = [
    `MISSING ${gone.reference}`,
    `WRONG_AMOUNT ${more.reference}`,
    `WRONG_CURRENCY ${dollars.reference}`,
    `DUPLICATE ${put({ ...twice, id: "po_again" })}`,
    `EXTRA ${put({ ...twice, id: "po_foreign", reference: "by hand" })}`,
  ];
  expect((await at.run()).found).toBe(5);
  expect(await driftsNamed(at, "TRANSFER")).toEqual(wanted.sort());
  for (const payout of made) put(payout);
  for (const id of ["po_again", "po_foreign"]) payouts.delete(id);
  const { id } = await at.item("po_foreign");
  expect((await send(at.agent, "askAboutDrift", id)).driftItem.status).toBe("HEALED");
  expect((await at.run()).healed).toBe(4);
});

test("a transfer that the bank never made is booked as unpaid by a lead, and stays owed", async () => {
  const { orderId, payout } = await at.transferred();
  at.app.provider.books.payouts.delete(payout.id);
  await at.run();
  const { id } = await at.item(payout.reference);
  const booked = await send(at.lead, "bookDriftAsUnpaid", id);
  expect(booked.driftItem).toMatchObject({ about: "TRANSFER", kind: "MISSING", status: "HEALED" });
  const { order } = await at.agent.ask(documents.orderStory, { id: orderId });
  expect(order.refunds[0].status).toBe("REVERSED");
  expect((await at.run()).found).toBe(0);
});

test("whoever books a transfer waits for its order before they hold its item, as everybody does", async () => {
  const { orderId, payout } = await at.transferred();
  at.app.provider.books.payouts.delete(payout.id);
  await at.run();
  const { id } = await at.item(payout.reference);
  const { database } = at.app.platform;
  let booking: Promise<Answer> | undefined;
  await database.transaction(async (manager) => {
    await lockOrder(manager, null, orderId);
    booking = send(at.lead, "bookDriftAsUnpaid", id);
    await until(async () => {
      const waiting = await database.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      expect(waiting.length).toBeGreaterThan(0);
    });
    await manager.query("SELECT 1 FROM drift_items WHERE id = $1 FOR UPDATE NOWAIT", [id]);
  });
  expect((await booking)?.driftItem.status).toBe("HEALED");
});
