import { afterAll, beforeAll, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let shop: MadeShop;
let buyer: TestClient;
let seller: TestClient;
let stranger: TestClient;
let ana: string;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const owner = { name: "Fee", email: "fee@shops.example" };
  shop = await world.shop({ name: "Fee", policy: "automatic", owner });
  const next = { name: "Ned", email: "ned@shops.example" };
  const elsewhere = await world.shop({ name: "Next", policy: "automatic", owner: next });
  ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  seller = await app.client("seller", shop.ownerId);
  stranger = await app.client("seller", elsewhere.ownerId);
});
afterAll(() => app.close());

async function canceled(testMethod: string): Promise<string> {
  const lines = [{ title: "Lamp", quantity: 2, unitPriceMinor: 5_000 }];
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines }],
    payments: [{ testMethod }],
  });
  const input = {
    orderId: order?.id,
    units: [{ lineId: order?.lineIds[0], quantity: 1 }],
    idempotencyKey: freshKey(),
  };
  await buyer.ask(documents.requestCancellation, { input });
  return order?.id ?? "";
}

const send = async (client: TestClient, name: string, type: string, input: object) =>
  (
    await client.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on FeedbackSuccess { feedback { id rating words editedAt answer answeredAt } } } }`,
      { input: { ...input, idempotencyKey: freshKey() } },
    )
  )[name];
const give = (orderId: string) =>
  send(buyer, "giveFeedback", "GiveFeedbackInput", { orderId, rating: 2, words: "Slow." });

const story = async (id: string) => (await buyer.ask(documents.orderStory, { id })).order;

/** The order as it stands once its refund succeeded. */
const succeeded = (orderId: string) =>
  until(async () => {
    const order = await story(orderId);
    expect(order.refunds[0].status).toBe("SUCCEEDED");
    return order;
  });

test("FIELD 25: feedback is asked for once the money was taken, changed once, answered once, by whom it concerns", async () => {
  const waiting = await canceled("pending_days");
  expect((await give(waiting)).__typename).toBe("FeedbackNotYet");

  const orderId = await canceled("instant");
  await succeeded(orderId);
  const { feedback } = await give(orderId);
  const edit = { feedbackId: feedback.id, rating: 4, words: "Slow, but right." };
  const edited = await send(buyer, "editFeedback", "EditFeedbackInput", edit);
  expect(edited.feedback).toMatchObject({ rating: 4, words: "Slow, but right." });
  expect((await send(buyer, "editFeedback", "EditFeedbackInput", edit)).__typename).toBe(
    "NotInThisState",
  );
  const answer = { feedbackId: feedback.id, answer: "We are sorry for the wait." };
  expect((await send(stranger, "answerFeedback", "AnswerFeedbackInput", answer)).__typename).toBe(
    "NotFound",
  );
  expect((await send(buyer, "answerFeedback", "AnswerFeedbackInput", answer)).__typename).toBe(
    "PersonNotAllowed",
  );
  const answered = await send(seller, "answerFeedback", "AnswerFeedbackInput", answer);
  expect(answered.feedback.answer).toBe("We are sorry for the wait.");
  expect((await send(seller, "answerFeedback", "AnswerFeedbackInput", answer)).__typename).toBe(
    "NotInThisState",
  );
  const { order } = await buyer.ask(
    `query ($id: ID!) { order(id: $id) { feedback { answer } timeline(first: 50) { kind } } }`,
    { id: orderId },
  );
  expect(order.feedback.answer).toBe("We are sorry for the wait.");
  const kinds = order.timeline.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["feedback.edited", "feedback.answered"]));
});

test("FIELD 8: an order that is refunded in part says so, and is found by it", async () => {
  const orderId = await canceled("instant");
  const order = await succeeded(orderId);
  expect(order.financialStatus).toBe("PARTIALLY_REFUNDED");
  expect(order.status).toBe("AWAITING_SHIPMENT");
  const found = await seller.ask(
    `query ($filter: OrderFilter) { orders(first: 50, filter: $filter) { edges { node { id } } } }`,
    { filter: { financialStatuses: ["PARTIALLY_REFUNDED"] } },
  );
  expect(JSON.stringify(found)).toContain(orderId);
});
