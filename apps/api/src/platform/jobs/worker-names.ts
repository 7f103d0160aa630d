import { Client } from "pg";
import type { Logger } from "pino";

const againMs = 1_000;

/**
 * The names of this process's pools of workers, each an advisory lock held for as long as they live: by its
 * absence others know that they are gone. Held again when the database was away.
 */
export class WorkerNames {
  private readonly names = new Set<string>();
  private client: Client | null = null;
  private closed = false;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Logger,
  ) {}

  async connect(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl });
    client.on("error", (error) => this.log.warn({ err: error }, "the workers lost their names"));
    client.on("end", () => {
      this.client = null;
      if (!this.closed) this.reconnectLater();
    });
    await client.connect();
    this.client = client;
    for (const name of this.names) await this.lock(name);
  }

  hold(name: string): void {
    this.names.add(name);
    this.busy = this.busy.then(() => this.lock(name));
  }

  /** These workers are gone: what they left half done may be taken up by others. */
  async forget(): Promise<void> {
    this.names.clear();
    await this.client?.query("SELECT pg_advisory_unlock_all()").catch(() => undefined);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.busy;
    await this.client?.end();
  }

  private async lock(name: string): Promise<void> {
    await this.client
      ?.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name])
      .catch((error: unknown) => this.log.warn({ err: error }, "a worker could not be named"));
  }

  private reconnectLater(): void {
    setTimeout(() => {
      if (!this.closed) this.connect().catch(() => undefined);
    }, againMs).unref();
  }
}
