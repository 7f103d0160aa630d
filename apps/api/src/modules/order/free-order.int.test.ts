import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import type { Answer } from "../../testing/test-client.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test("an order that costs nothing is not unpaid, in itself and in every filter", async () => {
  const { world } = app;
  const owner = { name: "Gil", email: "gil@shops.example" };
  const shop = await world.shop({ name: "Gifts", policy: "automatic", owner });
  const ana = await world.person("Ana", "ana@buyers.example");
  const buyer = await app.client("buyer", ana);
  const bought = async (unitPriceMinor: number, discountMinor: number) => {
    const lines = [{ title: "Sample", quantity: 1, unitPriceMinor, discountMinor }];
    const [order] = await world.purchase({ buyerId: ana, orders: [{ shop, lines }] });
    return order?.id ?? "";
  };
  const free = await bought(0, 0);
  const given = await bought(1_000, 1_000);
  const paid = await bought(1_000, 0);
  const statusOf = async (id: string) =>
    (await buyer.ask("query ($id: ID!) { order(id: $id) { financialStatus } }", { id })).order
      .financialStatus;
  for (const id of [free, given, paid]) expect(await statusOf(id)).toBe("PAID");
  const filtered = async (status: string) => {
    const { orders } = await buyer.ask(
      `{ orders(first: 10, filter: { financialStatuses: [${status}] }) { edges { node { id } } } }`,
    );
    return orders.edges.map(({ node }: Answer) => node.id);
  };
  expect(await filtered("UNPAID")).toEqual([]);
  expect((await filtered("PAID")).sort()).toEqual([free, given, paid].sort());
});
