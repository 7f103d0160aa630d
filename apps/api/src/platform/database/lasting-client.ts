import { Client, type ClientConfig } from "pg";

const againMs = 1_000;

interface LastingOptions extends ClientConfig {
  /** What makes a new connection the one that is wanted. */
  prepare(client: Client): Promise<unknown>;
  onLost(error: Error): void;
}

/** One connection, made again a second after it was lost, for as long as it is wanted. */
export class LastingClient {
  private client: Client | null = null;
  private waiting = false;
  private connecting = false;
  private closed = false;

  constructor(private readonly options: LastingOptions) {}

  /** The connection; null while there is none. */
  get current(): Client | null {
    return this.client;
  }

  async connect(): Promise<void> {
    const { prepare, onLost, ...config } = this.options;
    const client = new Client(config);
    client.on("error", onLost);
    client.on("end", () => {
      if (this.client === client) this.client = null;
      this.again();
    });
    this.connecting = true;
    try {
      await client.connect();
      await prepare(client);
      this.client = client;
    } finally {
      this.connecting = false;
      if (this.client !== client) client.end().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  /** One attempt at a time, however many events tell of the loss. */
  private again(): void {
    if (this.closed || this.waiting || this.connecting || this.client) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      if (!this.closed) this.connect().catch(() => this.again());
    }, againMs).unref();
  }
}
