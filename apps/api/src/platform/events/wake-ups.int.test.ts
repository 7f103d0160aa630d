import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "@makegood/postgres/free-port";
import { Client } from "pg";
import { pino } from "pino";
import { afterEach, describe, expect, test, vi } from "vitest";
import { listenForWakeUps } from "#platform/events/listen.js";
import { redisWakeUps } from "#platform/events/redis-wake-ups.js";
import type { WakeUps } from "#platform/events/wake-ups.js";
import * as documents from "../../testing/documents.js";
import { startTestApp } from "../../testing/test-app.js";
import { freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

const redisUrl = process.env.TEST_REDIS_URL ?? "";
const log = pino({ level: "silent" });
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const kept = async (made: Promise<WakeUps>) => {
  const wakeUps = await made;
  ends.push(() => wakeUps.close());
  return wakeUps;
};

async function app(more: Record<string, string> = {}) {
  const made = await startTestApp(more);
  ends.push(() => made.close());
  return made;
}

async function cancelOne(made: Awaited<ReturnType<typeof app>>) {
  const owner = { name: "S", email: "s@x.example" };
  const shop = await made.world.shop({ name: "S", policy: "automatic", owner });
  const buyerId = await made.world.person("Ana", "ana@x.example");
  const lines = [{ title: "Vase", quantity: 1, unitPriceMinor: 700 }];
  const [order] = await made.world.purchase({ buyerId, orders: [{ shop, lines }] });
  const buyer = await made.client("buyer", buyerId);
  return {
    orderId: order?.id ?? "",
    shopId: shop.id,
    cancel: (more: { dryRun?: boolean } = {}) =>
      buyer.ask(documents.requestCancellation, {
        input: { orderId: order?.id, idempotencyKey: freshKey(), ...more },
      }),
  };
}

describe("over LISTEN/NOTIFY", () => {
  test("another process hears of a commit, by order and by shop", async () => {
    const made = await app();
    const { orderId, shopId, cancel } = await cancelOne(made);
    const other = await kept(listenForWakeUps(made.env.DATABASE_URL ?? "", log));
    const heard = { order: vi.fn(), shop: vi.fn(), all: vi.fn(), foreign: vi.fn() };
    other.subscribe(orderId, heard.order);
    other.subscribe(shopId, heard.shop);
    other.subscribe("*", heard.all);
    other.subscribe("ord_foreign", heard.foreign);
    await cancel();
    await until(async () => {
      for (const each of [heard.order, heard.shop, heard.all]) expect(each).toHaveBeenCalled();
    });
    expect(heard.foreign).not.toHaveBeenCalled();
  });
});

// One line says so where there is none: TEST_REDIS_URL names a Redis; .ci/run starts one.
describe.skipIf(redisUrl === "")("over Redis (skipped where TEST_REDIS_URL names none)", () => {
  test("another process hears of a commit, and PostgreSQL is not bothered with it", async () => {
    const made = await app({ REDIS_URL: redisUrl });
    const { orderId, shopId, cancel } = await cancelOne(made);
    const other = await kept(redisWakeUps(redisUrl, log));
    const notified = vi.fn();
    const listening = new Client({ connectionString: made.env.DATABASE_URL });
    await listening.connect();
    ends.push(() => listening.end());
    listening.on("notification", notified);
    await listening.query("LISTEN makegood");
    const heard = { order: vi.fn(), shop: vi.fn() };
    other.subscribe(orderId, heard.order);
    other.subscribe(shopId, heard.shop);
    await cancel();
    await until(async () => {
      for (const each of Object.values(heard)) expect(each).toHaveBeenCalled();
    });
    await listening.query("SELECT 1");
    expect(notified).not.toHaveBeenCalled();
  });

  test("nothing is announced of what was rolled back", async () => {
    const made = await app({ REDIS_URL: redisUrl });
    const { orderId, cancel } = await cancelOne(made);
    const other = await kept(redisWakeUps(redisUrl, log));
    const heard = vi.fn();
    const heardLater = vi.fn();
    other.subscribe(orderId, heard);
    other.subscribe("later", heardLater);
    await cancel({ dryRun: true });
    await made.platform.wakeUps.announce(["later"]);
    await until(async () => expect(heardLater).toHaveBeenCalled());
    expect(heard).not.toHaveBeenCalled();
    await cancel();
    await until(async () => expect(heard).toHaveBeenCalled());
  });

  test("a Redis that goes away and comes back costs hints, wakes everybody, and stops nobody", async () => {
    const between = await proxy(Number(new URL(redisUrl).port || 6379));
    ends.push(() => between.stop());
    const mine = await kept(redisWakeUps(between.url(), log));
    const other = await kept(redisWakeUps(redisUrl, log));
    const heard = vi.fn();
    mine.subscribe("ord_1", heard);
    await between.cut();
    await mine.announce(["ord_2"]);
    await between.open();
    await until(async () => expect(heard).toHaveBeenCalled());
    heard.mockClear();
    await until(async () => {
      await other.announce(["ord_1"]);
      expect(heard).toHaveBeenCalled();
    });
  });
});

/** A way to Redis that can be cut and opened again. */
async function proxy(target: number) {
  const sockets = new Set<Socket>();
  let server: Server;
  // None that a connection may be given while nobody listens on it.
  const port = await freePort();
  const open = () =>
    new Promise<void>((resolve) => {
      server = createServer((near) => {
        const far = connect(target, "127.0.0.1");
        for (const socket of [near, far]) {
          sockets.add(socket);
          socket.on("error", () => undefined);
          socket.on("close", () => {
            sockets.delete(socket);
            near.destroy();
            far.destroy();
          });
        }
        near.pipe(far).pipe(near);
      });
      server.listen(port, "127.0.0.1", resolve);
    });
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await open();
  return { url: () => `redis://127.0.0.1:${port}`, open, cut, stop: cut };
}
