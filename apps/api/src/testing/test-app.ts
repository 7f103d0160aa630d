import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@makegood/postgres/free-port";
import { type RunningProvider, startProvider } from "@makegood/sandbox-provider/start-provider";
import { inject } from "vitest";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import { readConfig } from "#platform/config/config.js";
import type { AppName } from "#platform/identity/caller.js";
import { makeLog } from "#platform/log/log.js";
import { type RunningApp, startApp } from "../app.js";
import { World } from "../scenario/world.js";
import { TestClient } from "./test-client.js";
import { makeTestDatabase } from "./test-database.js";

const apiKey = "sandbox-key-of-the-tests";
const webhookSecret = `whsec_${Buffer.from("the webhook secret of the tests!").toString("base64")}`;

export interface TestApp extends RunningApp {
  world: World;
  provider: RunningProvider;
  /** The environment another process needs to be a second copy of this one. */
  env: Record<string, string>;
  client(app: AppName, personId: string): Promise<TestClient>;
  withKey(secret: string): TestClient;
  anonymous(app?: AppName): TestClient;
  /** By how many hours to move the clock to be past an instant: business days are as long as today has it. */
  hoursUntil(instant: string): number;
  close(): Promise<void>;
}

/** The whole API on a database of its own, with a real provider whose delays are short. */
export async function startTestApp(more: Record<string, string> = {}): Promise<TestApp> {
  const { serverUrl, template } = inject("testDatabase");
  const database = await makeTestDatabase(serverUrl, template);
  const folder = mkdtempSync(join(tmpdir(), "makegood-api-"));
  const port = await freePort();
  const provider = await startProvider({
    port: 0,
    dataFolder: folder,
    apiKey,
    webhook: { url: `http://127.0.0.1:${port}/webhooks/sandbox`, secret: webhookSecret },
    timeScale: 20,
  });
  const env = {
    DATABASE_URL: database.url,
    PORT: String(port),
    MAKEGOOD_MODE: "sandbox",
    SANDBOX_PROVIDER_URL: provider.url,
    SANDBOX_PROVIDER_KEY: apiKey,
    SANDBOX_WEBHOOK_SECRET: webhookSecret,
    BANK_DETAILS_KEYS: `tests:${Buffer.from("bank details' key of these tests").toString("base64")}`,
    STORE_CREDIT_BONUS_PERCENT: "5",
    REFUND_CHECK_SECONDS: "1",
    // A slow machine's commands wait for each other, and are told to come again in one test alone.
    LOCK_WAIT_SECONDS: "30",
    // Nobody but a test itself compares books: no run of the schedule's comes between its steps.
    RECONCILE_CRON: "0 0 31 2 *",
    LOG_LEVEL: process.env.TEST_LOG ?? "silent",
    // A test asks for more in a second than any caller should.
    CALLER_LIMITS: "off",
    ...more,
  };
  const config = readConfig(env);
  const app = await startApp(config, makeLog(config.logLevel));
  const base = `http://127.0.0.1:${port}`;
  return {
    ...app,
    env,
    provider,
    world: new World(app.platform, sandboxProvider(config)),
    client: (name, personId) => TestClient.signedIn(base, app.platform, name, personId),
    withKey: (secret) => new TestClient(base, { authorization: `Bearer ${secret}` }),
    anonymous: (name) => new TestClient(base, name ? { "x-makegood-app": name } : {}),
    hoursUntil: (instant) =>
      Math.ceil((Date.parse(instant) - app.platform.clock.now().getTime()) / 3_600_000) + 1,
    async close() {
      await app.stop();
      await provider.close();
      rmSync(folder, { recursive: true, force: true });
      await database.drop();
    },
  };
}
