import { afterAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { startQuickShop } from "../../testing/quick-shop.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

const { app, shop, ana, buyer, seller, agent } = await startQuickShop();
afterAll(() => app.close());

async function shipped(daysAgo: number): Promise<string> {
  const shippedAt = new Date(app.platform.clock.now().getTime() - daysAgo * 86_400_000);
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: shippedAt,
    orders: [
      {
        shop,
        shippedAt,
        status: "SHIPPED",
        lines: [{ title: "Mug", quantity: 2, unitPriceMinor: 500 }],
      },
    ],
    payments: [{ testMethod: "instant" }],
  });
  return order?.id ?? "";
}

const story = async (id: string) =>
  (
    await buyer.ask(
      `query ($id: ID!) { order(id: $id) { status financialStatus estimatedDeliveryBy
        nextAction { owner kind deadline onTimeout } availableActions { action available because }
        shipments { trackingNumber } timeline { kind } } }`,
      { id },
    )
  ).order;
const settle = async (client: TestClient, name: string, orderId: string) =>
  (
    await client.ask(
      `mutation ($input: SettleDeliveryInput!) { ${name}(input: $input) { __typename ... on DeliveryNotLate { expectedBy } ... on Refusal { nextSteps { kind at } } } }`,
      { input: { orderId, idempotencyKey: freshKey() } },
    )
  )[name];
const refunded = (id: string) =>
  until(async () => {
    const order = await story(id);
    expect(order).toMatchObject({ status: "CANCELED", financialStatus: "REFUNDED" });
    return order;
  });

describe("a parcel on its way", () => {
  test("has a date, before which it can't be said to be missing", async () => {
    const id = await shipped(1);
    const { nextAction, estimatedDeliveryBy } = await story(id);
    expect(nextAction).toMatchObject({
      owner: "CARRIER",
      kind: "DELIVER",
      deadline: estimatedDeliveryBy,
    });
    expect(nextAction.onTimeout).toBe("If it isn't there by then, you can say so here.");
    const early = await settle(buyer, "reportNotArrived", id);
    expect(early).toMatchObject({ __typename: "DeliveryNotLate", expectedBy: estimatedDeliveryBy });
    expect(early.nextSteps[0]).toEqual({ kind: "AWAIT_PARCEL", at: estimatedDeliveryBy });
  });

  test("that does not arrive is refunded, all of it, when its seller does nothing", async () => {
    const id = await shipped(11);
    const before = (await story(id)).availableActions;
    expect(before).toContainEqual({ action: "REPORT_NOT_ARRIVED", available: true, because: null });
    expect((await settle(buyer, "reportNotArrived", id)).__typename).toBe("OrderSuccess");
    const waits = await story(id);
    expect(waits).toMatchObject({ status: "DELIVERY_FAILED", nextAction: { owner: "SELLER" } });
    expect((await settle(buyer, "giveUpDelivery", id)).__typename).toBe("PersonNotAllowed");
    await agent.ask(documents.moveClock, { hours: 73 });
    const order = await refunded(id);
    expect(order.timeline.map(({ kind }: { kind: string }) => kind)).toContain("order.lost");
    expect((await settle(seller, "giveUpDelivery", id)).__typename).toBe("NotInThisState");
  });

  test("that its seller gives up is refunded at once", async () => {
    const id = await shipped(11);
    await settle(buyer, "reportNotArrived", id);
    expect((await settle(seller, "giveUpDelivery", id)).__typename).toBe("OrderSuccess");
    await refunded(id);
  });

  test("that is sent once more is on its way again, with a new date and nothing due", async () => {
    const id = await shipped(11);
    await settle(buyer, "reportNotArrived", id);
    const parcel = { carrier: "Correios", trackingNumber: "AGAIN123456" };
    const { shipOrder } = await seller.ask(documents.shipOrder, {
      input: { orderId: id, ...parcel, idempotencyKey: freshKey() },
    });
    expect(
      shipOrder.order.shipments.map((each: { trackingNumber: string }) => each.trackingNumber),
    ).toContain("AGAIN123456");
    await agent.ask(documents.moveClock, { hours: 73 });
    expect(await story(id)).toMatchObject({ status: "SHIPPED", financialStatus: "PAID" });
  });

  test("that turns up is delivered after all", async () => {
    const id = await shipped(11);
    await settle(buyer, "reportNotArrived", id);
    await seller.ask(
      `mutation ($input: MarkDeliveredInput!) { markDelivered(input: $input) { __typename } }`,
      { input: { orderId: id, idempotencyKey: freshKey() } },
    );
    expect(await story(id)).toMatchObject({ status: "DELIVERED" });
  });
});

describe("the law that protects a buyer", () => {
  const right = async (country: string, shipToCountry: string | undefined, daysAgo: number) => {
    const owner = { name: "L", email: `l${country}${shipToCountry}${daysAgo}@shops.example` };
    const from = await app.world.shop({ name: "Law", policy: "strict", country, owner });
    const deliveredAt = new Date(app.platform.clock.now().getTime() - daysAgo * 86_400_000);
    const [order] = await app.world.purchase({
      buyerId: ana,
      placedAt: deliveredAt,
      orders: [
        {
          shop: from,
          status: "DELIVERED",
          deliveredAt,
          ...(shipToCountry ? { shipToCountry } : {}),
          lines: [{ title: "Mug", quantity: 1, unitPriceMinor: 500 }],
        },
      ],
    });
    const query = `query ($id: ID!) { order(id: $id) { withdrawalRight { name } } }`;
    return (await buyer.ask(query, { id: order?.id })).order.withdrawalRight?.name ?? null;
  };

  test.each([
    ["US", undefined, 3, null],
    ["US", "DE", 3, "EU right of withdrawal"],
    ["BR", "DE", 10, "EU right of withdrawal"],
    ["DE", "BR", 10, null],
    ["US", "GB", 10, "UK right to cancel"],
    ["DE", undefined, 10, "EU right of withdrawal"],
  ] as const)("from %s to %s, after %s days: %s", async (from, to, days, name) => {
    expect(await right(from, to, days)).toBe(name);
  });
});
