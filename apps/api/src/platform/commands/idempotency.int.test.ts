import { freePort } from "@makegood/postgres/free-port";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "#platform/config/config.js";
import { startApp } from "../../app.js";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, TestClient } from "../../testing/test-client.js";

let app: TestApp;
let shop: MadeShop;
let ana: string;
let agent: TestClient;
let colleague: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  const given = { name: "Quick", email: "quick@shops.example" };
  shop = await app.world.shop({ name: "Quick", policy: "automatic", owner: given });
  ana = await app.world.person("Ana", "ana@buyers.example");
  agent = await app.client("support", await app.world.agent("Téo", "teo@desk.example"));
  colleague = await app.client("support", await app.world.agent("Sol", "sol@desk.example"));
});
afterAll(() => app.close());

async function bought(): Promise<string> {
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 10_000 }] }],
    payments: [{ testMethod: "instant" }],
  });
  return order?.id ?? "";
}

const mutation = `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) {
  __typename ... on RefundSuccess { replayed refund { id } } ... on InvalidInput { field } ... on Refusal { message } } }`;

const refund = async (
  orderId: string,
  idempotencyKey: string,
  { client = agent, amountMinor = 100 }: { client?: TestClient; amountMinor?: number } = {},
): Promise<Answer> => {
  const input = { orderId, amountMinor, reason: "It is due.", idempotencyKey };
  return (await client.ask(mutation, { input })).refundOnBehalf;
};

async function refundsOf(orderId: string): Promise<number> {
  const [{ count }] = await app.platform.database.query(
    "SELECT COUNT(*)::int AS count FROM refunds WHERE order_id = $1",
    [orderId],
  );
  return count;
}

/** Another process on the same database, and the agent as its caller. */
async function another<T>(
  env: Record<string, string>,
  work: (client: TestClient) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const config = readConfig({ ...app.env, ...env, PORT: String(port) });
  const process = await startApp(config, pino({ level: "silent" }));
  try {
    return await work(new TestClient(`http://127.0.0.1:${port}`, agent.headers));
  } finally {
    await process.stop();
  }
}

