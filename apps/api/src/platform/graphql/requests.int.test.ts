import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/test-app.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const post = async (body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`http://127.0.0.1:${app.env.PORT}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  return {
    status: response.status,
    body: (await response.json()) as { errors?: { message: string }[] },
  };
};

describe("a bad request is told what is wrong with it", () => {
  test.each([
    ["no JSON", "{ nonsense", 400, /not JSON/],
    [
      "a body of a megabyte",
      JSON.stringify({ query: `{ viewer { kind } } #${"x".repeat(1_000_000)}` }),
      413,
      /larger than/,
    ],
    [
      "too deep",
      JSON.stringify({
        query: `{ orders { edges { node { purchase { orders { purchase { orders { purchase { orders { purchase { orders { purchase { orders { purchase { orders { id } } } } } } } } } } } } } } } }`,
      }),
      400,
      /depth/i,
    ],
    [
      "too many aliases",
      JSON.stringify({
        query: `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: viewer { kind }`).join(" ")} }`,
      }),
      400,
      /alias/i,
    ],
    [
      "too costly",
      JSON.stringify({
        query: `{ orders(first: 100) { edges { node { purchase { orders { lines { id title } } } lines { id } timeline(first: 100) { seq sentence refund { allocations { amount { amountMinor } } } } } } } }`,
      }),
      400,
      /costs/,
    ],
    [
      "too many tokens",
      JSON.stringify({ query: `{ viewer { ${"kind ".repeat(5_000)} } }` }),
      400,
      /token/i,
    ],
    [
      "an unknown field",
      JSON.stringify({ query: "{ viewer { password } }" }),
      400,
      /Cannot query field/,
    ],
  ])("%s", async (_name, body, status, message) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0]?.message).toMatch(message);
  });

  test("a page that is too large, and a cursor that isn't ours", async () => {
    const ana = await app.client("buyer", await app.world.person("Ana", "ana@x.example"));
    expect(
      (await ana.send("{ orders(first: 101) { edges { cursor } } }")).errors[0]?.message,
    ).toMatch(/between 1 and 100/);
    expect(
      (await ana.send('{ orders(after: "x") { edges { cursor } } }')).errors[0]?.message,
    ).toMatch(/cursor/);
  });
});

describe("the process", () => {
  test("says that it lives and is ready, and shows the way on its first page", async () => {
    const base = `http://127.0.0.1:${app.env.PORT}`;
    expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ status: "alive" });
    expect(await (await fetch(`${base}/readyz`)).json()).toEqual({ status: "ready" });
    expect(await (await fetch(base)).text()).toContain("/buyer/");
  });

  test("takes no webhook with a wrong signature", async () => {
    const response = await fetch(`http://127.0.0.1:${app.env.PORT}/webhooks/sandbox`, {
      method: "POST",
      headers: { "webhook-id": "evt", "webhook-timestamp": "1", "webhook-signature": "v1,x" },
      body: "{}",
    });
    expect(response.status).toBe(400);
  });
});
