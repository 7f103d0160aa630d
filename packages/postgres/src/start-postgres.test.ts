import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startPostgres } from "./start-postgres.js";

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "makegood-postgres-"));
  chmodSync(place, 0o755);
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const start = () => startPostgres({ dataFolder: join(place, "data"), password: "a secret" });

describe("startPostgres", () => {
  test("keeps data over a restart, and over a lock that another process number now has", async () => {
    const first = await start();
    await query(first.urlOf("postgres"), "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    writeFileSync(join(first.dataFolder, "postmaster.pid"), `${process.pid}\n`);

    const second = await start();
    const rows = await query(second.urlOf("postgres"), "SELECT answer FROM kept");
    await second.stop();
    expect(rows).toEqual([{ answer: 42 }]);
  });

  test("stops the server that a killed start left running, and starts anew", async () => {
    const orphan = await start();
    const next = await start();
    await expect(query(orphan.urlOf("postgres"), "SELECT 1")).rejects.toThrow();
    expect(await query(next.urlOf("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await next.stop();
  });

  test("comes back after a crash with all that was committed", async () => {
    const first = await start();
    await query(first.urlOf("postgres"), "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.crash();
    await expect(query(first.urlOf("postgres"), "SELECT 1")).rejects.toThrow();
    const second = await start();
    const rows = await query(second.urlOf("postgres"), "SELECT answer FROM kept");
    await second.stop();
    expect(rows).toEqual([{ answer: 42 }]);
  });

  test("says in one sentence that the data is damaged and how to begin afresh", async () => {
    const server = await start();
    await server.stop();
    truncateSync(join(server.dataFolder, "global", "pg_control"), 10);
    await expect(start()).rejects.toThrow(/seems damaged.*--reset/);
  });
});
