import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrivedReturn } from "./arrived-return.js";
import { desk, phone, signedIn } from "./person.js";
import { startWholePlatform, type WholePlatform } from "./platform.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let platform: WholePlatform;
let orderId: string;
let returnedId: string;
beforeAll(async () => {
  platform = await startWholePlatform();
  const { world } = platform;
  const owner = { name: "Owner", email: "owner@access.example" };
  const shop = await world.shop({ name: "Shop", policy: "asksReasons", owner });
  const buyerId = await world.person("Ana", "ana@access.example");
  await world.agent("Agent", "agent@access.example");
  const line = { title: "Lamp", quantity: 2, unitPriceMinor: 5_000 };
  const lines = [line];
  const placedAt = new Date(Date.now() - 20 * 3_600_000);
  const [order] = await world.purchase({ buyerId, placedAt, orders: [{ shop, lines }] });
  orderId = order?.id ?? "";
  const deliveredAt = new Date(Date.now() - 12 * 86_400_000);
  const [returned] = await world.purchase({
    buyerId,
    placedAt: deliveredAt,
    orders: [{ shop, status: "DELIVERED", deliveredAt, lines: [{ ...line, title: "Vase" }] }],
  });
  returnedId = returned?.id ?? "";
  await arrivedReturn(world, { shop, buyerId, orderId: returnedId });
});
afterAll(() => platform.close());

/** What axe finds wrong, as rule and place. */
async function problems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await tool.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
}

describe.each(["light", "dark"] as const)("in %s, every screen is clean for axe", (scheme) => {
  test.each([
    [
      "buyer",
      "ana@access.example",
      phone,
      [
        "/",
        "/orders/ID",
        "/orders/ID/cancel",
        "/orders/ID/help",
        "/orders/ID/withdraw",
        "/orders/RETURNED",
        "/orders/RETURNED/return",
        "/news",
        "/help",
        "/me",
      ],
    ],
    [
      "seller",
      "owner@access.example",
      desk,
      [
        "/",
        "/orders",
        "/orders/ID",
        "/orders/RETURNED",
        "/policy",
        "/news",
        "/money",
        "/feedback",
        "/promises",
        "/keys",
        "/me",
      ],
    ],
    [
      "support",
      "agent@access.example",
      desk,
      ["/", "/promises", "/orders", "/orders/ID", "/orders/RETURNED", "/me"],
    ],
  ] as const)("%s", async (app, email, size, paths) => {
    const page = await signedIn(platform, app, email, size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(
        `${platform.address}/${app}${path.replace("ID", orderId).replace("RETURNED", returnedId)}`,
      );
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      found.push(...(await problems(page)).map((problem) => `${path} ${problem}`));
    }
    expect(found).toEqual([]);
  });
});
