import { startTestApp } from "./test-app.js";

/** A platform with a shop that approves by itself, its buyer and seller, and support. */
export async function startQuickShop() {
  const app = await startTestApp();
  const { world } = app;
  const owner = { name: "Quick", email: "quick@shops.example" };
  const shop = await world.shop({ name: "Quick", policy: "automatic", owner });
  const ana = await world.person("Ana", "ana@buyers.example");
  return {
    app,
    shop,
    ana,
    buyer: await app.client("buyer", ana),
    seller: await app.client("seller", shop.ownerId),
    agent: await app.client("support", await world.agent("Sol", "sol@desk.example")),
    lead: await app.client("support", await world.agent("Lea", "lea@desk.example", "LEAD")),
  };
}
