import { buildSchema, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import type { TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { socketRules } from "./limits.js";

let app: TestApp;
let ana: TestClient;
beforeAll(async () => {
  app = await startTestApp({
    CALLER_LIMITS: "on",
    CALLER_POINTS_PER_SECOND: "2000",
    CALLER_SOCKETS: "3",
    SOCKETS: "40",
    JOBS: "off",
  });
  ana = await app.client("buyer", await app.world.person("Ana", "ana@x.example"));
});
afterAll(() => app.close());

interface Message {
  id?: string;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server says
  payload?: any;
}

/** A socket by hand, which says what it likes. */
class Raw {
  readonly heard: Message[] = [];
  closed: { code: number; reason: string } | null = null;
  private readonly socket: WebSocket;

  constructor(client: TestClient = ana) {
    const headers = client.headers.cookie ? { cookie: client.headers.cookie } : {};
    const address = `${client.base.replace("http", "ws")}/graphql`;
    this.socket = new WebSocket(address, "graphql-transport-ws", { headers });
    this.socket.on("message", (data) => this.heard.push(JSON.parse(String(data))));
    this.socket.on("close", (code, reason) => {
      this.closed ??= { code, reason: String(reason) };
    });
    this.socket.on("error", () => {
      this.closed ??= { code: 0, reason: "not opened" };
    });
  }

  async init(params: object = { app: "buyer" }): Promise<this> {
    await until(async () => expect(this.socket.readyState).not.toBe(WebSocket.CONNECTING));
    this.say({ type: "connection_init", payload: params });
    await until(async () => expect(this.closed ?? this.heard[0]?.type).toBeTruthy());
    return this;
  }

  say(message: unknown): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  ask(id: string, query: string, more: object = {}): void {
    this.say({ id, type: "subscribe", payload: { query, ...more } });
  }

  errorsOf(id: string): { code: string; message: string }[] {
    return this.heard
      .filter((message) => message.id === id && message.type === "error")
      .flatMap(({ payload }) =>
        payload.map(
          ({ message, extensions }: { message: string; extensions: { code: string } }) => ({
            message,
            code: extensions.code,
          }),
        ),
      );
  }

  async end(): Promise<void> {
    this.socket.terminate();
    await until(async () => expect(this.closed).not.toBeNull());
  }
}

const following = "subscription { deskActivity { cursor } }";
const slow = (id: string) => `subscription { orderTimeline(orderId: "${id}") { seq } }`;

test("a caller opens so many sockets, and the next one is told so", async () => {
  const open = [];
  for (let count = 0; count < 3; count++) open.push(await new Raw().init());
  const more = await new Raw().init();
  await until(async () =>
    expect(more.closed).toEqual({ code: 4429, reason: "Too many sockets: at most 3 at once" }),
  );
  // Somebody else's are their own.
  const bo = await app.client("buyer", await app.world.person("Bo", "bo@x.example"));
  const theirs = await new Raw(bo).init();
  expect(theirs.closed).toBeNull();
  await open.pop()?.end();
  await until(async () => {
    const again = await new Raw().init();
    const { closed } = again;
    await again.end();
    expect(closed).toBeNull();
  });
  await Promise.all([...open, theirs].map((each) => each.end()));
});

test("a process takes so many sockets, and the next one is refused at the door", async () => {
  const all = Array.from({ length: 45 }, () => new Raw(app.anonymous()));
  await until(async () =>
    expect(all.filter(({ closed }) => closed?.reason === "not opened")).toHaveLength(5),
  );
  await Promise.all(all.map((each) => each.end()));
});

test("a socket follows so much at once, and more is refused by name", async () => {
  const shop = await app.world.shop({
    name: "S",
    policy: "automatic",
    owner: { name: "S", email: "s@x.example" },
  });
  const seller = await app.client("seller", shop.ownerId);
  const raw = await new Raw(seller).init({ app: "seller" });
  const activity = `subscription { shopActivity(shopId: "${shop.id}") { cursor } }`;
  for (let count = 0; count < 50; count++) raw.ask(`f${count}`, activity);
  raw.ask("more", activity);
  await until(async () =>
    expect(raw.errorsOf("more")).toEqual([
      {
        code: "TOO_MANY_OPERATIONS",
        message: "Too many operations at once: on one socket at most 50. Complete others first.",
      },
    ]),
  );
  expect(raw.closed).toBeNull();
  await raw.end();
});

test("questions over a socket are of the same bucket as over HTTP, and who doesn't stop is cut", async () => {
  const cy = await app.client("buyer", await app.world.person("Cy", "cy@x.example"));
  const raw = await new Raw(cy).init();
  const dear = `{ ${["a", "b"].map((name) => `${name}: orders(first: 100) { edges { node { id availableActions { action } } } }`).join(" ")} }`;
  const answer = await cy.send(dear);
  expect(answer.errors).toEqual([]);
  let count = 0;
  await until(async () => {
    for (let each = 0; each < 20; each++) raw.ask(`q${count++}`, "{ viewer { kind } }");
    expect(raw.closed?.code).toBe(4429);
  });
  expect(raw.closed?.reason).toMatch(/try again in \d+ seconds?|Too many operations/);
  const codes = raw.heard
    .filter(({ type }) => type === "error")
    .map(({ payload }) => payload[0].extensions);
  expect(codes).toContainEqual({
    code: "RATE_LIMITED",
    retryAfterSeconds: expect.any(Number),
  });
  const overHttp = await fetch(`${cy.base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...cy.headers },
    body: JSON.stringify({ query: dear }),
  });
  expect(overHttp.status).toBe(429);
  expect(Number(overHttp.headers.get("retry-after"))).toBeGreaterThan(0);
  // Others are not held up by it.
  expect((await ana.ask("{ viewer { kind } }")).viewer.kind).toBe("BUYER");
});

const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

describe("what is wrong with a message is told, and nothing of how we are made", () => {
  test.each([
    ["no query", {}],
    ["a query that is no text", { query: 7 }],
    ["variables that are a list", { query: "{ viewer { kind } }", variables: [1] }],
    ["a document that can't be read", { query: "{" }],
    ["an operation that isn't there", { query: "query A { viewer { kind } }", operationName: "B" }],
    [
      "half a character",
      { query: "query ($id: ID!) { order(id: $id) { id } }", variables: { id: "\ud800" } },
    ],
    [
      "endless nesting",
      {
        query: "{ viewer { kind } }",
        variables: { x: nested(500) },
      },
    ],
    [
      "a variable of another type",
      {
        query: "query ($n: Int) { orders(first: $n) { edges { cursor } } }",
        variables: { n: "x" },
      },
    ],
    ["somebody else's activity", { query: following }],
    ["an order that isn't there", { query: slow("ord_1") }],
  ])("%s", async (_what, payload) => {
    const dee = await app.client(
      "buyer",
      await app.world.person("Dee", `dee${Math.random()}@x.example`),
    );
    const raw = await new Raw(dee).init();
    raw.say({ id: "1", type: "subscribe", payload });
    await until(async () => expect(raw.closed ?? raw.heard[1]).toBeTruthy());
    expect(JSON.stringify([raw.heard, raw.closed])).not.toMatch(
      /INTERNAL_SERVER_ERROR|node_modules|RangeError|TypeError|\bat .*:\d+/,
    );
    expect(raw.closed?.code ?? 4400).toBe(4400);
    await raw.end();
  });

  test.each(["x", "[]", "null", '{"type":"nothing"}', '{"id":1,"type":"subscribe"}'])(
    "%s instead of a message",
    async (text) => {
      const raw = await new Raw(app.anonymous()).init({});
      raw.say(text);
      await until(async () => expect(raw.closed?.code).toBe(4400));
    },
  );
});

test("introspection is for sandboxes, over sockets as over HTTP", () => {
  const schema = buildSchema("type Query { a: Int }");
  const document = parse("{ __schema { types { name } } }");
  expect(validate(schema, document, socketRules(true))).toEqual([]);
  expect(validate(schema, document, socketRules(false))[0]?.message).toMatch(/introspection/i);
});
