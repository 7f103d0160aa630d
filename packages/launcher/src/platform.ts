import { join } from "node:path";
import { type Child, startChild } from "./child.js";
import { type Database, openDatabase } from "./database.js";
import { inData, root } from "./places.js";
import { type Secrets, secrets } from "./secrets.js";

export interface Base {
  database: Database;
  provider: Child;
  secrets: Secrets;
  /** What an API process needs to know. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** PostgreSQL and the sandbox provider: what the API and an import stand on. */
export async function startBase(port: number): Promise<Base> {
  const kept = secrets();
  const database = await openDatabase(kept.postgresPassword);
  try {
    const provider = await startChild({
      name: "sandbox-provider",
      command: [process.execPath, join(root, "packages/sandbox-provider/dist/main.js")],
      env: {
        PORT: "0",
        DATA_DIR: inData("sandbox-provider"),
        API_KEY: kept.providerKey,
        WEBHOOK_URL: `http://127.0.0.1:${port}/webhooks/sandbox`,
        WEBHOOK_SECRET: kept.webhookSecret,
      },
    });
    const env = {
      DATABASE_URL: database.url,
      PORT: String(port),
      MAKEGOOD_MODE: "sandbox",
      SANDBOX_PROVIDER_URL: provider.url,
      SANDBOX_PROVIDER_KEY: kept.providerKey,
      SANDBOX_WEBHOOK_SECRET: kept.webhookSecret,
      BANK_DETAILS_KEYS: `own:${kept.bankDetailsKey}`,
      STORE_CREDIT_BONUS_PERCENT: "5",
    };
    const stop = async () => {
      await provider.stop();
      await database.stop();
    };
    return { database, provider, secrets: kept, env, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The API's entry, built. */
export const apiMain = join(root, "apps/api/dist/main.js");
