import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedIn } from "./person.js";
import { startWholePlatform, type WholePlatform } from "./platform.js";

let platform: WholePlatform;
beforeAll(async () => {
  platform = await startWholePlatform();
});
afterAll(() => platform.close());

let count = 0;

/** A buyer whose refund goes the way of this test method, canceled and on its order's page. */
async function canceledBy(testMethod: string) {
  const { world } = platform;
  const mark = `r${++count}`;
  const buyer = `${mark}@repayment.example`;
  const owner = { name: "Sel Ler", email: `${mark}@sellers.example` };
  const shop = await world.shop({ name: `Shop ${mark}`, policy: "automatic", owner });
  const [order] = await world.purchase({
    buyerId: await world.person(`Buyer ${mark}`, buyer),
    orders: [{ shop, lines: [{ title: `Lamp ${mark}`, quantity: 1, unitPriceMinor: 10_000 }] }],
    payments: [{ testMethod }],
  });
  const page = await signedIn(platform, "buyer", buyer);
  await page.getByText(`Lamp ${mark}`).click();
  await page.getByRole("link", { name: "Cancel this order" }).click();
  await page.getByRole("button", { name: "Cancel and get my money back" }).click();
  return { page, number: order?.number ?? "" };
}

describe("a refund that can't go back the way it was paid", () => {
  test("fails, is sent to the account that the buyer gives, and is shown masked", async () => {
    const { page } = await canceledBy("always_fails");
    await page.getByText("How do you want to have it?").waitFor();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await page.getByRole("button", { name: "Send it to my bank account" }).click();
    await page.getByLabel("Name of the account's owner").fill("Ana Souza");
    const key = page.getByRole("textbox", { name: "Pix key" });
    await key.fill("not a key");
    await page.getByRole("button", { name: "Send it there" }).click();
    await page.getByText("This is no valid Pix key").waitFor();
    await key.fill("ana.souza@buyers.example");
    await page.getByRole("button", { name: "Send it there" }).click();
    await page.getByText(/Pix •••• mple/).waitFor();
    await page.getByText("Sent back", { exact: true }).waitFor();
    expect(await page.content()).not.toContain("ana.souza");
  });

  test("waits for bank details until a date, and goes on with them", async () => {
    const { page } = await canceledBy("needs_bank_details");
    await page.getByText("To which account?").waitFor();
    await page.getByLabel("Name of the account's owner").fill("Ana Souza");
    await page.getByRole("textbox", { name: "Pix key" }).fill("+5511987654321");
    await page.getByRole("button", { name: "Send it there" }).click();
    await page.getByText("Sent back", { exact: true }).waitFor();
  });

  test("is called off by support, as agreed, and both see that it is over", async () => {
    const { page, number } = await canceledBy("needs_bank_details");
    await page.getByText("To which account?").waitFor();
    const email = `agent${++count}@repayment.example`;
    await platform.world.agent("Agent Off", email);
    const desk = await signedIn(platform, "support", email);
    await desk.getByRole("link", { name: "Orders" }).click();
    await desk.getByText(number).click();
    await desk.getByRole("button", { name: "Call it off" }).click();
    await desk.getByLabel("What the buyer is told").fill("You got a new lamp instead.");
    await desk.getByRole("button", { name: "Call it off" }).click();
    await desk.getByText(/was called off; it isn't made/).waitFor();
    await page
      .getByText(/was called off; it isn't made/)
      .first()
      .waitFor();
    await page.getByText("To which account?").waitFor({ state: "detached" });
  });

  test("is taken as store credit, with its bonus, and found under Me, in any language", async () => {
    const { page } = await canceledBy("always_fails");
    await page.getByRole("button", { name: "Take store credit" }).click();
    await page.getByText("It can't be turned back into money.").last().waitFor();
    await page.getByRole("button", { name: /^Take .* as credit$/ }).click();
    await page.getByText("Added to your store credit").waitFor();
    await page.getByRole("navigation").getByRole("link", { name: "Me" }).click();
    await page.getByText("R$105.00", { exact: true }).waitFor();
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.getByText("Português", { exact: true }).click();
    await page.getByRole("region", { name: "Crédito na loja" }).waitFor();
    expect(errors).toEqual([]);
  });
});

describe("a payment that a bank argues about", () => {
  test("is on the desk with its date; the refund waits, and goes on once it is won", async () => {
    const { page, number } = await canceledBy("pending_days");
    const email = `agent${++count}@repayment.example`;
    await platform.world.agent("Agent Bank", email);
    const desk = await signedIn(platform, "support", email);
    await desk.getByRole("link", { name: "Orders" }).click();
    await desk.getByText(number).click();
    await desk.getByRole("button", { name: "The buyer disputes the payment" }).click();
    await desk.getByText("Evidence wanted").waitFor();
    await page.getByText("You asked your bank about this payment.").first().waitFor();
    await desk.getByRole("link", { name: "Banks" }).click();
    await desk.getByText("Support sends the bank its evidence").first().waitFor();
    await desk.getByRole("link", { name: number }).click();
    await desk.getByRole("button", { name: "Decide for the shop" }).click();
    await desk.getByText("Won", { exact: true }).waitFor();
  });
});
