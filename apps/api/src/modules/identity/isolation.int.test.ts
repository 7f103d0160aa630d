import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let shop: MadeShop;
let otherShop: MadeShop;
let orderId: string;
let ids: Record<string, string>;
let owner: TestClient;
let strangers: Record<string, TestClient>;

const createKey = `mutation ($input: CreateIntegrationKeyInput!) { createIntegrationKey(input: $input) { __typename ... on CreateIntegrationKeySuccess { secret key { id hint } } ... on Refusal { message } } }`;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  shop = await world.shop({
    name: "One",
    policy: "asksSeller",
    owner: { name: "O", email: "o@x.example" },
  });
  otherShop = await world.shop({
    name: "Two",
    policy: "automatic",
    owner: { name: "T", email: "t@x.example" },
  });
  const ana = await world.person("Ana", "ana@x.example");
  const bo = await world.person("Bo", "bo@x.example");
  const placedAt = new Date(Date.now() - 20 * 3_600_000);
  const [order] = await world.purchase({
    buyerId: ana,
    placedAt,
    orders: [{ shop, lines: [{ title: "Secret gift", quantity: 1, unitPriceMinor: 900 }] }],
    payments: [{ testMethod: "instant" }],
  });
  orderId = order?.id ?? "";
  const buyer = await app.client("buyer", ana);
  owner = await app.client("seller", shop.ownerId);
  const input = { orderId, idempotencyKey: freshKey() };
  const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
  const open = await buyer.ask(
    `mutation ($input: OpenCaseInput!) { openCase(input: $input) { ... on CaseSuccess { case { id messages { id } } } } }`,
    { input: { orderId, topic: "OTHER", message: "Hello?", idempotencyKey: freshKey() } },
  );
  const cancellationId = requestCancellation.cancellation.id;
  await owner.ask(documents.approveCancellation, {
    input: { cancellationId, idempotencyKey: freshKey() },
  });
  const story = await until(async () => {
    const { order: now } = await buyer.ask(
      `query ($id: ID!) { order(id: $id) { refunds { id status } purchase { id payments { id } } lines { id } buyer { id } } }`,
      { id: orderId },
    );
    expect(now.refunds[0].status).toBe("SUCCEEDED");
    return now;
  });
  const given = await buyer.ask(
    `mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { __typename ... on FeedbackSuccess { feedback { id } } } }`,
    { input: { orderId, rating: 5, idempotencyKey: freshKey() } },
  );
  ids = {
    order: orderId,
    line: story.lines[0].id,
    purchase: story.purchase.id,
    payment: story.purchase.payments[0].id,
    refund: story.refunds[0].id,
    cancellation: cancellationId,
    case: open.openCase.case.id,
    message: open.openCase.case.messages[0].id,
    feedback: given.giveFeedback.feedback.id,
    person: story.buyer.id,
  };
  const key = async (client: TestClient, shopId: string, scopes: string[]) =>
    (await client.ask(createKey, { input: { shopId, name: "k", scopes } })).createIntegrationKey
      .secret;
  const other = await app.client("seller", otherShop.ownerId);
  strangers = {
    "another buyer": await app.client("buyer", bo),
    "another shop's seller": other,
    "another shop's key": app.withKey(
      await key(other, otherShop.id, ["ORDERS_READ", "CANCELLATIONS_WRITE", "FULFILMENT_WRITE"]),
    ),
    "a key that may not read": app.withKey(await key(owner, shop.id, ["POLICIES_READ"])),
    "a stranger": app.anonymous("buyer"),
  };
});
afterAll(() => app.close());

function stranger(name: string): TestClient {
  const client = strangers[name];
  if (!client) throw new Error(`nobody is called ${name}`);
  return client;
}

const who = [
  "another buyer",
  "another shop's seller",
  "another shop's key",
  "a key that may not read",
  "a stranger",
];
const kinds = [
  "order",
  "line",
  "purchase",
  "payment",
  "refund",
  "cancellation",
  "case",
  "message",
  "feedback",
  "person",
];

