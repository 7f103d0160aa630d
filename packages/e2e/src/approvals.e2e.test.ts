import { afterAll, beforeAll, test } from "vitest";
import { signedIn } from "./person.js";
import { startWholePlatform, type WholePlatform } from "./platform.js";

let platform: WholePlatform;
beforeAll(async () => {
  platform = await startWholePlatform();
});
afterAll(() => platform.close());

test("a refund above an agent's limit waits for a second person, then for a stop switch, and arrives", async () => {
  const { world } = platform;
  const owner = { name: "Sel Ler", email: "seller@approvals.example" };
  const shop = await world.shop({ name: "Dear Things", policy: "automatic", owner });
  const buyerId = await world.person("Ana", "ana@approvals.example");
  await world.agent("Agent Teo", "teo@approvals.example");
  await world.agent("Lead Sol", "sol@approvals.example", "LEAD");
  const [order] = await world.purchase({
    buyerId,
    orders: [{ shop, lines: [{ title: "Old watch", quantity: 1, unitPriceMinor: 200_000 }] }],
    payments: [{ testMethod: "instant" }],
  });

  const atBuyer = await signedIn(platform, "buyer", "ana@approvals.example");
  await atBuyer.getByText("Old watch").click();
  const atTeo = await signedIn(platform, "support", "teo@approvals.example");
  await atTeo.goto(`${platform.address}/support/orders/${order?.id}`);
  await atTeo.getByLabel(/Amount to give back/).fill("600");
  await atTeo.getByText("Above your limit").waitFor();
  await atTeo.getByLabel("Why? (kept in the trail)").fill("It came broken.");
  await atTeo.getByRole("button", { name: "Ask a second person" }).click();
  await atBuyer.getByText("The refund is being looked at before it is made.").first().waitFor();

  const atSol = await signedIn(platform, "support", "sol@approvals.example");
  await atSol.getByRole("link", { name: "Controls" }).click();
  await atSol.getByRole("button", { name: "Stop refunds" }).click();
  await atSol.getByLabel(/^What/).selectOption("PROVIDER");
  await atSol
    .getByLabel(/provider/i)
    .last()
    .selectOption("sandbox");
  await atSol.getByLabel(/Why\? \(for the team/).fill("Odd refunds since noon.");
  await atSol.getByRole("button", { name: "Stop them now" }).click();
  await atSol.getByText("It holds nothing back yet.").waitFor();
  await atSol.getByRole("link", { name: "Approvals" }).click();
  await atSol.getByRole("button", { name: "Approve the refund" }).click();
  await atBuyer
    .getByText(/Refunds are paused while something is being checked/)
    .first()
    .waitFor();

  await atSol.getByRole("link", { name: "Controls" }).click();
  await atSol.getByRole("button", { name: "Lift it" }).click();
  await atSol.getByLabel(/Why can it go on/).fill("It was a test of ours.");
  await atSol.getByRole("button", { name: "Lift it" }).click();
  await atBuyer.getByText("Sent back", { exact: true }).waitFor();
});

test("books that differ are found, told, settled by the one right step, and agree again", async () => {
  const { world } = platform;
  const owner = { name: "Sel Ler", email: "seller@books.example" };
  const shop = await world.shop({ name: "Plain Books", policy: "automatic", owner });
  const buyerId = await world.person("Bea", "bea@books.example");
  await world.agent("Lead Lua", "lua@books.example", "LEAD");
  const lines = [{ title: "Atlas", quantity: 1, unitPriceMinor: 7_700 }];
  await world.purchase({ buyerId, orders: [{ shop, lines }] });

  const page = await signedIn(platform, "support", "lua@books.example");
  await page.getByRole("link", { name: "Books" }).click();
  await page.getByLabel("Difference").selectOption({ label: "Charged twice" });
  await page.getByRole("button", { name: "Put it into the provider's books" }).click();
  await page.getByText(/^Done: ch_/).waitFor();
  await page.getByRole("button", { name: "Compare now" }).click();
  const told = "The provider took R$77.00 once more for the same payment.";
  const item = page.getByRole("article", { name: told });
  await item.getByText(/If nobody settles it by then, a lead takes over/).waitFor();
  await item.getByRole("button", { name: "Take it" }).click();
  await item.getByText(/Lead Lua/).waitFor();
  await item.getByRole("button", { name: "Sandbox: settle it there" }).click();
  await item.getByText("Settled at the sandbox's provider.").waitFor();
  await item.getByRole("button", { name: "It is settled there: ask again" }).click();
  await page.getByText("The books agree").waitFor();
  await page.getByText("Settled", { exact: true }).click();
  await item.getByText("Agrees again").waitFor();
});
