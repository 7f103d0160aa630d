import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { entities } from "@makegood/api/entities";
import { migrate } from "@makegood/api/migrate";
import { freePort } from "@makegood/postgres/free-port";
import { type RunningPostgres, startPostgres } from "@makegood/postgres/start-postgres";
import { Client } from "pg";

/**
 * A killed server's writes stay with the operating system, so none has to reach the disk; but a
 * commit is written before it is acknowledged. One that isn't is found out: it waits long.
 */
const settings = {
  max_connections: "300",
  fsync: "off",
  synchronous_commit: "on",
  wal_writer_delay: "10s",
  wal_writer_flush_after: "1GB",
};

/** A PostgreSQL of the harness's own, which can be killed and comes back where it was. */
export class DatabaseServer {
  private constructor(
    private readonly options: Parameters<typeof startPostgres>[0],
    private running: RunningPostgres,
    private readonly template: string,
  ) {}

  static async start(): Promise<DatabaseServer> {
    const place = mkdtempSync(join(tmpdir(), "makegood-faults-"));
    chmodSync(place, 0o755);
    const port = await freePort();
    const options = { dataFolder: join(place, "data"), password: "faults", port, settings };
    const running = await startPostgres(options);
    const template = freshName();
    await query(running.urlOf("postgres"), `CREATE DATABASE ${template}`);
    await migrate(running.urlOf(template), entities);
    return new DatabaseServer(options, running, template);
  }

  /** A migrated database of one's own. Returns its URL. */
  async freshDatabase(): Promise<string> {
    const name = freshName();
    await query(
      this.running.urlOf("postgres"),
      `CREATE DATABASE ${name} TEMPLATE ${this.template}`,
    );
    return this.running.urlOf(name);
  }

  /** kill -9, all of it, and up again on the same port. */
  async killAndRestart(): Promise<void> {
    await this.running.crash();
    this.running = await startPostgres(this.options);
  }

  async stop(): Promise<void> {
    await this.running.stop();
    rmSync(dirname(this.options.dataFolder), { recursive: true, force: true });
    rmSync(dirname(this.running.dataFolder), { recursive: true, force: true });
  }
}

const freshName = () => `mg_faults_${randomBytes(5).toString("hex")}`;

/** Rows of one statement, on a connection of its own. */
export async function query<T>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}
