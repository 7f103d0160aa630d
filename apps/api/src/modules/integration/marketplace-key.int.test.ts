import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import { approveChange, proposedChanges, secondPerson } from "../../testing/second-person.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let shop: MadeShop;
let ana: string;
let buyer: TestClient;
let seller: TestClient;
let admin: TestClient;
let system: TestClient;

const created = `mutation ($input: CreateMarketplaceKeyInput!) { createMarketplaceKey(input: $input) {
  __typename ... on CreateIntegrationKeySuccess { secret key { id waitsForApproval shop { id } } } ... on Refusal { message } } }`;
const requested = `mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) {
  __typename ... on CancellationSuccess { cancellation { id status requestedBy } } ... on Refusal { message } } }`;

beforeAll(async () => {
  app = await startTestApp();
  const owner = { name: "Olga", email: "olga@marketplace.test" };
  shop = await app.world.shop({ name: "One", policy: "asksSeller", owner });
  ana = await app.world.person("Ana", "ana@marketplace.test");
  buyer = await app.client("buyer", ana);
  seller = await app.client("seller", shop.ownerId);
  admin = await secondPerson(app, "ADMIN");
  const input = { name: "Helpline", scopes: ["CANCELLATIONS_WRITE"] };
  const { createMarketplaceKey: made } = await admin.ask(created, { input });
  expect(made.key).toMatchObject({ waitsForApproval: true, shop: null });
  system = app.withKey(made.secret);
  const early = await system.send("{ viewer { kind } }");
  expect([early.status, early.errors[0]?.message]).toEqual([
    401,
    "This key waits for a second administrator, who has to approve it.",
  ]);
  const [change] = await proposedChanges(admin);
  expect((await approveChange(admin, change.id)).__typename).toBe("PersonNotAllowed");
  const second = await secondPerson(app, "ADMIN");
  expect((await approveChange(second, change.id)).__typename).toBe("ChangeSuccess");
});
afterAll(() => app.close());

async function bought(): Promise<string> {
  const placedAt = new Date(Date.now() - 20 * 3_600_000);
  const lines = [{ title: "Mug", quantity: 1, unitPriceMinor: 900 }];
  const [order] = await app.world.purchase({ buyerId: ana, placedAt, orders: [{ shop, lines }] });
  return order?.id ?? "";
}

describe("a key of the marketplace", () => {
  test("asks for a buyer, is named on the timeline, and the buyer is told", async () => {
    const orderId = await bought();
    const input = { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() };
    const { requestCancellation } = await system.ask(requested, { input });
    expect(requestCancellation.cancellation).toMatchObject({
      status: "PENDING_SELLER",
      requestedBy: "MARKETPLACE_INTEGRATION",
    });
    for (const client of [buyer, seller]) {
      const { order } = await client.ask(
        "query ($id: ID!) { order(id: $id) { timeline { kind actorKind actorName sentence } } }",
        { id: orderId },
      );
      expect(order.timeline.at(-1)).toEqual({
        kind: "cancellation.requested",
        actorKind: "MARKETPLACE_INTEGRATION",
        actorName: "Helpline",
        sentence: "Helpline asked for the buyer to cancel 1 item.",
      });
    }
    await until(async () => {
      const { notifications } = await buyer.ask(
        "{ notifications { edges { node { sentence order { id } } } } }",
      );
      const told = notifications.edges.map(({ node }: Answer) => node);
      expect(told).toContainEqual({
        sentence: "Helpline asked for the buyer to cancel 1 item.",
        order: { id: orderId },
      });
    });
    const { availableActions } = (
      await buyer.ask(
        "query ($id: ID!) { order(id: $id) { availableActions { action available } } }",
        { id: orderId },
      )
    ).order;
    expect(availableActions).toContainEqual({ action: "WITHDRAW_CANCELLATION", available: true });
  });

  test("is a second administrator's to approve, and can't be given a shop's powers", async () => {
    for (const scopes of [["FINANCES_READ"], ["REFUNDS_WRITE"], ["FULFILMENT_WRITE"], []]) {
      const input = { name: "Wide", scopes };
      const { createMarketplaceKey } = await admin.ask(created, { input });
      expect(createMarketplaceKey.__typename).toBe("InvalidInput");
    }
    const lead = await secondPerson(app, "LEAD");
    const input = { name: "Mine", scopes: ["ORDERS_READ"] };
    expect((await lead.ask(created, { input })).createMarketplaceKey.__typename).toBe(
      "PersonNotAllowed",
    );
  });
});

