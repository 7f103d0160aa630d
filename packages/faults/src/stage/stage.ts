import { openPlatform } from "@makegood/api/app";
import { sandboxProvider } from "@makegood/api/modules/refund/exports/providers";
import { readConfig } from "@makegood/api/platform/config/config";
import { World } from "@makegood/api/scenario/world";
import { freePort } from "@makegood/postgres/free-port";
import { pino } from "pino";
import { ApiProcess } from "./api-process.js";
import { type DatabaseServer, query } from "./database-server.js";
import { apiKey, ProviderProcess, webhookSecret } from "./provider-process.js";

export interface StageOptions {
  server: DatabaseServer;
  seededFault?: string | null;
  /** Shares of the provider's refund calls whose connection is lost. */
  lost?: { before: number; after: number };
  env?: Record<string, string>;
}

/** Two API processes, a provider and a database of their own: what a promise is tried on. */
export interface Stage {
  apis: [ApiProcess, ApiProcess];
  databaseUrl: string;
  /** Rows of a statement of the harness's own. */
  rows<T>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Makes people, shops and purchases, before anything is broken. */
  prepare<T>(make: (world: World) => Promise<T>): Promise<T>;
  provider: ProviderProcess;
  close(): Promise<void>;
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const databaseUrl = await options.server.freshDatabase();
  const ports = [await freePort(), await freePort()] as const;
  const webhookUrl = `http://127.0.0.1:${ports[0]}/webhooks/sandbox`;
  const provider = await ProviderProcess.start(webhookUrl, options.lost ?? { before: 0, after: 0 });
  const env = {
    DATABASE_URL: databaseUrl,
    MAKEGOOD_MODE: "sandbox",
    // One caller makes the load of many here.
    CALLER_LIMITS: "off",
    SANDBOX_PROVIDER_URL: provider.url,
    SANDBOX_PROVIDER_KEY: apiKey,
    SANDBOX_WEBHOOK_SECRET: webhookSecret,
    REFUND_CHECK_SECONDS: "1",
    LOG_LEVEL: "warn",
    ...options.env,
  };
  const seededFault = options.seededFault ?? null;
  const api = (name: string, port: number) => new ApiProcess({ name, port, env, seededFault });
  const apis: Stage["apis"] = [api("api-1", ports[0]), api("api-2", ports[1])];
  await Promise.all(apis.map((each) => each.start()));
  return {
    apis,
    databaseUrl,
    rows: (sql, values) => query(databaseUrl, sql, values),
    prepare: (make) => inWorld(env, make),
    provider,
    async close() {
      await Promise.all(apis.map((each) => each.stop()));
      await provider.stop();
    },
  };
}

async function inWorld<T>(
  env: Record<string, string>,
  make: (world: World) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  const { platform, close } = await openPlatform(config, pino({ level: "silent" }));
  try {
    return await make(new World(platform, sandboxProvider(config)));
  } finally {
    await close();
  }
}
