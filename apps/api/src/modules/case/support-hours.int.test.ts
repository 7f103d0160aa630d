import { addBusinessHours } from "@makegood/domain/calendar/calendar";
import { calendarFor } from "@makegood/domain/calendar/calendars";
import { marketplaceIn } from "@makegood/domain/calendar/marketplace";
import { firstReplyBusinessHours } from "@makegood/domain/case/case-topic";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { freshKey } from "../../testing/test-client.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    MARKETPLACE_COUNTRY: "NZ",
    MARKETPLACE_HOURS: "22:00-23:00",
  });
});
afterAll(() => app.close());

test("support answers in the marketplace's own hours, wherever the shop is", async () => {
  const buyerId = await app.world.person("Ana", "ana@buyers.example");
  const shop = await app.world.shop({
    name: "Lua",
    policy: "automatic",
    owner: { name: "Lia", email: "lia@shops.example" },
  });
  const [order] = await app.world.purchase({
    buyerId,
    placedAt: new Date(Date.now() - 3_600_000),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 9_900 }] }],
  });
  const buyer = await app.client("buyer", buyerId);
  const { openCase } = await buyer.ask(
    `mutation ($input: OpenCaseInput!) { openCase(input: $input) {
      ... on CaseSuccess { case { openedAt replyBy } } } }`,
    {
      input: { orderId: order?.id, topic: "OTHER", message: "Hello?", idempotencyKey: freshKey() },
    },
  );
  const openedAt = new Date(openCase.case.openedAt);
  const { calendar } = marketplaceIn("NZ", { hours: [{ opens: 22 * 60, closes: 23 * 60 }] });
  const inHours = (of: typeof calendar) =>
    addBusinessHours(of, openedAt, firstReplyBusinessHours.OTHER).toISOString();
  expect(openCase.case.replyBy).toBe(inHours(calendar));
  expect(openCase.case.replyBy).not.toBe(inHours(calendarFor("BR")));
});
