import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { desk, moveClock, phone, signedIn } from "./person.js";
import { startWholePlatform, type WholePlatform } from "./platform.js";

let platform: WholePlatform;
beforeAll(async () => {
  platform = await startWholePlatform();
});
afterAll(() => platform.close());

let count = 0;
const dayMs = 86_400_000;

interface Story {
  seller: string;
  buyer: string;
  title: string;
}

/** A buyer, a seller who decides for themselves, and an order between them, all of this journey's own. */
async function story(
  some: { deliveredDaysAgo?: number; quantity?: number; country?: string } = {},
): Promise<Story> {
  const { world } = platform;
  const mark = `${++count}`;
  const seller = `seller${mark}@returns.example`;
  const buyer = `buyer${mark}@returns.example`;
  const title = `Teapot number ${mark}`;
  const shop = await world.shop({
    name: `Pottery ${mark}`,
    country: some.country ?? "BR",
    policy: "asksSeller",
    owner: { name: "Sel Ler", email: seller },
  });
  const buyerId = await world.person(`Buyer ${mark}`, buyer);
  const now = world.platform.clock.now().getTime();
  const days = some.deliveredDaysAgo;
  const at = new Date(now - (days === undefined ? 0.3 : days) * dayMs);
  await world.purchase({
    buyerId,
    placedAt: at,
    orders: [
      {
        shop,
        lines: [
          { title, quantity: some.quantity ?? 1, unitPriceMinor: 12_000, shippingMinor: 900 },
        ],
        ...(days === undefined ? {} : { status: "DELIVERED", deliveredAt: at }),
      },
    ],
    payments: [{ testMethod: "instant" }],
  });
  return { seller, buyer, title };
}

const photo = {
  name: "crack.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
    "base64",
  ),
};

/** The buyer asks to return it, as broken. */
async function askToReturn(page: Page, title: string, own = false): Promise<void> {
  await page.getByText(title).click();
  await page.getByRole("link", { name: "Ask to return something" }).click();
  await page.getByLabel("It doesn't work").check();
  await page.getByLabel("In your words").fill("It drips at the spout.");
  if (own) await page.getByLabel("With a carrier of my choice").check();
  await page.getByText("You get back").waitFor();
  await page.getByRole("button", { name: "Send the request" }).click();
  await page.getByText("The seller decides about the return.").first().waitFor();
}

