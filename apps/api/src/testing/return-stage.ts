import { expect } from "vitest";
import type { MadeShop } from "../scenario/made-shop.js";
import * as documents from "./documents.js";
import { startTestApp } from "./test-app.js";
import { type Answer, freshKey, type TestClient } from "./test-client.js";
import { until } from "./until.js";

const day = 86_400_000;

export const defective = { reasonCode: "DEFECTIVE", note: "It does not turn on." };

/** What a seller finds who finds nothing wrong. */
export const accepted = {
  reception: "RECEIVED",
  inspection: "ACCEPTED",
  grade: "A",
  disposition: "RESTOCKED",
};

const inputTypes: Record<string, string> = {
  approveReturn: "ReturnInput",
  cancelReturn: "ReturnInput",
  markReturnReceived: "ReturnInput",
  acceptDeduction: "ReturnInput",
  dropOffSandboxParcel: "ReturnInput",
};

/** A platform with a buyer, a seller who decides, one who is quick, and an agent; and what they do. */
export async function returnStage() {
  const app = await startTestApp();
  const { world } = app;
  const shop = await world.shop({
    name: "Pedra",
    policy: "asksSeller",
    owner: { name: "Pedro", email: "pedro@shops.example" },
  });
  const quick = await world.shop({
    name: "Aurora",
    policy: "generous",
    owner: { name: "Aurora", email: "aurora@shops.example" },
  });
  const ana = await world.person("Ana", "ana@buyers.example");
  const buyer = await app.client("buyer", ana);
  const seller = await app.client("seller", shop.ownerId);
  const quickSeller = await app.client("seller", quick.ownerId);
  const agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
  const other = await app.client("buyer", await world.person("Bea", "bea@buyers.example"));

  async function delivered(
    from: MadeShop,
    { daysAgo = 10, quantity = 1, unitPriceMinor = 10_000, testMethod = "instant" } = {},
  ) {
    const deliveredAt = new Date(app.platform.clock.now().getTime() - daysAgo * day);
    const [order] = await app.world.purchase({
      buyerId: ana,
      placedAt: new Date(deliveredAt.getTime() - 4 * day),
      orders: [
        {
          shop: from,
          status: "DELIVERED",
          deliveredAt,
          lines: [{ title: "Lamp", quantity, unitPriceMinor, shippingMinor: 1_500 }],
        },
      ],
      payments: [{ testMethod }],
    });
    return { orderId: order?.id ?? "", lineId: order?.lineIds[0] ?? "" };
  }

  const asked = async (client: TestClient, input: Record<string, unknown>) =>
    (await client.ask(documents.requestReturn, { input: { idempotencyKey: freshKey(), ...input } }))
      .requestReturn;

  /** Sends a mutation about a return. */
  async function act(client: TestClient, name: string, input: Record<string, unknown>) {
    const type = inputTypes[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const given = { idempotencyKey: freshKey(), ...input };
    return (await client.ask(documents.onReturn(name, type), { input: given }))[name];
  }

  async function dispute(client: TestClient, name: string, input: Record<string, unknown>) {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const given = { idempotencyKey: freshKey(), ...input };
    return (await client.ask(documents.onDispute(name, type), { input: given }))[name];
  }

  const look = async (client: TestClient, id: string): Promise<Answer> =>
    (await client.ask(documents.returnById, { id })).return;

  const becomes = (id: string, status: string) =>
    until(async () => {
      const request = await look(buyer, id);
      expect(request.status).toBe(status);
      return request;
    });

  /** As far as the parcel in the seller's hands, by the buyer's own carrier. */
  async function received(from: MadeShop, by: TestClient, quantity = 1) {
    const { orderId, lineId } = await delivered(from, { quantity });
    const made = await asked(buyer, { orderId, ...defective, method: "OWN" });
    const returnId = made.return.id;
    if (made.return.status === "REQUESTED") await act(by, "approveReturn", { returnId });
    await act(buyer, "addReturnTracking", {
      returnId,
      carrier: "Correios",
      trackingNumber: "aa 473 124 829 br",
    });
    const there = await act(by, "markReturnReceived", { returnId });
    expect(there.return.status).toBe("RECEIVED");
    return { orderId, lineId, returnId, units: there.return.units as { id: string }[] };
  }

  return {
    app,
    shop,
    quick,
    ana,
    buyer,
    seller,
    quickSeller,
    agent,
    other,
    delivered,
    asked,
    act,
    dispute,
    look,
    becomes,
    received,
  };
}
