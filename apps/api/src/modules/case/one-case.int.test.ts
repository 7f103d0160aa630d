import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";

let app: TestApp;
let buyer: TestClient;
let agent: TestClient;
let ana: string;

beforeAll(async () => {
  app = await startTestApp();
  ana = await app.world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  agent = await app.client("support", await app.world.agent("Sol", "sol@desk.example"));
});
afterAll(() => app.close());

async function purchase(unitPriceMinor = 5_000) {
  const name = `Shop ${freshKey()}`;
  const owner = { name, email: `${freshKey()}@shops.example` };
  const shop = await app.world.shop({ name, policy: "automatic", owner });
  const lines = [{ title: "Lamp", quantity: 1, unitPriceMinor }];
  const [order] = await app.world.purchase({ buyerId: ana, orders: [{ shop, lines }] });
  return order?.id ?? "";
}

const open = async (orderId: string, message: string, topic = "OTHER") =>
  (
    await buyer.ask(
      `mutation ($input: OpenCaseInput!) { openCase(input: $input) { __typename
        ... on CaseSuccess { case { id status messages { body } } message { body } } } }`,
      { input: { orderId, topic, message, idempotencyKey: freshKey() } },
    )
  ).openCase;
const onCase = (name: string, caseId: string, more: object = {}) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return agent.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, {
    input: { caseId, ...more, idempotencyKey: freshKey() },
  });
};

test("a second question about an order is said in the case that is under way", async () => {
  const orderId = await purchase();
  const first = await open(orderId, "Where is it?");
  const second = await open(orderId, "And my refund?", "REFUND_LATE");
  expect(second.case.id).toBe(first.case.id);
  expect(second.message.body).toBe("And my refund?");
  expect(second.case.messages.map(({ body }: { body: string }) => body)).toEqual([
    "Where is it?",
    "And my refund?",
  ]);
});

test("two that are sent at once are one case", async () => {
  const orderId = await purchase();
  const both = await Promise.all([open(orderId, "One"), open(orderId, "Two")]);
  expect(new Set(both.map((answer) => answer.case.id)).size).toBe(1);
});

test("another order's question is another case, and one after it was resolved, too", async () => {
  const orderId = await purchase();
  const first = await open(orderId, "Where is it?");
  expect((await open(await purchase(), "Where is that?")).case.id).not.toBe(first.case.id);
  await onCase("replyToCase", first.case.id, { body: "It comes tomorrow." });
  await onCase("resolveCase", first.case.id);
  const next = await open(orderId, "It is broken.");
  expect(next.case.id).not.toBe(first.case.id);
});
