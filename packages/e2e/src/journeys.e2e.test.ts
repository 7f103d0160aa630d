import type { PolicyPreset } from "@makegood/domain/policy/policy-presets";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedIn } from "./person.js";
import { startWholePlatform, type WholePlatform } from "./platform.js";

let platform: WholePlatform;
beforeAll(async () => {
  platform = await startWholePlatform();
});
afterAll(() => platform.close());

let count = 0;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

/** A buyer, a seller and an order of one thing between them, all of this journey's own. */
async function oneOrder(
  policy: PolicyPreset,
  some: { testMethod?: string; status?: "SHIPPED" | "PROCESSING" } = {},
) {
  const { world } = platform;
  const mark = `${++count}`;
  const seller = `seller${mark}@journeys.example`;
  const buyer = `buyer${mark}@journeys.example`;
  const title = `Kettle number ${mark}`;
  const shop = await world.shop({
    name: `Shop ${mark}`,
    policy,
    owner: { name: "Sel Ler", email: seller },
  });
  const buyerId = await world.person(`Buyer ${mark}`, buyer);
  const [order] = await world.purchase({
    buyerId,
    placedAt: hoursAgo(20),
    orders: [
      {
        shop,
        lines: [{ title, quantity: 2, unitPriceMinor: 4_950, shippingMinor: 1_000 }],
        ...(some.status ? { status: some.status } : {}),
      },
    ],
    payments: [{ testMethod: some.testMethod ?? "normal" }],
  });
  return { seller, buyer, title, number: order?.number ?? "", id: order?.id ?? "" };
}

async function agent(): Promise<string> {
  const email = `agent${++count}@journeys.example`;
  await platform.world.agent("Agent Smithers", email);
  return email;
}

describe("a buyer", () => {
  test("cancels at once, follows the refund live, and leaves feedback", async () => {
    const { buyer, title } = await oneOrder("automatic");
    const page = await signedIn(platform, "buyer", buyer);
    await page.getByText(title).click();
    await page.getByRole("link", { name: "Cancel this order" }).click();
    await page.getByText("You get back").waitFor();
    await page.getByText("R$109.00").first().waitFor();
    await page.getByRole("button", { name: "Cancel and get my money back" }).click();
    await page.getByText("Taken by the payment network").waitFor();
    await page.getByText("Sent back", { exact: true }).waitFor();
    await page.getByText("Reference for your bank (ARN)").waitFor();
    await page.getByText("How did we do?").waitFor();
    await page.getByLabel("Rating 5").first().focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Send feedback" }).click();
    await page.getByText("Thank you for your feedback!").waitFor();
  });

  test("asks, and watches the seller approve in another browser, with no reload", async () => {
    const { buyer, seller, title } = await oneOrder("asksSeller");
    const atBuyer = await signedIn(platform, "buyer", buyer);
    const atSeller = await signedIn(platform, "seller", seller);
    await atBuyer.getByText(title).click();
    await atBuyer.getByRole("link", { name: "Ask to cancel" }).click();
    await atBuyer.getByLabel("Something else").check();
    const send = atBuyer.getByRole("button", { name: "Send the request" });
    await atBuyer.getByText("You get back").waitFor();
    expect(await send.isDisabled()).toBe(true);
    await atBuyer.getByLabel("In your words").fill("It is for a surprise that is off");
    await atBuyer.reload();
    expect(await atBuyer.getByLabel("In your words").inputValue()).toContain("surprise");
    await atBuyer.getByLabel("Something else").check();
    await send.click();
    await atBuyer.getByText("Waiting for seller").waitFor();
    await atBuyer.getByText("If the seller doesn't answer").first().waitFor();

    await atSeller.getByRole("article").getByText("Decide a cancellation").waitFor();
    await atSeller.getByText("surprise that is off").waitFor();
    await atSeller.getByRole("button", { name: "Approve" }).click();
    await atSeller.getByText("Nothing waits for you").waitFor();
    await atBuyer.getByText("Sent back", { exact: true }).waitFor();
    await atBuyer.getByText("The cancellation was approved.").waitFor();
  });

  test("is told why a shipped order can't be canceled, and reaches support, who answers live", async () => {
    const { buyer, title, number } = await oneOrder("automatic", { status: "SHIPPED" });
    const atBuyer = await signedIn(platform, "buyer", buyer);
    const atDesk = await signedIn(platform, "support", await agent());
    await atBuyer.getByText(title).click();
    await atBuyer.getByText(/It was shipped/).waitFor();
    await atBuyer.getByText("Refuse the parcel").waitFor();
    await atBuyer.getByText("Why? Policy version 1").click();
    await atBuyer.getByRole("button", { name: /^Why\?/, expanded: true }).waitFor();
    expect(await atBuyer.getByText("units.shipped").count()).toBe(0);
    await atBuyer.getByRole("link", { name: "Ask support" }).click();
    await atBuyer.getByLabel("Your message").fill("It went to my old address!");
    await atBuyer.getByRole("button", { name: "Ask support" }).click();
    await atBuyer.getByText("It went to my old address!").waitFor();

    await atDesk.getByText(`Can't cancel · ${number}`).click();
    await atDesk.getByText("The buyer met this").waitFor();
    await atDesk.getByText(title).waitFor();
    await atDesk.getByRole("button", { name: "Take it" }).click();
    await atDesk.getByRole("button", { name: "Release case" }).waitFor();
    await atDesk.getByLabel("Write a message").fill("We will stop the parcel.");
    await atDesk.getByRole("button", { name: "Send" }).click();
    await atBuyer.getByText("We will stop the parcel.").waitFor();
    await atBuyer.getByText("Agent Smithers").waitFor();
  });

  test("whose refund failed sees it, support tries again, and it succeeds", async () => {
    const { buyer, title, id } = await oneOrder("automatic", { testMethod: "fails_once" });
    const atBuyer = await signedIn(platform, "buyer", buyer);
    await atBuyer.getByText(title).click();
    await atBuyer.getByRole("link", { name: "Cancel this order" }).click();
    await atBuyer.getByRole("button", { name: "Cancel and get my money back" }).click();
    await atBuyer.getByText("The payment provider lacked the balance.").first().waitFor();
    await atBuyer
      .getByText(/Choose how to get your money; support looks after it/)
      .first()
      .waitFor();

    const atDesk = await signedIn(platform, "support", await agent());
    await atDesk.goto(`${platform.address}/support/orders/${id}`);
    await atDesk.getByRole("button", { name: "Try the refund again" }).click();
    await atBuyer.getByText("Sent back", { exact: true }).waitFor();
    await atDesk.getByText("Sent back", { exact: true }).waitFor();
  });

  test("with a second device whose connection was cut finds it up to date once it is back", async () => {
    const { buyer, title } = await oneOrder("automatic", { testMethod: "instant" });
    const first = await signedIn(platform, "buyer", buyer);
    const second = await signedIn(platform, "buyer", buyer);
    for (const page of [first, second]) await page.getByText(title).click();
    await second.getByText("Bought and paid.").waitFor();
    // Playwright's offline mode leaves open sockets alone: this one is cut by hand.
    const devtools = await second.context().newCDPSession(second);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    });
    await first.getByRole("link", { name: "Cancel this order" }).click();
    await first.getByRole("button", { name: "Cancel and get my money back" }).click();
    await first.getByText("Sent back", { exact: true }).waitFor();
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await second.getByText("Sent back", { exact: true }).waitFor();
    for (const page of [first, second]) {
      const told = page.getByText("The cancellation is complete.");
      await told.waitFor();
      expect(await told.count()).toBe(1);
    }
  });
});

