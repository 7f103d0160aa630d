import { fileURLToPath } from "node:url";
import { type Child, startChild } from "@makegood/launcher/child";

const main = fileURLToPath(import.meta.resolve("@makegood/api/main"));
const seeding = import.meta.resolve("@makegood/faults/seeded/register");

export interface ApiOptions {
  name: string;
  port: number;
  env: Record<string, string>;
  /** A fault to run with; null for the code as it is. */
  seededFault: string | null;
}

/** One API process on a port of its own, which can be killed and comes back there. */
export class ApiProcess {
  readonly url: string;
  private child: Child | null = null;
  private coming: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly options: ApiOptions) {
    this.url = `http://127.0.0.1:${options.port}`;
  }

  get serving(): boolean {
    return this.child !== null;
  }

  get pid(): number {
    return this.child?.process.pid ?? 0;
  }

  async start(): Promise<void> {
    const { name, port, env, seededFault } = this.options;
    const seeded = seededFault === null ? [] : ["--import", seeding];
    this.child = await startChild({
      name: `faults-${name}`,
      command: [process.execPath, "--no-warnings", ...seeded, main, "serve"],
      env: {
        ...env,
        PORT: String(port),
        NODE_ENV: "production",
        ...(seededFault === null ? {} : { SEEDED_FAULT: seededFault }),
      },
      quiet: true,
    });
  }

  /** kill -9; a new one is started at once. Returns when the old one is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child) return;
    this.child = null;
    const gone = new Promise((resolve) => child.process.once("exit", resolve));
    child.process.kill("SIGKILL");
    await gone;
    this.coming = this.startAgain();
  }

  /** SIGTERM. Returns its exit code once it has ended by itself. */
  async terminate(): Promise<number | null> {
    const { child } = this;
    if (!child) return null;
    this.child = null;
    const gone = new Promise<number | null>((resolve) => child.process.once("exit", resolve));
    child.process.kill("SIGTERM");
    return gone;
  }

  /** Waits for one that is on its way. */
  async untilServing(): Promise<void> {
    await this.coming;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.coming;
    await this.child?.stop();
    this.child = null;
  }

  /** It may not come up while the database is away: tried until it does. */
  private async startAgain(): Promise<void> {
    while (!this.stopped && !this.serving) await this.start().catch(() => undefined);
  }
}
