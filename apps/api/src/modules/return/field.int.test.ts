import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { aPhoto, sendPhoto } from "../../testing/photos.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

/**
 * The mistakes that users of other systems reported and that touch policies, cancellations and
 * returns; each by the number and name it has in the field's list.
 */
let app: TestApp;
let shop: MadeShop;
let ana: string;
let buyer: TestClient;
let seller: TestClient;
let agent: TestClient;
let other: TestClient;
const day = 86_400_000;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  shop = await world.shop({
    name: "Pedra",
    policy: "asksSeller",
    owner: { name: "Pedro", email: "pedro@shops.example" },
  });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  seller = await app.client("seller", shop.ownerId);
  agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
  other = await app.client("buyer", await world.person("Bea", "bea@buyers.example"));
});
afterAll(() => app.close());

async function bought(delivered: boolean, lines?: object[]) {
  const at = new Date(app.platform.clock.now().getTime() - (delivered ? 10 : 0.2) * day);
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: at,
    orders: [
      {
        shop,
        lines: (lines ?? [
          {
            title: "Lamp",
            quantity: 2,
            unitPriceMinor: 5_000,
            discountMinor: 1_001,
            shippingMinor: 999,
          },
        ]) as never,
        ...(delivered ? { status: "DELIVERED", deliveredAt: at } : {}),
      },
    ],
    payments: [{ testMethod: "instant" }],
  });
  return { orderId: order?.id ?? "", lineIds: order?.lineIds ?? [] };
}

const made: Record<string, string> = {
  return:
    "... on ReturnSuccess { return { id status units { id restockedAt disposition } refund { status amount { amountMinor } } } }",
  cancel: "... on CancellationSuccess { cancellation { id status amount { amountMinor } } }",
};

/** What a mutation answers that one asks about, by what its name is about. */
const wantedOf = (name: string) =>
  /return|restock/i.test(name) ? made.return : /cancel/i.test(name) ? made.cancel : "";