describe("a seller", () => {
  test("keeps a view, rejects what is chosen with one reason, ships, and the buyer sees it", async () => {
    const { buyer, seller, title, id } = await oneOrder("asksSeller", { status: "PROCESSING" });
    const atBuyer = await signedIn(platform, "buyer", buyer);
    await atBuyer.getByText(title).click();
    await atBuyer.getByRole("link", { name: "Ask to cancel" }).click();
    await atBuyer.getByRole("button", { name: "Send the request" }).click();
    await atBuyer.getByText("Waiting for seller").waitFor();
    const atSeller = await signedIn(platform, "seller", seller);
    await atSeller.getByText("Decide a cancellation", { exact: true }).click();
    await atSeller.getByRole("button", { name: "Save this view" }).click();
    await atSeller.getByLabel("Its name").fill("To decide");
    await atSeller.getByRole("button", { name: "Save this view" }).last().click();
    await atSeller.getByText("All", { exact: true }).click();
    const search = atSeller.getByRole("searchbox");
    await search.pressSequentially(title.slice(0, 8), { delay: 80 });
    expect(await search.inputValue()).toBe(title.slice(0, 8));
    await atSeller.getByRole("button", { name: "To decide", exact: true }).click();
    await atSeller.getByRole("article").waitFor();
    await atSeller.keyboard.press("j");
    await atSeller.keyboard.press("x");
    await atSeller.keyboard.press("r");
    await atSeller.getByLabel("What the buyer is told").fill("It leaves in an hour.");
    await atSeller.getByRole("button", { name: "Reject 1 chosen" }).click();
    await atSeller.getByText("1 decided.").waitFor();
    await atSeller.getByText("Nothing fits these filters").waitFor();
    await atSeller.goto(`${platform.address}/seller/orders/${id}`);
    await atBuyer
      .getByText(/It leaves in an hour/)
      .first()
      .waitFor();
    await atSeller.getByLabel("Carrier").fill("Correios");
    await atSeller.getByLabel("Tracking number").fill("BR123");
    await atSeller.getByRole("button", { name: "Pack and ship" }).click();
    await atBuyer.getByText(/Handed to Correios, tracking BR123/).waitFor();
  });
});