describe("a return", () => {
  test("with photos, label, scans, a deduction and the refund, buyer and seller watching live", async () => {
    const { buyer, seller, title } = await story({ deliveredDaysAgo: 10, quantity: 2 });
    const atBuyer = await signedIn(platform, "buyer", buyer);
    const atSeller = await signedIn(platform, "seller", seller, phone);
    await atBuyer.getByText(title).click();
    await atBuyer.getByRole("link", { name: "Ask to return something" }).click();
    await atBuyer.getByLabel("It arrived damaged").check();
    await atBuyer.getByText("A photo (needed)").waitFor();
    const send = atBuyer.getByRole("button", { name: "Send the request" });
    await atBuyer.getByText("You get back").waitFor();
    expect(await send.isDisabled()).toBe(true);
    const files = atBuyer.locator('input[type="file"]');
    await files.setInputFiles({ ...photo, name: "fake.png", buffer: Buffer.from("<svg></svg>") });
    await atBuyer.getByText(/SVG drawings can hold programs/).waitFor();
    await files.setInputFiles(photo);
    await atBuyer.getByAltText("Photo 1").waitFor();
    // What was filled in outlives a reload and a lost connection, which says what to do.
    await atBuyer.reload();
    await atBuyer.getByAltText("Photo 1").waitFor();
    await atBuyer.getByText("You get back").waitFor();
    await atBuyer.context().setOffline(true);
    await send.click();
    await atBuyer.getByText(/No answer came back/).waitFor();
    await atBuyer.context().setOffline(false);
    await send.click();

    await atSeller.getByRole("article").getByText("Decide a return").waitFor();
    await atSeller.getByAltText("Photo 1").waitFor();
    await atSeller.getByRole("button", { name: "Approve" }).click();
    await atBuyer.getByRole("link", { name: "Open the label (PDF)" }).waitFor();
    await atBuyer.getByText("Rua das Flores 120").waitFor();
    await atBuyer.getByRole("button", { name: /hand it in/ }).click();
    await atBuyer.getByText("On its way back", { exact: true }).waitFor();

    const mover = await signedIn(platform, "seller", seller);
    await moveClock(platform, mover, "seller", "+ 3 days");
    await atBuyer.getByText("With the seller", { exact: true }).first().waitFor();
    await atSeller.getByText("Inspect what arrived").waitFor();
    await atSeller.getByText("Accepted, with a deduction").nth(1).click();
    await atSeller.getByLabel("Keep of it").fill("20");
    await atSeller.getByLabel("What the buyer is told").fill("The lid is chipped.");
    await atSeller.getByRole("button", { name: "Confirm the inspection" }).click();

    await atBuyer.getByText(/The lid is chipped/).waitFor();
    await atBuyer.getByText("Goes back to the buyer: R$229.00").waitFor();
    await atBuyer.getByRole("button", { name: "Accept this" }).click();
    await atBuyer.getByRole("button", { name: /^Accept R/ }).click();
    await atBuyer.getByText("R$229.00").first().waitFor();
    await atBuyer.getByText("Sent back", { exact: true }).waitFor();
    await atBuyer.getByText("The return is complete.").waitFor();
  });

  test("an offer is declined, another is taken, and pays exactly that", async () => {
    const { buyer, seller, title } = await story({ deliveredDaysAgo: 10 });
    const atBuyer = await signedIn(platform, "buyer", buyer);
    const atSeller = await signedIn(platform, "seller", seller);
    await askToReturn(atBuyer, title);
    const offer = async (amount: string) => {
      await atSeller.getByRole("button", { name: "Offer a part for keeping it" }).click();
      await atSeller.getByLabel("What they get for keeping it").fill(amount);
      await atSeller.getByRole("button", { name: "Send the offer" }).click();
    };
    await offer("15");
    await atBuyer.getByText("R$15.00").first().waitFor();
    await atBuyer.getByRole("button", { name: "No, I want to send it back" }).click();
    await offer("40");
    await atBuyer.getByText("R$40.00").first().waitFor();
    await atBuyer.getByRole("button", { name: "Keep it and take the offer" }).click();
    await atBuyer.getByRole("button", { name: /^Accept R/ }).click();
    await atBuyer.getByText("Sent back", { exact: true }).waitFor();
    await atBuyer.getByRole("heading", { name: /Refund · R\$40\.00/ }).waitFor();
  });

  test("silence approves it; not sent in time, it expires, and both are told", async () => {
    const { buyer, seller, title } = await story({ deliveredDaysAgo: 10 });
    const atBuyer = await signedIn(platform, "buyer", buyer);
    await askToReturn(atBuyer, title, true);
    const mover = await signedIn(platform, "seller", seller);
    await moveClock(platform, mover, "seller", "+ 7 days");
    await atBuyer.getByText("The seller didn't answer in time: the return is approved.").waitFor();
    await atBuyer.getByText("If it isn't sent by then, the return ends.").first().waitFor();
    await moveClock(platform, mover, "seller", "+ 14 days");
    await atBuyer.getByText("The return ended: it wasn't sent in time.").waitFor();
    await mover.goto(`${platform.address}/seller/news`);
    await mover.getByText("The return ended: it wasn't sent in time.").waitFor();
  });
});

