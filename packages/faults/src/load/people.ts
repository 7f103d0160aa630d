import type { World } from "@makegood/api/scenario/world";

export const agentEmails = ["first@agents.example", "second@agents.example"] as const;
export const buyerEmail = "buyer@people.example";

export interface People {
  buyerId: string;
  shop: Awaited<ReturnType<World["shop"]>>;
}

/** A shop, its buyer, and two agents who may refund. */
export async function makePeople(world: World): Promise<People> {
  const owner = { name: "Owner", email: "owner@shops.example" };
  const shop = await world.shop({ name: "Anvil", policy: "automatic", owner });
  const buyerId = await world.person("Buyer", buyerEmail);
  for (const email of agentEmails) await world.agent("Agent", email, "ADMIN");
  return { buyerId, shop };
}

/** How the provider treats what is refunded: each of these must end well by itself. */
const methods = ["instant", "normal", "duplicate_webhooks", "webhook_before_answer"] as const;

/** Orders of 1.00, some paid in two parts, over every well-meant behaviour of the provider. */
export async function makeOrders(
  world: World,
  { buyerId, shop }: People,
  count: number,
  unitPriceMinor: number,
  testMethods: readonly string[] = methods,
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const testMethod = testMethods[index % testMethods.length] ?? "instant";
    const payments = index % 3 === 0 ? [{ testMethod }, { testMethod }] : [{ testMethod }];
    const lines = [{ title: "Nail", quantity: 1, unitPriceMinor }];
    const [order] = await world.purchase({ buyerId, orders: [{ shop, lines }], payments });
    if (order) ids.push(order.id);
  }
  return ids;
}