describe("an idempotency key", () => {
  test("1. sent again, gets the same answer, and nothing happens twice", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    const first = await refund(orderId, key);
    const again = await Promise.all(Array.from({ length: 5 }, () => refund(orderId, key)));
    expect(again.map((answer) => answer.refund.id)).toEqual(Array(5).fill(first.refund.id));
    expect(await refundsOf(orderId)).toBe(1);
  });

  test("2. says of each answer whether it is a replay", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    expect((await refund(orderId, key)).replayed).toBe(false);
    expect((await refund(orderId, key)).replayed).toBe(true);
  });

  test("3. with another input, or for another command, is refused", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    const first = await refund(orderId, key);
    expect((await refund(orderId, key, { amountMinor: 101 })).__typename).toBe(
      "IdempotencyConflict",
    );
    const { retryRefund } = await agent.ask(
      `mutation ($input: RetryRefundInput!) { retryRefund(input: $input) { __typename } }`,
      { input: { refundId: first.refund.id, idempotencyKey: key } },
    );
    expect(retryRefund.__typename).toBe("IdempotencyConflict");
    expect(await refundsOf(orderId)).toBe(1);
  });

  test("4. whose first call is still under way is told to wait, and then gets its answer", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    // Another command on the order holds the first call back; the second meets the first one's key.
    const kinds = await another({ LOCK_WAIT_SECONDS: "0.5", JOBS: "off" }, (client) =>
      app.platform.database.transaction(async (manager) => {
        await manager.query("SELECT 1 FROM orders WHERE id = $1 FOR UPDATE", [orderId]);
        const both = await Promise.all([1, 2].map(() => refund(orderId, key, { client })));
        return both.map(({ __typename }) => __typename);
      }),
    );
    // The one that has the key waits for the order; the other one may get the key once that gave up.
    expect(kinds).toContain("Busy");
    expect(["Busy", "IdempotencyInProgress"]).toEqual(expect.arrayContaining(kinds));
    expect((await refund(orderId, key)).replayed).toBe(false);
    expect(await refundsOf(orderId)).toBe(1);
  });

  test("4b. that waits for another command is told that this is busy, and is still unused", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    const input = { orderId, amountMinor: 100, reason: "It is due." };
    const busy = `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) {
      __typename ... on Busy { key message nextSteps { kind } } } }`;
    const answers = await another({ LOCK_WAIT_SECONDS: "0.2", JOBS: "off" }, (client) =>
      app.platform.database.transaction(async (manager) => {
        await manager.query("SELECT 1 FROM orders WHERE id = $1 FOR UPDATE", [orderId]);
        const asked = { ...input, idempotencyKey: key };
        const sent = await client.ask(busy, { input: asked });
        const dry = await client.ask(busy, { input: { ...asked, dryRun: true } });
        return [sent.refundOnBehalf, dry.refundOnBehalf];
      }),
    );
    const told = { __typename: "Busy", nextSteps: [{ kind: "RETRY" }] };
    expect(answers).toEqual([
      { ...told, key, message: expect.stringContaining("Try again in a moment") },
      { ...told, key: null, message: expect.any(String) },
    ]);
    expect(await refundsOf(orderId)).toBe(0);
    expect((await refund(orderId, key)).replayed).toBe(false);
  });

  test("5. of a call that was refused is not remembered: it can be sent again, corrected", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    expect((await refund(orderId, key, { amountMinor: 10_001 })).__typename).toBe(
      "AmountAboveRefundable",
    );
    expect(await refund(orderId, key, { amountMinor: 10_000 })).toMatchObject({
      __typename: "RefundSuccess",
      replayed: false,
    });
  });

  test("6. of another caller never collides", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    const mine = await refund(orderId, key);
    const theirs = await refund(orderId, key, { client: colleague });
    expect(theirs).toMatchObject({ __typename: "RefundSuccess", replayed: false });
    expect(theirs.refund.id).not.toBe(mine.refund.id);
  });

  test("7. is needed, and is neither empty nor endless", async () => {
    const orderId = await bought();
    for (const key of ["", "   ", "k".repeat(201)]) {
      expect(await refund(orderId, key)).toMatchObject({
        __typename: "InvalidInput",
        field: "idempotencyKey",
      });
    }
    const input = { orderId, amountMinor: 100, reason: "It is due." };
    const { status, errors } = await agent.send(mutation, { input });
    expect(status).toBe(400);
    expect(errors[0]?.message).toContain("idempotencyKey");
    expect(await refundsOf(orderId)).toBe(0);
  });

  test("8. is known to another process, and after a restart", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    const first = await refund(orderId, key);
    const again = await another({}, (client) => refund(orderId, key, { client }));
    expect(again).toMatchObject({ replayed: true, refund: { id: first.refund.id } });
  });

  test("9. of a call that failed on our side is free again: the failure is not what is kept", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    const { database } = app.platform;
    await database.query(
      `CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
    );
    await database.query(
      `CREATE TRIGGER fail_once BEFORE INSERT ON refund_allocations FOR EACH ROW EXECUTE FUNCTION fail_once()`,
    );
    const input = { orderId, amountMinor: 100, reason: "It is due.", idempotencyKey: key };
    const failed = await agent.send(mutation, { input });
    expect(failed.errors[0]?.extensions.code).toBe("INTERNAL_SERVER_ERROR");
    await database.query("DROP TRIGGER fail_once ON refund_allocations");
    expect(await refund(orderId, key)).toMatchObject({ replayed: false });
    expect(await refundsOf(orderId)).toBe(1);
  });

  test("10. is kept for 24 hours by the clock, then stands for something new", async () => {
    const [orderId, key] = [await bought(), freshKey()];
    const first = await refund(orderId, key);
    await agent.ask(documents.moveClock, { hours: 23 });
    expect(await refund(orderId, key)).toMatchObject({ replayed: true });
    await agent.ask(documents.moveClock, { hours: 2 });
    const later = await refund(orderId, key);
    expect(later.replayed).toBe(false);
    expect(later.refund.id).not.toBe(first.refund.id);
  });
});
