import { freePort } from "@makegood/postgres/free-port";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandboxPassword } from "#modules/sandbox/exports/sandbox-people.js";
import { readConfig } from "#platform/config/config.js";
import { sessionCookie, sessionToken } from "#platform/http/cookies.js";
import { makeLog } from "#platform/log/log.js";
import { startApp } from "../../app.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ TRUSTED_PROXIES: "loopback" });
});
afterAll(() => app.close());

const mutation = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignInThrottled { retryAt } } }`;
let people = 0;
async function account(): Promise<string> {
  const email = `p${++people}@buyers.example`;
  await app.world.person("P", email);
  return email;
}

/** Signs in as a client at an address of its own, through the proxy that is believed. */
async function signIn(
  email: string,
  { password = sandboxPassword, from = "198.51.100.1", base = app.anonymous().base } = {},
): Promise<string> {
  const headers = { "x-makegood-app": "buyer", "x-forwarded-for": from };
  const { signIn: answer } = await new TestClient(base, headers).ask(mutation, {
    input: { email, password },
  });
  return answer.__typename;
}
const wrong = { password: "not this one" };
const many = <T>(count: number, each: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => each(index)));

describe("trying passwords", () => {
  test("of one account from one address has to wait after ten, and other addresses have not", async () => {
    const email = await account();
    const from = "203.0.113.1";
    const answers = await many(11, () => signIn(email, { ...wrong, from }));
    expect(answers.filter((each) => each === "SignInRefused")).toHaveLength(10);
    expect(answers).toContain("SignInThrottled");
    expect(await signIn(email, { from })).toBe("SignInThrottled");
    expect(await signIn(email)).toBe("SignInSuccess");
  });

  test("of one account from everywhere never locks its owner out", async () => {
    const email = await account();
    await many(30, (index) => signIn(email, { ...wrong, from: `192.0.2.${index}` }));
    expect(await signIn(email)).toBe("SignInSuccess");
  });

  test("of many accounts from one address has to wait, and a right one doesn't count", async () => {
    const from = "203.0.113.2";
    const good = await account();
    for (let round = 0; round < 15; round++) {
      expect(await signIn(good, { from })).toBe("SignInSuccess");
    }
    const answers = await many(90, (index) => signIn(`x${index}@x.example`, { ...wrong, from }));
    expect(answers).toContain("SignInThrottled");
    expect(await signIn(good)).toBe("SignInSuccess");
  });

  test("is counted by all processes together", async () => {
    const port = await freePort();
    const second = await startApp(
      readConfig({ ...app.env, PORT: String(port), JOBS: "off" }),
      makeLog("silent"),
    );
    try {
      const email = await account();
      const from = "203.0.113.3";
      await many(10, () => signIn(email, { ...wrong, from }));
      const base = `http://127.0.0.1:${port}`;
      expect(await signIn(email, { from, base })).toBe("SignInThrottled");
    } finally {
      await second.stop();
    }
  });

  test("by the hundred hashes a few at once, and tells the rest to come back", async () => {
    const answers = await many(120, (index) =>
      signIn(`y${index}@y.example`, { ...wrong, from: `100.64.0.${index}` }),
    );
    expect(new Set(answers)).toEqual(new Set(["SignInRefused", "SignInThrottled"]));
  });

  test("of endless length is refused like any other", async () => {
    const email = await account();
    expect(await signIn(email, { password: "x".repeat(100_000) })).toBe("SignInRefused");
    expect(await signIn(`${"x".repeat(100_000)}@x.example`)).toBe("SignInRefused");
  });
});

