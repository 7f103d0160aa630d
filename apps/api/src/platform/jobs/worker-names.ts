import type { Client } from "pg";
import type { Logger } from "pino";
import { LastingClient } from "#platform/database/lasting-client.js";

/**
 * The names of this process's pools of workers, each an advisory lock held for as long as they live:
 * by its absence others know that they are gone. Held again when the database was away.
 */
export class WorkerNames {
  private readonly names = new Set<string>();
  private readonly connection: LastingClient;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    databaseUrl: string,
    private readonly log: Logger,
  ) {
    this.connection = new LastingClient({
      connectionString: databaseUrl,
      prepare: (client) => Promise.all([...this.names].map((name) => this.lock(client, name))),
      onLost: (error) => log.warn({ err: error }, "the workers lost their names"),
    });
  }

  connect(): Promise<void> {
    return this.connection.connect();
  }

  hold(name: string): void {
    this.names.add(name);
    this.busy = this.busy.then(() => this.lock(this.connection.current, name));
  }

  /** These workers are gone: what they left half done may be taken up by others. */
  async forget(): Promise<void> {
    this.names.clear();
    await this.connection.current?.query("SELECT pg_advisory_unlock_all()");
  }

  async close(): Promise<void> {
    await this.busy;
    await this.connection.close();
  }

  private async lock(client: Client | null, name: string): Promise<void> {
    await client
      ?.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name])
      .catch((error: unknown) => this.log.warn({ err: error }, "a worker could not be named"));
  }
}
