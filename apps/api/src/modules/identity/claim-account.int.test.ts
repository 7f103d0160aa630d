import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runImport } from "#modules/importing/exports/run-import.js";
import { readConfig } from "#platform/config/config.js";
import { openPlatform } from "../../app.js";
import { seedDemo } from "../../scenario/seed-demo.js";
import { olistLines, writeFolder } from "../../testing/olist-folder.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";

const log = pino({ level: "silent" });
const customer = "ana@customers.imported.makegood.example";
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startTestApp();
  folder = writeFolder(
    olistLines([
      { id: "a", person: "ana" },
      { id: "b", person: "bo" },
    ]),
  );
  expect(await imported()).toBe(0);
});
afterAll(() => app.close());

const imported = (...flags: string[]) =>
  runImport(openPlatform, app.platform.config, log, ["--format", "olist", folder, ...flags]);

async function signedIn(email: string, password: string): Promise<string> {
  const answer = await app.anonymous("buyer").ask(signIn, { input: { email, password } });
  return answer.signIn.__typename;
}
const post = (path: string, fields: Record<string, string>) =>
  fetch(new URL(path, app.url), { method: "POST", body: new URLSearchParams(fields) });

async function link(email: string): Promise<string> {
  const response = await post("/sandbox/claims", { email });
  expect(response.status).toBe(200);
  return (await response.text()).trim();
}
const tokenOf = (url: string) => new URL(url).searchParams.get("token") ?? "";
const claim = (url: string, password: string) => post("/claim", { token: tokenOf(url), password });
const shown = (url: string) => fetch(new URL(`/claim?token=${tokenOf(url)}`, app.url));

describe("who was imported", () => {
  test("has no password, shop owners neither, and is not offered one", async () => {
    const rows = await app.platform.database.query(
      "SELECT count(*)::int AS all, count(password_hash)::int AS open FROM people WHERE external_id LIKE 'olist:%'",
    );
    expect(rows).toEqual([{ all: 3, open: 0 }]);
    expect(await signedIn(customer, "makegood")).toBe("SignInRefused");
    expect(await (await fetch(new URL("/sandbox/sign-ins.json", app.url))).json()).toEqual([]);
    const page = await (await fetch(new URL("/", app.url))).text();
    expect(page).toContain(customer);
  });

  test("claims their account by a link, once, with a password long enough", async () => {
    const url = await link(customer);
    const short = await claim(url, "short");
    expect(short.status).toBe(422);
    expect(await short.text()).toContain("12 to 200 characters");
    const claimed = await claim(url, "a long enough password");
    expect([claimed.status, claimed.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await signedIn(customer, "a long enough password")).toBe("SignInSuccess");
    expect((await claim(url, "another long password")).status).toBe(410);
    expect((await shown(url)).status).toBe(410);
    expect(await signedIn(customer, "another long password")).toBe("SignInRefused");
    expect((await post("/sandbox/claims", { email: customer })).status).toBe(404);
    const [audit] = await app.platform.database.query(
      "SELECT input FROM audit_rows WHERE command = 'claimAccount'",
    );
    expect(audit).toEqual({ input: {} });
  });

  test("a link ends with a newer one, after a day, and when several use it at once one does", async () => {
    const bo = "bo@customers.imported.makegood.example";
    const first = await link(bo);
    const second = await link(bo);
    expect([(await shown(first)).status, (await shown(second)).status]).toEqual([410, 200]);
    await app.platform.database.query(
      "UPDATE account_claims SET expires_at = now() - interval '1 second'",
    );
    expect((await claim(second, "a long enough password")).status).toBe(410);
    const third = await link(bo);
    const tries = await Promise.all(
      ["one long password", "two long passwords", "three long passwords"].map((password) =>
        claim(third, password),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  test("gets the demo's password where the import is told so, except who claimed theirs", async () => {
    expect(await imported("--demo-password")).toBe(0);
    const [owner] = await app.platform.database.query(
      "SELECT email FROM people WHERE external_id LIKE 'olist:seller:%'",
    );
    expect(await signedIn(customer, "makegood")).toBe("SignInRefused");
    const seller = await app
      .anonymous("seller")
      .ask(signIn, { input: { email: owner.email, password: "makegood" } });
    expect(seller.signIn.__typename).toBe("SignInSuccess");
    const listed = await (await fetch(new URL("/sandbox/sign-ins.json", app.url))).json();
    expect(listed).toMatchObject([{ email: owner.email, password: "makegood" }]);
  });
});

describe("outside of a sandbox", () => {
  const config = () =>
    readConfig({
      ...app.env,
      MAKEGOOD_MODE: "production",
      STRIPE_SECRET_KEY: "sk_test_x",
      STRIPE_WEBHOOK_SECRET: "whsec_x",
      PROOF_SIGNING_KEY: Buffer.alloc(32, 1).toString("base64"),
      MARKETPLACE_COUNTRY: "BR",
    });

  test("no import gives out the demo's password", async () => {
    const args = ["--format", "olist", folder, "--demo-password"];
    expect(await runImport(openPlatform, config(), log, args)).toBe(2);
  });

  test("the demo can't be seeded", async () => {
    await expect(seedDemo(config(), log)).rejects.toThrow("for a sandbox alone");
  });
});

test.each([
  ["nothing in it can be used", "melted", 1],
  ["there is nothing in it", "", 1],
])("an import ends with a failure where %s", async (_, status, code) => {
  const orders = status ? [{ id: "x", order: { order_status: status } }] : [];
  const empty = writeFolder(olistLines(orders));
  const args = ["--format", "olist", empty];
  expect(await runImport(openPlatform, app.platform.config, log, args)).toBe(code);
});

test("an import that can't read its files ends with a failure and a sentence", async () => {
  const lines = olistLines([{ id: "x" }]);
  lines.items[0] = "order_id,price";
  const broken = writeFolder(lines);
  const args = ["--format", "olist", broken];
  expect(await runImport(openPlatform, app.platform.config, log, args)).toBe(1);
});
