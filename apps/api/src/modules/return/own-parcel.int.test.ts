import { afterAll, expect, test } from "vitest";
import { aPhoto, sendPhoto } from "../../testing/photos.js";
import { defective, returnStage } from "../../testing/return-stage.js";

const { app, shop, buyer, seller, delivered, asked, act, becomes, look, received } =
  await returnStage();
afterAll(() => app.close());

test.each(["REFUND", "EXCHANGE", "REPLACEMENT"])(
  "a parcel of a buyer's own for a %s is told the shop and the return's number",
  async (kind) => {
    const { orderId } = await delivered(shop);
    const wish = kind === "EXCHANGE" ? { wish: "size M" } : {};
    const made = await asked(buyer, { orderId, ...defective, kind, ...wish, method: "OWN" });
    const returnId = made.return.id;
    await act(seller, "approveReturn", { returnId });
    const { number, instructions } = await becomes(returnId, "AWAITING_SHIPMENT");
    const { order } = await buyer.ask("query ($id: ID!) { order(id: $id) { number } }", {
      id: orderId,
    });
    expect(number).toBe(`${order.number}-R1`);
    expect(instructions.address).toEqual({ name: "Pedra, Returns", street: "Rua das Flores 120" });
    expect((await look(seller, returnId)).number).toBe(number);
  },
);

test("an order's second return has a number of its own, and the first keeps its", async () => {
  const { orderId, lineId } = await delivered(shop, { quantity: 2 });
  const one = { orderId, ...defective, units: [{ lineId, quantity: 1 }] };
  const first = (await asked(buyer, one)).return;
  const second = (await asked(buyer, one)).return;
  expect(second.number).toBe(first.number.replace(/-R1$/, "-R2"));
  expect((await look(buyer, first.id)).number).toBe(first.number);
});

test("the number that a form shows as its example is nobody's parcel", async () => {
  const { orderId } = await delivered(shop);
  const returnId = (await asked(buyer, { orderId, ...defective, method: "OWN" })).return.id;
  await act(seller, "approveReturn", { returnId });
  const { returnCarriers } = await buyer.ask("{ returnCarriers { name example } }");
  for (const { name, example } of returnCarriers) {
    for (const carrier of new Set([name, "Other"])) {
      const typed = { returnId, carrier, trackingNumber: ` ${example.toLowerCase()} ` };
      const answer = await act(buyer, "addReturnTracking", typed);
      expect(answer.__typename).toBe("TrackingNumberUnusable");
    }
  }
  const own = { returnId, carrier: "Correios", trackingNumber: "AA473124829BR" };
  expect((await act(buyer, "addReturnTracking", own)).__typename).toBe("ReturnSuccess");
});

test("evidence stands under the name of who gave it", async () => {
  const { orderId, returnId, units } = await received(shop, seller, 1);
  const photo = await sendPhoto(seller, orderId, await aPhoto());
  await act(seller, "inspectReturn", {
    returnId,
    photoIds: [photo.id],
    units: units.map(({ id }) => ({
      unitId: id,
      reception: "RECEIVED",
      inspection: "REJECTED",
      note: "Worn.",
      disposition: "NOT_RESTOCKED",
    })),
  });
  expect((await look(buyer, returnId)).photos).toMatchObject([
    { id: photo.id, purpose: "INSPECTION", givenBy: "SELLER" },
  ]);

  const other = await delivered(shop);
  const mine = await sendPhoto(buyer, other.orderId, await aPhoto());
  const made = await asked(buyer, {
    orderId: other.orderId,
    ...defective,
    photoIds: [mine.id],
  });
  expect(made.return.photos).toMatchObject([{ id: mine.id, purpose: "REQUEST", givenBy: "BUYER" }]);
});
