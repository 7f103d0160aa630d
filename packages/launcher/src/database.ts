import {
  dataFolderOf,
  type RunningPostgres,
  startPostgres,
} from "@makegood/postgres/start-postgres";
import { Client } from "pg";
import { inData } from "./places.js";
import { Problem } from "./problem.js";

const oldestVersion = 15;
const name = "makegood";

export interface Database {
  url: string;
  stop(): Promise<void>;
}

/** The database to use: the one DATABASE_URL names, or our own. */
export async function openDatabase(password: string): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: await checked(given), stop: async () => undefined };
  const server: RunningPostgres = await startPostgres({ dataFolder: inData("postgres"), password });
  try {
    await query(server.urlOf("postgres"), `CREATE DATABASE ${name}`);
  } catch (error) {
    if ((error as { code?: string }).code !== "42P04") throw error;
  }
  return { url: server.urlOf(name), stop: () => server.stop() };
}

async function checked(url: string): Promise<string> {
  let version: number;
  try {
    const [row] = await query(url, "SHOW server_version_num");
    version = Math.floor(Number(row?.server_version_num) / 10_000);
  } catch (error) {
    throw new Problem(`The database of DATABASE_URL does not answer: ${(error as Error).message}`);
  }
  if (version >= oldestVersion) return url;
  throw new Problem(
    `DATABASE_URL is a PostgreSQL ${version}; ${oldestVersion} or newer is needed.`,
  );
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Where our own server's data really lies. */
export const ownDataFolder = (): string => dataFolderOf(inData("postgres"));
