import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openPlatform } from "@makegood/api/app";
import { entities } from "@makegood/api/entities";
import { migrate } from "@makegood/api/migrate";
import { sandboxProvider } from "@makegood/api/modules/refund/exports/providers";
import { readConfig } from "@makegood/api/platform/config/config";
import { World } from "@makegood/api/scenario/world";
import { freePort } from "@makegood/postgres/free-port";
import { startPostgres } from "@makegood/postgres/start-postgres";
import { startProvider } from "@makegood/sandbox-provider/start-provider";
import { Client } from "pg";
import { pino } from "pino";

const apiMain = createRequire(import.meta.url).resolve("@makegood/api/main");
const databaseName = "makegood";

export interface Api {
  url: string;
  process: ChildProcess;
  /** From spawning it until it listened. Milliseconds. */
  startedInMs: number;
  stop(): Promise<void>;
}

/** Everything a benchmark needs, on a database of its own that is thrown away. */
export interface Stand {
  databaseUrl: string;
  world: World;
  /** A connection for the floor: SQL by hand. */
  pg: Client;
  /** What the database server writes about itself. */
  serverLog: string;
  startApi(more?: Record<string, string>): Promise<Api>;
  /** Runs a command of the API's main and waits for its end. */
  runApi(...args: string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openStand(): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), "makegood-bench-"));
  const postgres = await startPostgres({
    dataFolder: join(folder, "postgres"),
    password: "bench",
    settings: {
      log_line_prefix: "%d ",
      shared_preload_libraries: "pg_stat_statements",
      "pg_stat_statements.track": "top",
      "pg_stat_statements.track_planning": "on",
      shared_buffers: "1GB",
      maintenance_work_mem: "512MB",
      max_wal_size: "8GB",
      max_connections: "300",
      // The live delay is measured from here.
      track_commit_timestamp: "on",
    },
  });
  const admin = new Client({ connectionString: postgres.urlOf("postgres") });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${databaseName}`);
  await admin.end();
  const databaseUrl = postgres.urlOf(databaseName);
  await migrate(databaseUrl, entities);

  const key = "the key of the benchmark";
  const provider = await startProvider({
    port: 0,
    dataFolder: join(folder, "provider"),
    apiKey: key,
    webhook: null,
  });
  const environment = {
    DATABASE_URL: databaseUrl,
    MAKEGOOD_MODE: "sandbox",
    // One caller makes the load of many here.
    CALLER_LIMITS: "off",
    SANDBOX_PROVIDER_URL: provider.url,
    SANDBOX_PROVIDER_KEY: key,
    SANDBOX_WEBHOOK_SECRET: `whsec_${Buffer.from("the webhook secret of the bench!").toString("base64")}`,
    LOG_LEVEL: "error",
  };
  const config = readConfig({ ...environment, PORT: "0" });
  const { platform, close } = await openPlatform(config, pino({ level: "error" }));
  const pg = new Client({ connectionString: databaseUrl });
  await pg.connect();
  await pg.query("CREATE EXTENSION pg_stat_statements");

  const running = new Set<Api>();
  const spawned = (args: string[], env: Record<string, string>) =>
    spawn(process.execPath, [apiMain, ...args], {
      env: { ...process.env, ...environment, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
  return {
    databaseUrl,
    world: new World(platform, sandboxProvider(config)),
    pg,
    serverLog: join(postgres.dataFolder, "server.log"),
    async startApi(more = {}) {
      const api = await listening(spawned(["serve"], { PORT: String(await freePort()), ...more }));
      running.add(api);
      return api;
    },
    async runApi(...args) {
      const child = spawned(args, { PORT: "0" });
      child.stdout?.resume();
      const code = await new Promise((resolve) => child.once("exit", resolve));
      if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}`);
    },
    async close() {
      for (const api of running) await api.stop();
      await pg.end();
      await close();
      await provider.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
      rmSync(postgres.dataFolder, { recursive: true, force: true });
    },
  };
}

function listening(child: ChildProcess): Promise<Api> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    child.once("exit", (code) =>
      reject(new Error(`the API ended with ${code} before it listened`)),
    );
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (!line.startsWith('{"listening"')) return;
      const { listening: url } = JSON.parse(line) as { listening: string };
      resolve({
        url,
        process: child,
        startedInMs: performance.now() - began,
        async stop() {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const gone = new Promise((ended) => child.once("exit", ended));
          child.kill("SIGTERM");
          await gone;
        },
      });
    });
  });
}
