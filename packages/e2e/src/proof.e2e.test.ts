import { afterAll, beforeAll, expect, test } from "vitest";
import { signedIn } from "./person.js";
import { startWholePlatform, type WholePlatform } from "./platform.js";

let platform: WholePlatform;
let shop: Awaited<ReturnType<WholePlatform["world"]["shop"]>>;
beforeAll(async () => {
  platform = await startWholePlatform();
  const owner = { name: "Sel Ler", email: "seller@proof.example" };
  shop = await platform.world.shop({ name: "Shop", policy: "automatic", owner });
  await platform.world.agent("Agent Smithers", "agent@proof.example", "LEAD");
});
afterAll(() => platform.close());

async function ordered(email: string, testMethod: string) {
  const buyerId = await platform.world.person("Buyer", email);
  const [order] = await platform.world.purchase({
    buyerId,
    placedAt: new Date(Date.now() - 20 * 3_600_000),
    orders: [{ shop, lines: [{ title: "Kettle", quantity: 1, unitPriceMinor: 9_900 }] }],
    payments: [{ testMethod, label: "Visa ending 4242" }],
  });
  const page = await signedIn(platform, "buyer", email);
  await page.getByText("Kettle").click();
  await page.getByRole("link", { name: "Cancel this order" }).click();
  await page.getByRole("button", { name: "Cancel and get my money back" }).click();
  return { page, number: order?.number ?? "" };
}

test("a buyer shows the proof of their refund to a stranger, who checks it", async () => {
  const { page } = await ordered("ana@proof.example", "instant");
  await page.getByText("Reference for your bank (ARN)").waitFor();
  await page.getByRole("link", { name: "Proof of refund" }).click();
  await page.getByText(/^ARN 7\d{22}$/).waitFor();
  await page.getByText("Refund paid").waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as file" }).click();
  expect((await download).suggestedFilename()).toMatch(/^refund-proof-MGP-.*\.json$/);
  const check = page.getByRole("link", { name: "See what others see who check it" });
  const code = (await check.getAttribute("href"))?.split("/").pop() ?? "";
  const stranger = await (await platform.browser.newContext()).newPage();
  await stranger.goto(`${platform.address}/proofs/${code}`);
  await stranger.getByText("This proof is genuine, and the refund stands as it says.").waitFor();
  await stranger.goto(`${platform.address}/proofs/MGP-00000-00000-00000-00000`);
  await stranger.getByText("No proof with this code was issued here.").waitFor();
});

test("a refund that failed is put before an agent at once, who takes it", async () => {
  const desk = await signedIn(platform, "support", "agent@proof.example");
  await desk.getByRole("link", { name: "Promises" }).click();
  await desk.getByText("Every promise is on time").waitFor();
  const { number } = await ordered("bea@proof.example", "declined");
  await desk.getByRole("link", { name: `Money back · ${number}` }).waitFor();
  await desk.getByText(/is at risk: the payment failed/).waitFor();
  await desk.getByRole("button", { name: "Take it" }).click();
  await desk.getByText(/Agent Smithers/).waitFor();
  await desk.getByText("Mine").click();
  await desk.getByRole("link", { name: `Money back · ${number}` }).waitFor();
});
