import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import type { MadeShop } from "../../scenario/made-shop.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import type { TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let shop: MadeShop;
let owner: TestClient;

const created = `mutation ($input: CreateIntegrationKeyInput!) { createIntegrationKey(input: $input) {
  __typename ... on CreateIntegrationKeySuccess { secret key { id expiresAt } } ... on Refusal { message } } }`;
const revoked = "mutation ($id: ID!) { revokeIntegrationKey(keyId: $id) { __typename } }";

async function newKey(expiresAt?: string): Promise<{ secret: string; id: string }> {
  const input = { shopId: shop.id, name: "ERP", scopes: ["ORDERS_READ"], expiresAt };
  const { createIntegrationKey: made } = await owner.ask(created, { input });
  return { secret: made.secret, id: made.key.id };
}

beforeAll(async () => {
  app = await startTestApp();
  const person = { name: "Olga", email: "olga@keys.test" };
  shop = await app.world.shop({ name: "One", policy: "automatic", owner: person });
  owner = await app.client("seller", shop.ownerId);
});
afterAll(() => app.close());

const post = (authorization: string, query: string) =>
  fetch(`${app.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization },
    body: JSON.stringify({ query }),
  });

async function endedKey(how: "revoked" | "expired"): Promise<string> {
  const { secret, id } = await newKey();
  if (how === "revoked") await owner.ask(revoked, { id });
  else
    await app.platform.database.query(
      "UPDATE integration_keys SET expires_at = now() - interval '1 second' WHERE id = $1",
      [id],
    );
  return `Bearer ${secret}`;
}

const bad: [string, () => Promise<string> | string, string][] = [
  ["unknown", () => `Bearer mgk_${"a".repeat(43)}`, "This key is unknown."],
  [
    "malformed",
    () => "Bearer nonsense",
    "This is no key of ours: send 'Authorization: Bearer mgk_...'.",
  ],
  [
    "of another scheme",
    () => "Basic b2xnYTpwYXNz",
    "This is no key of ours: send 'Authorization: Bearer mgk_...'.",
  ],
  ["empty", () => "Bearer ", "This is no key of ours: send 'Authorization: Bearer mgk_...'."],
  ["revoked", () => endedKey("revoked"), "This key was revoked."],
  ["expired", () => endedKey("expired"), "This key has expired."],
];

describe.each(bad)("a key that is %s", (_, make, message) => {
  test("is answered 401 with what is wrong, once, before anything is executed", async () => {
    const authorization = await make();
    for (const query of [
      "{ viewer { kind } }",
      "mutation { ping }",
      '{ a: viewer { kind } order(id: "x") { id } }',
    ]) {
      const response = await post(authorization, query);
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toContain(`error_description="${message}"`);
      const body = (await response.json()) as { data?: unknown; errors: unknown[] };
      expect(body.data).toBeUndefined();
      expect(body.errors).toMatchObject([{ message, extensions: { code: "UNAUTHENTICATED" } }]);
    }
  });

  test("is answered so by every other address, too", async () => {
    const authorization = await make();
    for (const path of ["/photos/pho_01h455vb4pex5vsknk084sn02q", `/statements/${shop.id}`]) {
      const response = await fetch(app.url + path, { headers: { authorization } });
      if (response.status === 404) continue;
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toContain("Bearer");
    }
    const photo = await fetch(`${app.url}/photos?orderId=x`, {
      method: "POST",
      headers: { authorization },
    });
    expect(photo.status).toBe(401);
  });

  test("closes a socket with 4403 and what is wrong", async () => {
    const authorization = await make();
    expect(await closedWith(authorization)).toEqual({ code: 4403, reason: message });
  });
});

/** Connects, and waits until the server closes. */
function closedWith(authorization: string, connected?: () => void) {
  return new Promise<{ code: number; reason: string }>((resolve) => {
    const socket = new WebSocket(
      `${app.url.replace("http", "ws")}/graphql`,
      "graphql-transport-ws",
    );
    socket.on("open", () =>
      socket.send(JSON.stringify({ type: "connection_init", payload: { authorization } })),
    );
    socket.on("message", () => connected?.());
    socket.on("close", (code, reason) => resolve({ code, reason: String(reason) }));
  });
}

test("a key that is revoked while it is connected closes its socket with 4403", async () => {
  const { secret, id } = await newKey();
  let connected = false;
  const closing = closedWith(`Bearer ${secret}`, () => {
    connected = true;
  });
  await until(async () => expect(connected).toBe(true));
  await owner.ask(revoked, { id });
  expect(await closing).toEqual({ code: 4403, reason: "This key was revoked." });
});

test("a key that ends on a date is refused from then on, and can't be made to end in the past", async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const { secret } = await newKey(tomorrow);
  expect((await app.withKey(secret).ask("{ viewer { kind } }")).viewer.kind).toBe("INTEGRATION");
  const input = {
    shopId: shop.id,
    name: "Old",
    scopes: ["ORDERS_READ"],
    expiresAt: "2020-01-01T00:00:00Z",
  };
  const { createIntegrationKey: refused } = await owner.ask(created, { input });
  expect(refused.__typename).toBe("InvalidInput");
});
