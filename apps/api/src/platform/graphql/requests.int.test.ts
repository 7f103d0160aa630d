import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import type { TestClient } from "../../testing/test-client.js";

let app: TestApp;
let ana: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  ana = await app.client("buyer", await app.world.person("Ana", "ana@x.example"));
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
    body: (await response.json()) as {
      errors?: { message: string; extensions: { code: string } }[];
    },
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

  const payouts = "query ($v: PayoutStatus) { payouts(status: $v) { edges { cursor } } }";
  const first = "query ($v: Int!) { payouts(first: $v) { edges { cursor } } }";
  const order = "query ($v: ID!) { order(id: $v) { id } }";
  const give = "mutation ($v: GiveGoodwillInput!) { giveGoodwill(input: $v) { __typename } }";
  const goodwill = {
    orderId: "ord_x",
    amountMinor: 1,
    reason: "LATE_DELIVERY",
    note: "n",
    idempotencyKey: "k",
  };

  test.each([
    ["an enum value that there is none of", payouts, { v: "NOWHERE" }, /\$v/],
    ["an enum value of another type", payouts, { v: 7 }, /\$v/],
    [
      "an unknown enum value deep in an input",
      give,
      { v: { ...goodwill, reason: "WHIM" } },
      /v\.reason/,
    ],
    ["a wrong type", first, { v: "many" }, /\$v/],
    ["an integer that is too long", first, { v: 3_000_000_000 }, /\$v/],
    ["a fraction", first, { v: 1.5 }, /\$v/],
    [
      "an amount past what is exact",
      give,
      { v: { ...goodwill, amountMinor: 2 ** 60 } },
      /v\.amountMinor/,
    ],
    ["an amount as text", give, { v: { ...goodwill, amountMinor: "5" } }, /v\.amountMinor/],
    ["a missing one", order, {}, /\$v/],
    ["null where something is needed", order, { v: null }, /\$v/],
    ["null deep in an input", give, { v: { ...goodwill, note: null } }, /v\.note/],
    ["a list for one value", order, { v: ["a"] }, /\$v/],
    ["a field that there is none of", give, { v: { ...goodwill, more: 1 } }, /more/],
    ["a null character", order, { v: "ord_\0" }, /\$variables\.v/],
    ["half a character", order, { v: "ord_\ud800" }, /\$variables\.v/],
    ["half a character as a name", order, { v: "x", "\udc00": 1 }, /\$variables/],
    ["a null character deep in an input", give, { v: { ...goodwill, note: "\0" } }, /v\.note/],
  ])(
    "%s in a variable is the caller's mistake, with its path",
    async (_, query, variables, path) => {
      const { status, errors } = await ana.send(query, variables);
      expect(status).toBe(400);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
      expect(errors[0]?.message).toMatch(path);
    },
  );

  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const hash = "0".repeat(64);
  test.each([
    [
      "variables that nobody asked for, nested without end",
      `{"query":"{ viewer { kind } }","variables":{"x":${nested(50_000)}}}`,
      "BAD_USER_INPUT",
    ],
    [
      "a literal nested as deep as tokens allow",
      `{"query":"{ viewer(x: ${nested(1_900)}) { kind } }"}`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "an object literal nested as deep as tokens allow",
      `{"query":"{ viewer(x: ${"{a:".repeat(1_200)}1${"}".repeat(1_200)}) { kind } }"}`,
      "GRAPHQL_PARSE_FAILED",
    ],
    [
      "selections nested as deep as tokens allow",
      `{"query":"${"{a".repeat(1_900)}${"}".repeat(1_900)}"}`,
      "GRAPHQL_PARSE_FAILED",
    ],
    [
      "fragments that contain each other",
      `{"query":"{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"}`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a hash that stands for nothing",
      `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${hash}"}}}`,
      "PERSISTED_QUERY_NOT_SUPPORTED",
    ],
    [
      "a hash of something else",
      `{"query":"{ viewer { kind } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${hash}"}}}`,
      "PERSISTED_QUERY_NOT_SUPPORTED",
    ],
    [
      "a hash that is no text",
      `{"extensions":{"persistedQuery":{"sha256Hash":{}}}}`,
      "PERSISTED_QUERY_NOT_SUPPORTED",
    ],
    [
      "extensions that are no object",
      `{"query":"{ viewer { kind } }","extensions":1}`,
      "BAD_REQUEST",
    ],
    ["a name that is no text", `{"query":"{ viewer { kind } }","operationName":{}}`, "BAD_REQUEST"],
    ["a query that is no text", `{"query":{"a":1}}`, "BAD_REQUEST"],
    ["no query", "{}", "BAD_REQUEST"],
    ["nothing", "null", "BAD_REQUEST"],
    ["a list", "[]", "BAD_REQUEST"],
    ["a subscription", `{"query":"subscription { ping }"}`, "BAD_REQUEST"],
    ["no text at all", `{"query":"{ viewer { kind } } \u0000"}`, "BAD_REQUEST"],
    ["prototypes", `{"query":"{ viewer { kind } }","variables":{"__proto__":{"a":1}}}`, null],
  ])("%s", async (_what, sent, code) => {
    const { status, body } = await post(sent, ana.headers);
    // Apollo answers clients that send hashes with 200, as they expect.
    expect(status).toBe(code === null || code?.startsWith("PERSISTED") ? 200 : 400);
    expect(body.errors?.[0]?.extensions.code ?? null).toBe(code);
    expect(JSON.stringify(body)).not.toMatch(/node_modules|RangeError|call stack/);
  });

  test("variables that are no object, a literal with a null character, and an operation that isn't there", async () => {
    for (const [query, more, code] of [
      ["{ viewer { kind } }", { variables: "x" }, "BAD_REQUEST"],
      ['{ order(id: "\\u0000") { id } }', {}, "BAD_USER_INPUT"],
      ["query A { viewer { kind } }", { operationName: "B" }, "OPERATION_RESOLUTION_FAILURE"],
    ] as const) {
      const { status, body } = await post(JSON.stringify({ query, ...more }), ana.headers);
      expect(status).toBe(400);
      expect(body.errors?.[0]?.extensions.code).toBe(code);
    }
  });

  test("a page that is too large, and a cursor that isn't ours", async () => {
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

  test.each([
    ["POST", "/webhooks/sandbox", 400],
    ["POST", "/photos", 404],
    ["GET", "/photos/%E0%A4", 400],
    ["GET", "/photos/x", 404],
    ["GET", "/buyer/assets/none.js", 404],
    ["GET", "/buyer/%E0%A4/x", 400],
    ["GET", "/statements?from[a]=1&to=x&shopId[]=1", 404],
    ["GET", "/graphql?query=%7B", 400],
    ["PUT", "/graphql", 400],
    ["DELETE", "/healthz", 404],
  ])("answers a bare %s %s without a word of how it is made", async (method, path, status) => {
    const response = await fetch(`http://127.0.0.1:${app.env.PORT}${path}`, { method });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(/node_modules|\bat .*:\d+:\d+|Error:/);
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

test("each answer tells the platform's time, by which deadlines fall due", async () => {
  const { clock } = app.platform;
  const before = clock.now();
  const { headers } = await fetch(`${app.anonymous().base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ viewer { kind } }" }),
  });
  const told = new Date(headers.get("x-makegood-time") ?? 0);
  expect(told >= before && told <= clock.now()).toBe(true);
});
