import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";

export interface DatabaseCost {
  /** What clients sent: BEGIN and COMMIT count, what triggers do does not. */
  statements: number;
  /** Planning and executing, triggers and all, as the server counted it. Milliseconds. */
  ms: number;
}

/** What some work costs the database: statements by the server's log, time by pg_stat_statements. */
export async function databaseCost(
  pg: Client,
  serverLog: string,
  work: () => Promise<unknown>,
): Promise<DatabaseCost> {
  await pg.query("SELECT pg_stat_statements_reset()");
  await work();
  const { rows } = await pg.query<{ ms: number }>(
    `SELECT COALESCE(SUM(total_exec_time + total_plan_time), 0) AS ms
     FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
     WHERE d.datname = current_database() AND query !~ 'pg_stat_statements'`,
  );
  const statements = await logged(pg, serverLog, work);
  return { statements, ms: rows[0]?.ms ?? 0 };
}

/** Counts in a run of its own, since writing a log takes time. */
async function logged(pg: Client, serverLog: string, work: () => Promise<unknown>) {
  await logging(pg, "all");
  const from = statSync(serverLog).size;
  await work();
  const written = readFileSync(serverLog).subarray(from).toString("utf8");
  await logging(pg, "none");
  return written.split("\n").filter((line) => /^\S+ LOG: {2}(execute|statement)/.test(line)).length;
}

async function logging(pg: Client, what: "all" | "none"): Promise<void> {
  await pg.query(`ALTER SYSTEM SET log_statement = '${what}'`);
  await pg.query("SELECT pg_reload_conf()");
  // All sessions are told of it together, as soon as the server gets to it: when ours knows, all do.
  const known = async () => (await pg.query("SHOW log_statement")).rows[0].log_statement === what;
  while (!(await known())) await sleep(20);
  await sleep(100);
}
