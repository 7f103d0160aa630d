import { afterAll, beforeAll, describe, test } from "vitest";
import { signedIn } from "./person.js";
import { startWholePlatform, type WholePlatform } from "./platform.js";

let platform: WholePlatform;
beforeAll(async () => {
  platform = await startWholePlatform();
});
afterAll(() => platform.close());

const dayMs = 86_400_000;

describe("an exchange", () => {
  test("is asked for, sent back, looked at, and brings another order, both watching live", async () => {
    const { world } = platform;
    const seller = "sel@exchange.example";
    const buyer = "bu@exchange.example";
    const owner = { name: "Sel Ler", email: seller };
    const shop = await world.shop({ name: "Shirts", policy: "asksSeller", owner });
    const buyerId = await world.person("Bu Yer", buyer);
    const deliveredAt = new Date(world.platform.clock.now().getTime() - 10 * dayMs);
    await world.purchase({
      buyerId,
      placedAt: deliveredAt,
      orders: [
        {
          shop,
          status: "DELIVERED",
          deliveredAt,
          lines: [
            { title: "Linen shirt", quantity: 1, unitPriceMinor: 12_000, shippingMinor: 900 },
          ],
        },
      ],
      payments: [{ testMethod: "instant" }],
    });
    const atBuyer = await signedIn(platform, "buyer", buyer);
    const atSeller = await signedIn(platform, "seller", seller);
    await atSeller.goto(`${platform.address}/seller/orders`);
    await atSeller.getByText("Linen shirt").click();
    await atBuyer.getByText("Linen shirt").click();
    await atBuyer.getByRole("link", { name: "Ask to return something" }).click();
    await atBuyer.getByLabel("It doesn't fit").check();
    await atBuyer.getByLabel("Another variant").check();
    await atBuyer.getByLabel(/Which one/).fill("size M");
    await atBuyer.getByText("Comes as goods instead").waitFor();
    await atBuyer.getByLabel("With a carrier of my choice").check();
    await atBuyer.getByRole("button", { name: "Send the request" }).click();

    await atSeller.getByText("Wants another variant: size M").waitFor();
    await atSeller.getByRole("button", { name: "Approve" }).click();
    await atBuyer.getByLabel("Tracking number").fill("AA473124829BR");
    await atBuyer.getByRole("button", { name: "I have sent it" }).click();
    await atSeller.getByRole("button", { name: "It has arrived" }).click();
    await atSeller.getByRole("button", { name: "Confirm the inspection" }).click();

    await atBuyer.getByText("The return is complete.").waitFor();
    await atBuyer.getByRole("link", { name: /MG-/ }).last().click();
    await atBuyer.getByText("Linen shirt: size M").waitFor();
    await atBuyer.getByText("In exchange for what came back").waitFor();
    await atBuyer.getByText("To be shipped", { exact: true }).waitFor();
  });
});
