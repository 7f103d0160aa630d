import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp } from "@makegood/api/app";
import { entities } from "@makegood/api/entities";
import { migrate } from "@makegood/api/migrate";
import { sandboxProvider } from "@makegood/api/modules/refund/exports/providers";
import { readConfig } from "@makegood/api/platform/config/config";
import { World } from "@makegood/api/scenario/world";
import { freePort } from "@makegood/postgres/free-port";
import { startTestPostgres } from "@makegood/postgres/test-postgres";
import { startProvider } from "@makegood/sandbox-provider/start-provider";
import { Client } from "pg";
import { pino } from "pino";
import { type Browser, chromium } from "playwright-core";

export interface WholePlatform {
  address: string;
  world: World;
  browser: Browser;
  close(): Promise<void>;
}

/** Database, provider, API with the built apps, and a browser: what a person would meet. */
export async function startWholePlatform(): Promise<WholePlatform> {
  const own = process.env.TEST_DATABASE_URL ? null : await startTestPostgres();
  const serverUrl = process.env.TEST_DATABASE_URL ?? own?.urlOf("postgres") ?? "";
  const databaseUrl = await freshDatabase(serverUrl);
  await migrate(databaseUrl, entities);
  const folder = mkdtempSync(join(tmpdir(), "makegood-e2e-"));
  const port = await freePort();
  const key = "the key of the journeys";
  const secret = `whsec_${Buffer.from("the webhook secret of journeys!!").toString("base64")}`;
  const provider = await startProvider({
    port: 0,
    dataFolder: folder,
    apiKey: key,
    webhook: { url: `http://127.0.0.1:${port}/webhooks/sandbox`, secret },
    timeScale: 2,
  });
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    MAKEGOOD_MODE: "sandbox",
    SANDBOX_PROVIDER_URL: provider.url,
    SANDBOX_PROVIDER_KEY: key,
    SANDBOX_WEBHOOK_SECRET: secret,
    BANK_DETAILS_KEYS: `journeys:${Buffer.alloc(32, 7).toString("base64")}`,
    STORE_CREDIT_BONUS_PERCENT: "5",
    // Books are compared when a journey says so, and never between its steps.
    RECONCILE_CRON: "0 0 31 2 *",
    LOG_LEVEL: "warn",
  });
  const app = await startApp(config, pino({ level: config.logLevel }));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Chromium's own sandbox does not work for root, as which CI runs.
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  return {
    address: `http://127.0.0.1:${port}`,
    world: new World(app.platform, sandboxProvider(config)),
    browser,
    async close() {
      await browser.close();
      await app.stop();
      await provider.close();
      rmSync(folder, { recursive: true, force: true });
      await own?.stop();
    },
  };
}

async function freshDatabase(serverUrl: string): Promise<string> {
  const name = `mg_e2e_${randomBytes(4).toString("hex")}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
