import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveClock, signedIn } from "./person.js";
import { startWholePlatform, type WholePlatform } from "./platform.js";

let platform: WholePlatform;
beforeAll(async () => {
  platform = await startWholePlatform();
});
afterAll(() => platform.close());

test("a seller reads what a sale left, is paid when its time has come, and takes the statement along", async () => {
  const { world } = platform;
  const owner = { name: "Owner", email: "owner@money.example" };
  const shop = await world.shop({ name: "Loom", policy: "generous", owner });
  const buyerId = await world.person("Ana", "ana@money.example");
  const deliveredAt = new Date(world.platform.clock.now().getTime() - 30 * 86_400_000);
  const lines = [{ title: "Rug", quantity: 1, unitPriceMinor: 10_000 }];
  const orders = [{ shop, status: "DELIVERED" as const, deliveredAt, lines }];
  await world.purchase({ buyerId, placedAt: deliveredAt, orders });

  const page = await signedIn(platform, "seller", owner.email);
  await page.getByRole("link", { name: "Money" }).click();
  // 100.00 less 12 % commission, 2.9 % and 0.39 to the payment provider.
  await page.getByText("R$84.71").first().waitFor();
  await page.getByRole("heading", { name: "Payouts" }).waitFor();

  await moveClock(platform, await page.context().newPage(), "seller", "+ 7 days");
  await page.reload();
  await page.getByText("Paid", { exact: true }).waitFor();
  await page.getByText(/SANDBOX-/).waitFor();

  await page.getByText("All", { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download (CSV)" }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  expect(file.trimEnd().split("\r\n").at(-1)).toContain("-84.71,0.00");
});