describe("the session's cookie", () => {
  const header = (sandbox: boolean, secure: boolean) =>
    sessionCookie("buyer", "mgs_x", null, { sandbox, secure });

  test("outside a sandbox is this host's alone and never sent in plain, whatever the last hop was", () => {
    for (const secure of [true, false]) {
      expect(header(false, secure)).toBe(
        "__Host-makegood_buyer=mgs_x; Path=/; HttpOnly; Secure; SameSite=Lax",
      );
    }
    expect(sessionToken("__Host-makegood_buyer=a; makegood_buyer=b", "buyer", false)).toBe("a");
    expect(sessionToken("makegood_buyer=b", "buyer", false)).toBeNull();
  });

  test("in a sandbox on plain http works, and is secure behind a proxy that speaks TLS", async () => {
    const email = await account();
    const cookieOf = async (headers: Record<string, string>) => {
      const response = await fetch(`${app.anonymous().base}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-makegood-app": "buyer", ...headers },
        body: JSON.stringify({
          query: mutation,
          variables: { input: { email, password: sandboxPassword } },
        }),
      });
      expect(response.headers.get("cache-control")).toBe("no-store");
      return response.headers.get("set-cookie");
    };
    expect(await cookieOf({})).toMatch(/^makegood_buyer=mgs_[^;]+; .*HttpOnly; SameSite=Lax/);
    expect(await cookieOf({ "x-forwarded-proto": "https" })).toMatch(/; Secure;/);
  });
});

describe("sessions", () => {
  const list = "{ viewer { kind sessions { id app device current lastUsedAt expiresAt } } }";
  const end = `mutation ($id: ID!) { endSession(sessionId: $id) { __typename ... on EndSessionSuccess { sessions { id } } } }`;
  const set = (id: string, column: string, hoursAgo: number) =>
    app.platform.database.query(
      `UPDATE sessions SET ${column} = now() - make_interval(hours => $2) WHERE id = $1`,
      [id, hoursAgo],
    );

  test("are listed for their person, and can be ended from any other", async () => {
    const person = await app.world.person("Ana", "ana@sessions.example");
    const [one, two] = [await app.client("buyer", person), await app.client("buyer", person)];
    const stranger = await app.client("buyer", await app.world.person("Bo", "bo@s.example"));
    const { viewer } = await one.ask(list);
    expect(viewer.sessions).toHaveLength(2);
    expect(viewer.sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    const other = viewer.sessions.find(({ current }: { current: boolean }) => !current).id;
    expect((await stranger.ask(end, { id: other })).endSession.__typename).toBe("NotFound");
    const nobody = await app.anonymous("buyer").send(end, { id: other });
    expect(nobody.errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
    const following = two.follow("subscription { ping }", {}, () => false);
    await following;
    expect((await one.ask(end, { id: other })).endSession.sessions).toHaveLength(1);
    expect((await two.ask(list)).viewer).toMatchObject({ kind: "ANONYMOUS", sessions: [] });
    expect((await one.ask(list)).viewer.kind).toBe("BUYER");
  });

  test.each([
    ["buyer", 13 * 24, 15 * 24],
    ["support", 23, 25],
  ] as const)("of the %s app end unused, and say when they were used", async (name, soon, late) => {
    const person = await app.world.agent("Sol", `sol-${name}@s.example`);
    const client = await app.client(name, person);
    const current = async () => {
      const { viewer } = await client.ask(list);
      return viewer.sessions.find((each: { current: boolean }) => each.current);
    };
    const { id } = await current();
    await set(id, "last_used_at", soon);
    await until(async () =>
      expect(Date.parse((await current()).lastUsedAt)).toBeGreaterThan(Date.now() - 3_600_000),
    );
    await set(id, "last_used_at", late);
    expect(await current()).toBeUndefined();
  });

  test("say what browser they are in, and end after their life however often they are used", async () => {
    const email = await account();
    const firefox = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";
    const headers = { "x-makegood-app": "buyer", "user-agent": firefox };
    const base = app.anonymous().base;
    const response = await fetch(`${base}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({
        query: mutation,
        variables: { input: { email, password: sandboxPassword } },
      }),
    });
    const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    const client = new TestClient(base, { ...headers, cookie });
    const [session] = (await client.ask(list)).viewer.sessions;
    expect(session.device).toBe("Firefox · Android");
    const days = (Date.parse(session.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    await set(session.id, "expires_at", 1);
    expect((await client.ask(list)).viewer.kind).toBe("ANONYMOUS");
  });
});

describe("strangers learn nothing", () => {
  test("of which keys there are", async () => {
    const shop = await app.world.shop({
      name: "K",
      policy: "automatic",
      owner: { name: "K", email: "k@shops.example" },
    });
    const other = await app.world.shop({
      name: "L",
      policy: "automatic",
      owner: { name: "L", email: "l@shops.example" },
    });
    const owner = await app.client("seller", shop.ownerId);
    const { createIntegrationKey } = await owner.ask(
      `mutation ($input: CreateIntegrationKeyInput!) { createIntegrationKey(input: $input) { __typename ... on CreateIntegrationKeySuccess { key { id name } } } }`,
      { input: { shopId: shop.id, name: "Line\r\nfeed\u2028s", scopes: ["ORDERS_READ"] } },
    );
    expect(createIntegrationKey.key.name).toBe("Line feed s");
    const known = createIntegrationKey.key.id;
    const unknown = `${known.slice(0, -3)}${known.endsWith("000") ? "111" : "000"}`;
    const revoke = `mutation ($id: ID!) { revokeIntegrationKey(keyId: $id) { __typename ... on Refusal { message } } }`;
    const strangers = [
      app.anonymous("seller"),
      await app.client("buyer", await app.world.person("Eve", "eve@x.example")),
      await app.client("seller", other.ownerId),
    ];
    for (const client of strangers) {
      const [one, none] = [
        await client.send(revoke, { id: known }),
        await client.send(revoke, { id: unknown }),
      ];
      expect(one).toEqual(none);
    }
  });

  test("of the database's transactions", async () => {
    const { errors } = await app.anonymous("buyer").send("{ activityCursor }");
    expect(errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});