describe.each(who)("to %s an order of others is as if it did not exist", (name) => {
  test.each(kinds)("node of kind %s", async (kind) => {
    const { node } = await stranger(name).ask(`query ($id: ID!) { node(id: $id) { id } }`, {
      id: ids[kind],
    });
    expect(node).toBeNull();
  });

  test("by its field, in lists and by search", async () => {
    const client = stranger(name);
    const alone = await client.send(
      `query ($order: ID!, $refund: ID!, $case: ID!) { order(id: $order) { id } refund(id: $refund) { id } case(id: $case) { id } }`,
      ids,
    );
    expect(alone.data).toEqual({ order: null, refund: null, case: null });
    const withKey = name.includes("key");
    for (const { extensions } of alone.errors) expect(extensions.code).toBe("FORBIDDEN");
    expect(alone.errors.length > 0).toBe(withKey);
    const lists = await client.send(
      `query ($shop: ID!) { orders(filter: { search: "secret" }) { edges { node { id } } } refunds { edges { node { id } } } cases { edges { node { id } } } feedback(shopId: $shop) { edges { node { id } } } workQueue(shopId: $shop) { totalCount } }`,
      { shop: shop.id },
    );
    if (name === "a stranger") expect(lists?.errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
    else if (withKey) {
      expect(lists.data).toBeNull();
      expect(lists.errors[0]?.extensions.code).toBe("FORBIDDEN");
    } else {
      for (const list of ["orders", "refunds", "cases", "feedback"])
        expect(lists?.data[list].edges).toEqual([]);
      expect(lists?.data.workQueue.totalCount).toBe(0);
    }
  });

  test.each([
    [
      "orderTimeline",
      `subscription ($order: ID!) { orderTimeline(orderId: $order, after: 0) { seq } }`,
    ],
    [
      "refundProgress",
      `subscription ($refund: ID!) { refundProgress(refundId: $refund, after: 0) { seq } }`,
    ],
    [
      "caseConversation",
      `subscription ($case: ID!) { caseConversation(caseId: $case, after: 0) { seq } }`,
    ],
    [
      "shopActivity",
      `subscription ($shop: ID!) { shopActivity(shopId: $shop, after: "0.0") { cursor } }`,
    ],
    ["deskActivity", `subscription { deskActivity(after: "0.0") { cursor } }`],
  ])("subscription %s", async (_field, query) => {
    const client = stranger(name);
    await expect(client.follow(query, { ...ids, shop: shop.id }, () => true)).rejects.toThrow();
  });

  test("no command reaches it", async () => {
    const client = stranger(name);
    const idempotencyKey = freshKey();
    const tries: [string, string, Record<string, unknown>][] = [
      ["requestCancellation", "RequestCancellationInput", { orderId, idempotencyKey }],
      [
        "withdrawCancellation",
        "WithdrawCancellationInput",
        { cancellationId: ids.cancellation, idempotencyKey },
      ],
      [
        "approveCancellation",
        "ApproveCancellationInput",
        { cancellationId: ids.cancellation, idempotencyKey },
      ],
      [
        "shipOrder",
        "ShipOrderInput",
        { orderId, carrier: "C", trackingNumber: "T", idempotencyKey },
      ],
      ["startProcessing", "StartProcessingInput", { orderId, idempotencyKey }],
      ["openCase", "OpenCaseInput", { orderId, topic: "OTHER", message: "x", idempotencyKey }],
      ["replyToCase", "ReplyToCaseInput", { caseId: ids.case, body: "x", idempotencyKey }],
      ["giveFeedback", "GiveFeedbackInput", { orderId, rating: 1, idempotencyKey }],
      ["retryRefund", "RetryRefundInput", { refundId: ids.refund, idempotencyKey }],
      [
        "refundOnBehalf",
        "RefundOnBehalfInput",
        { orderId, amountMinor: 1, reason: "x", idempotencyKey },
      ],
      ["cancelOnBehalf", "CancelOnBehalfInput", { orderId, reason: "x", idempotencyKey }],
      [
        "giveGoodwill",
        "GiveGoodwillInput",
        { orderId, amountMinor: 1, reason: "OTHER", note: "x", idempotencyKey },
      ],
      ["approveRefund", "ApproveRefundInput", { refundId: ids.refund, idempotencyKey }],
      [
        "declineRefund",
        "DeclineRefundInput",
        { refundId: ids.refund, reason: "x", idempotencyKey },
      ],
      ["cancelRefund", "CancelRefundInput", { refundId: ids.refund, reason: "x", idempotencyKey }],
    ];
    for (const [field, type, input] of tries) {
      const answer = await client.send(
        `mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`,
        { input },
      );
      const kind = answer?.data?.[field]?.__typename ?? answer?.errors[0]?.extensions.code;
      expect(["NotFound", "PersonNotAllowed", "UNAUTHENTICATED"]).toContain(kind);
    }
  });
});

describe("what a seller sees of an order", () => {
  test("the buyer's name, but not their e-mail, how they paid, or what they tell support", async () => {
    const { order } = await owner.ask(documents.orderStory, { id: orderId });
    expect(order.buyer).toEqual({ name: "Ana", email: null });
    expect(order.purchase.payments).toEqual([]);
    expect(order.cases).toEqual([]);
    expect(order.timeline.map((event: Answer) => event.kind).join(" ")).not.toContain("case.");
  });

  test("the order through another order's purchase is the shop's own part only", async () => {
    const ana = ids.person ?? "";
    const lines = [{ title: "Cup", quantity: 1, unitPriceMinor: 100 }];
    const [mine] = await app.world.purchase({
      buyerId: ana,
      orders: [
        { shop, lines },
        { shop: otherShop, lines },
      ],
    });
    const { order } = await owner.ask(documents.orderStory, { id: mine?.id });
    expect(order.purchase).toMatchObject({
      orders: [{ id: mine?.id }],
      total: { amountMinor: 100 },
    });
  });
});

describe("sessions and keys", () => {
  test("a session opens one app alone, and signing out ends its subscriptions", async () => {
    const password = "makegood";
    const signIn = (name: "buyer" | "seller", email: string, secret = password) =>
      app
        .anonymous(name)
        .ask(
          `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignInSuccess { viewer { kind person { email } } } ... on Refusal { message } } }`,
          { input: { email, password: secret } },
        );
    expect((await signIn("buyer", "ANA@x.example")).signIn.viewer).toEqual({
      kind: "BUYER",
      person: { email: "ana@x.example" },
    });
    expect((await signIn("seller", "ana@x.example")).signIn.__typename).toBe("SignInRefused");
    expect((await signIn("buyer", "ana@x.example", "wrong")).signIn.__typename).toBe(
      "SignInRefused",
    );
    expect((await signIn("buyer", "nobody@x.example")).signIn.__typename).toBe("SignInRefused");

    const ana = await app.client("buyer", ids.person ?? "");
    const asSeller = new (ana.constructor as typeof TestClient)(ana.base, {
      ...ana.headers,
      "x-makegood-app": "seller",
    });
    expect((await asSeller.ask("{ viewer { kind } }")).viewer.kind).toBe("ANONYMOUS");
    let listening = false;
    const following = ana.follow(
      `subscription ($id: ID!) { orderTimeline(orderId: $id, after: 0) { seq } }`,
      { id: orderId },
      () => {
        listening = true;
        return false;
      },
    );
    const ended = expect(following).rejects.toSatisfy((error) =>
      JSON.stringify(error).includes("session has ended"),
    );
    await until(async () => expect(listening).toBe(true));
    await ana.ask("mutation { signOut { viewer { kind } } }");
    await ended;
  });

  test("a key lists its shop's orders and cancels; once revoked it is refused, and says so", async () => {
    const scopes = ["ORDERS_READ", "CANCELLATIONS_WRITE"];
    const made = (await owner.ask(createKey, { input: { shopId: shop.id, name: "ERP", scopes } }))
      .createIntegrationKey;
    const erp = app.withKey(made.secret);
    const { orders } = await erp.ask("{ orders { edges { node { id shop { name } } } } }");
    expect(new Set(orders.edges.map((edge: Answer) => edge.node.shop.name))).toEqual(
      new Set(["One"]),
    );
    const [stored] = await app.platform.database.query(
      "SELECT * FROM integration_keys WHERE id = $1",
      [made.key.id],
    );
    expect(JSON.stringify(stored)).not.toContain(made.secret);
    await owner.ask(`mutation ($id: ID!) { revokeIntegrationKey(keyId: $id) { __typename } }`, {
      id: made.key.id,
    });
    const { status, errors } = await erp.send("{ viewer { kind } }");
    expect([status, errors[0]?.message]).toEqual([401, "This key was revoked."]);
  });
});
