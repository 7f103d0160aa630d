import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { entities } from "../entities.js";
import { migrate } from "../migrate.js";

const named = (serverUrl: string, database: string) => {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.toString();
};

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const freshName = () => `mg_${randomBytes(6).toString("hex")}`;

/** A migrated database that tests copy. Returns its name. */
export async function makeTemplate(serverUrl: string): Promise<string> {
  const name = freshName();
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  await migrate(named(serverUrl, name), entities);
  return name;
}

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of one's own, so that tests of any file and order don't meet. */
export async function makeTestDatabase(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = freshName();
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: named(serverUrl, name),
    drop: () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