test("a shop's key cancels as the shop and answers requests, and never speaks for the buyer", async () => {
  const { createIntegrationKey } = await seller.ask(
    `mutation ($input: CreateIntegrationKeyInput!) { createIntegrationKey(input: $input) { ... on CreateIntegrationKeySuccess { secret } } }`,
    { input: { shopId: shop.id, name: "ERP", scopes: ["CANCELLATIONS_WRITE"] } },
  );
  const erp = app.withKey(createIntegrationKey.secret);
  const asBuyer = { orderId: await bought(), reasonCode: "CHANGED_MIND" };
  const refused = await erp.ask(requested, { input: { ...asBuyer, idempotencyKey: freshKey() } });
  expect(refused.requestCancellation).toEqual({
    __typename: "PersonNotAllowed",
    message: "This needs a buyer's account or a key of the marketplace with CANCELLATIONS_WRITE.",
  });
  const asked = await buyer.ask(requested, { input: { ...asBuyer, idempotencyKey: freshKey() } });
  const { id: cancellationId } = asked.requestCancellation.cancellation;
  const send = async (name: string, type: string, input: object) =>
    (
      await erp.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, {
        input: { ...input, idempotencyKey: freshKey() },
      })
    )[name].__typename;
  expect(await send("withdrawCancellation", "WithdrawCancellationInput", { cancellationId })).toBe(
    "PersonNotAllowed",
  );
  expect(await send("approveCancellation", "ApproveCancellationInput", { cancellationId })).toBe(
    "CancellationSuccess",
  );
  const own = { orderId: await bought(), reason: "OUT_OF_STOCK" };
  expect(await send("cancelAsSeller", "CancelAsSellerInput", own)).toBe("CancellationSuccess");
});

test("making and revoking keys, approving them, signing in and profiles leave a row in the audit trail", async () => {
  const { createIntegrationKey } = await seller.ask(
    `mutation ($input: CreateIntegrationKeyInput!) { createIntegrationKey(input: $input) { ... on CreateIntegrationKeySuccess { key { id } } } }`,
    { input: { shopId: shop.id, name: "Gone", scopes: ["ORDERS_READ"] } },
  );
  const { id } = createIntegrationKey.key;
  await seller.ask("mutation ($id: ID!) { revokeIntegrationKey(keyId: $id) { __typename } }", {
    id,
  });
  const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
  for (const password of ["makegood", "wrong"]) {
    const input = { email: "ana@marketplace.test", password };
    await app.anonymous("buyer").ask(signIn, { input });
  }
  await buyer.ask('mutation { updateProfile(input: { name: "Ana Maria Secret" }) { __typename } }');
  const rows: { command: string; outcome: string; input: unknown; actor_id: string }[] =
    await app.platform.database.query(
      `SELECT command, outcome, input, actor_id FROM audit_rows WHERE order_id IS NULL`,
    );
  const left = rows.map(({ command, outcome }) => `${command} ${outcome}`);
  for (const row of [
    "createIntegrationKey done",
    "revokeIntegrationKey done",
    "createMarketplaceKey done",
    "approveChange done",
    "approveChange PersonNotAllowed",
    "signIn done",
    "signIn SignInRefused",
    "updateProfile done",
  ]) {
    expect(left).toContain(row);
  }
  const text = JSON.stringify(rows);
  for (const personal of ["@marketplace.test", "Secret", "makegood", "wrong"]) {
    expect(text).not.toContain(personal);
  }
});