const send = async (
  client: TestClient,
  name: string,
  type: string,
  input: object,
): Promise<Answer> =>
  (
    await client.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { message nextSteps { kind } } ${wantedOf(name)} } }`,
      { input: { idempotencyKey: freshKey(), ...input } },
    )
  )[name];
const back = (orderId: string, more: object = {}) =>
  send(buyer, "requestReturn", "RequestReturnInput", {
    orderId,
    reasonCode: "DEFECTIVE",
    note: "Broken.",
    method: "OWN",
    ...more,
  });
const look = async (id: string) => (await buyer.ask(documents.orderStory, { id })).order;

/** As far as inspected, with one disposition for every unit. */
async function inspected(orderId: string, disposition: string) {
  const returnId = (await back(orderId)).return.id;
  await send(seller, "approveReturn", "ReturnInput", { returnId });
  const there = await send(seller, "markReturnReceived", "ReturnInput", { returnId });
  const units = there.return.units.map(({ id }: Answer) => ({
    unitId: id,
    reception: "RECEIVED",
    inspection: "ACCEPTED",
    disposition,
  }));
  return send(seller, "inspectReturn", "InspectReturnInput", { returnId, units });
}

describe("the field's mistakes", () => {
  test("4: no buyer API for cancelling; here the buyer asks, and what they can do is told beforehand", async () => {
    const { orderId } = await bought(false);
    const { availableActions } = await look(orderId);
    const known = (name: string) => availableActions.find(({ action }: Answer) => action === name);
    expect(known("REQUEST_CANCELLATION")).toMatchObject({ available: true });
    expect(known("REQUEST_RETURN").because.length).toBeGreaterThan(10);
  });

  test("5: no native return; here it is one request away", async () => {
    expect((await back((await bought(true)).orderId)).return.status).toBe("REQUESTED");
  });

  test("6: refund maths ignores promotions; here a unit brings back what was paid for it", async () => {
    const { orderId, lineIds } = await bought(false);
    const units = [{ lineId: lineIds[0], quantity: 1 }];
    const one = await send(buyer, "requestCancellation", "RequestCancellationInput", {
      orderId,
      units,
      reasonCode: "CHANGED_MIND",
    });
    expect(one.cancellation.amount.amountMinor).toBe(4_999);
  });

  test("7: a partial cancel strands money; here the parts sum to all that was paid", async () => {
    const { orderId, lineIds } = await bought(false);
    const part = (quantity: number) =>
      send(agent, "cancelOnBehalf", "CancelOnBehalfInput", {
        orderId,
        reason: "Asked by phone.",
        units: [{ lineId: lineIds[0], quantity }],
      });
    const amounts = [await part(1), await part(1)].map(
      ({ cancellation }) => cancellation.amount.amountMinor,
    );
    expect(amounts.reduce((sum: number, each: number) => sum + each, 0)).toBe(9_998);
  });

  test("9: rounding blocks or over-refunds by a cent; here three units of an odd price come to the cent", async () => {
    const { orderId } = await bought(true, [
      { title: "Cup", quantity: 3, unitPriceMinor: 333, shippingMinor: 100, taxMinor: 1 },
    ]);
    const { return: request } = await inspected(orderId, "RESTOCKED");
    expect(request.refund.amount.amountMinor).toBe(1_100);
  });

  test("10: the screen's total is not what is paid; here the quote is carried out to the minor unit", async () => {
    const { orderId } = await bought(true);
    const { quoteReturn } = await buyer.ask(documents.quoteReturn, {
      input: { orderId, reasonCode: "DEFECTIVE", method: "OWN" },
    });
    const { id: quoteId, total } = quoteReturn.quote;
    const returnId = (await back(orderId, { quoteId })).return.id;
    await send(seller, "approveReturn", "ReturnInput", { returnId });
    const there = await send(seller, "markReturnReceived", "ReturnInput", { returnId });
    const units = there.return.units.map(({ id }: Answer) => ({
      unitId: id,
      reception: "RECEIVED",
      inspection: "ACCEPTED",
      disposition: "RESTOCKED",
    }));
    const done = await send(seller, "inspectReturn", "InspectReturnInput", { returnId, units });
    expect(done.return.refund.amount.amountMinor).toBe(total.amountMinor);
  });

  test("11: no refund without a return; here an agent gives goodwill, and never what a return holds", async () => {
    const { orderId } = await bought(true);
    const give = (amountMinor: number) =>
      send(agent, "refundOnBehalf", "RefundOnBehalfInput", {
        orderId,
        amountMinor,
        reason: "Sorry.",
      });
    expect((await give(500)).__typename).toBe("RefundSuccess");
    await back(orderId);
    expect((await give(1)).__typename).toBe("AmountAboveRefundable");
  });

  test("14: a cancel leaves the payment unrefunded; here it is complete only once the money went", async () => {
    const { orderId } = await bought(false);
    await send(agent, "cancelOnBehalf", "CancelOnBehalfInput", {
      orderId,
      reason: "Asked by phone.",
    });
    await until(async () => {
      const order = await look(orderId);
      expect(order.cancellations[0].status).toBe("COMPLETED");
      expect(order.totals.refunded.amountMinor).toBe(order.totals.captured.amountMinor);
    });
  });

  test("15: a canceled order can still be shipped; here the seller is told not to", async () => {
    const { orderId } = await bought(false);
    await send(agent, "cancelOnBehalf", "CancelOnBehalfInput", {
      orderId,
      reason: "Asked by phone.",
    });
    const shipped = await send(seller, "shipOrder", "ShipOrderInput", {
      orderId,
      carrier: "X",
      trackingNumber: "1",
    });
    expect(shipped).toMatchObject({ __typename: "LinesCanceled" });
  });

  test("16: restocked never, always or twice; here by disposition, once", async () => {
    const kept = await inspected((await bought(true)).orderId, "NOT_RESTOCKED");
    expect(kept.return.units.every(({ restockedAt }: Answer) => restockedAt === null)).toBe(true);
    const { return: later } = await inspected((await bought(true)).orderId, "PROCESSING_REQUIRED");
    const unitId = later.units[0].id;
    const restock = () => send(seller, "restockUnit", "RestockUnitInput", { unitId });
    const [first, second] = [await restock(), await restock()];
    const at = (answer: Answer) =>
      answer.return.units.find(({ id }: Answer) => id === unitId).restockedAt;
    expect(at(first)).not.toBe(null);
    expect(at(second)).toBe(at(first));
    const never = await send(seller, "restockUnit", "RestockUnitInput", {
      unitId: kept.return.units[0].id,
    });
    expect(never.__typename).toBe("NotInThisState");
  });

  test("19: a return can't be canceled or asked for again; here it can, and the guard says what blocks", async () => {
    const { orderId } = await bought(true);
    const returnId = (await back(orderId)).return.id;
    expect((await back(orderId)).__typename).toBe("ReturnAlreadyOpen");
    expect((await send(buyer, "cancelReturn", "ReturnInput", { returnId })).return.status).toBe(
      "CANCELED",
    );
    expect((await back(orderId)).return.status).toBe("REQUESTED");
  });

  test("20: returns are open to anybody and received by themselves; here they are the buyer's and wait", async () => {
    const { orderId } = await bought(true);
    const foreign = await send(other, "requestReturn", "RequestReturnInput", {
      orderId,
      reasonCode: "DEFECTIVE",
      note: "Mine!",
    });
    expect(foreign.__typename).toBe("NotFound");
    expect((await back(orderId)).return.status).toBe("REQUESTED");
  });

  test("21: no evidence; here a reason asks for it, and both sides see it", async () => {
    const { orderId } = await bought(true);
    const bare = await back(orderId, { reasonCode: "DAMAGED" });
    expect(bare.__typename).toBe("EvidenceRequired");
    const { id } = await sendPhoto(buyer, orderId, await aPhoto());
    expect((await back(orderId, { reasonCode: "DAMAGED", photoIds: [id] })).__typename).toBe(
      "ReturnSuccess",
    );
    for (const client of [buyer, seller, agent]) {
      const answer = await fetch(`${client.base}/photos/${id}`, { headers: client.headers });
      expect(answer.status).toBe(200);
    }
  });
});

describe("an order", () => {
  test("is complete when its time for returning is over, and not before what is open is settled", async () => {
    const make = async () => {
      const { orderId } = await bought(false);
      await send(seller, "shipOrder", "ShipOrderInput", {
        orderId,
        carrier: "X",
        trackingNumber: "1",
      });
      await send(seller, "markDelivered", "MarkDeliveredInput", { orderId });
      return orderId;
    };
    const quiet = await make();
    const open = await make();
    await buyer.ask(documents.moveClock, { hours: 24 * 13 });
    await back(open);
    expect((await look(quiet)).status).toBe("DELIVERED");
    // The last day is whole, and where it is no working day the next one is.
    await buyer.ask(documents.moveClock, { hours: 24 * 6 });
    expect((await look(quiet)).status).toBe("COMPLETED");
    expect((await look(open)).status).toBe("DELIVERED");
  });
});