describe("a cancellation", () => {
  test("of one of two units is rejected, brought to support, heard, and ruled for the buyer", async () => {
    const { buyer, seller, title } = await story({ quantity: 2 });
    const agent = `agent${++count}@returns.example`;
    await platform.world.agent("Agent Smithers", agent);
    const atBuyer = await signedIn(platform, "buyer", buyer);
    const atSeller = await signedIn(platform, "seller", seller);
    const atDesk = await signedIn(platform, "support", agent, desk);
    await atBuyer.getByText(title).click();
    await atBuyer.getByRole("link", { name: "Ask to cancel" }).click();
    await atBuyer.getByRole("textbox", { name: title }).fill("1");
    await atBuyer.getByText("R$124.50").first().waitFor();
    await atBuyer.getByLabel("I changed my mind").check();
    await atBuyer.getByRole("button", { name: "Send the request" }).click();
    await atBuyer.getByText("Waiting for seller").waitFor();

    await atSeller.getByRole("button", { name: "Reject" }).click();
    await atSeller.getByLabel("It was made to order").check();
    await atSeller.getByLabel("What the buyer is told").fill("It has your name on it.");
    await atSeller.getByRole("button", { name: "Reject" }).click();

    await atBuyer.getByRole("button", { name: "Bring it to support" }).click();
    await atBuyer.getByLabel("Say what you disagree with").fill("There is no name on it.");
    await atBuyer.getByRole("button", { name: "Bring it to support" }).click();
    await atBuyer.getByText("Seller is heard").waitFor();
    await atSeller.getByRole("article").getByText("Answer a dispute").waitFor();
    await atSeller.getByLabel("How you see it").fill("I was about to engrave it.");
    await atSeller.getByRole("button", { name: "Send your answer" }).click();

    await atDesk
      .getByText(/Rejected request/)
      .first()
      .click();
    await atDesk.getByText("I was about to engrave it.").first().waitFor();
    await atDesk.getByLabel("What both are told").fill("Nothing was engraved yet.");
    await atDesk.getByRole("button", { name: "Rule" }).click();
    await atBuyer.getByText("Decided for the buyer.").waitFor();
    await atBuyer.getByText("Nothing was engraved yet.").first().waitFor();
    await atBuyer.getByText("Sent back", { exact: true }).waitFor();
  });

  test("by right of law is declared in two steps and acknowledged on paper", async () => {
    const { buyer, title } = await story({ country: "DE" });
    const page = await signedIn(platform, "buyer", buyer);
    await page.getByText(title).click();
    await page.getByRole("link", { name: "Withdraw from contract here" }).click();
    await page.getByText("EU right of withdrawal").first().waitFor();
    await page.getByRole("button", { name: "Confirm withdrawal here" }).click();
    await page.getByText("Your withdrawal is received.").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the acknowledgement" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^withdrawal-MG-\d+\.txt$/);
  });
});

describe("a policy", () => {
  test("shows what it means while one types, is refused below the floor, and is published", async () => {
    const { seller } = await story();
    const page = await signedIn(platform, "seller", seller);
    await page.getByRole("link", { name: "Policy" }).click();
    const days = page.getByLabel("Returns within, in days after delivery");
    await days.fill("3");
    await page.getByText("Take returns for 7 days after delivery at least.").waitFor();
    const publish = page.getByRole("button", { name: "Publish" });
    expect(await publish.isDisabled()).toBe(true);
    const cutOff = await publish.evaluate((button) => {
      const card = button.closest(".mantine-Card-root")?.getBoundingClientRect();
      return button.getBoundingClientRect().bottom - (card?.bottom ?? 0);
    });
    expect(cutOff).toBeLessThanOrEqual(0);
    await days.fill("45");
    await page.getByText("You can return an item within 45 days of delivery.").waitFor();
    await page.reload();
    expect(await days.inputValue()).toBe("45");
    await page.getByRole("button", { name: "Add a reason" }).last().click();
    await page.getByText("words in both languages for each").waitFor();
    await page.getByLabel("In English").last().fill("The glaze is cracked");
    await page.getByLabel("In Portuguese").last().fill("O esmalte rachou");
    await page.getByLabel("Code", { exact: true }).last().fill("glaze cracked");
    await page.getByText(/Something is missing .*, The glaze is cracked/).waitFor();
    await publish.click();
    await page.getByText("Version 2 is in force").waitFor();
  });
});
