import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Child, startChild } from "@makegood/launcher/child";
import { freePort } from "@makegood/postgres/free-port";

const main = fileURLToPath(import.meta.resolve("@makegood/sandbox-provider/main"));
export const apiKey = "the key of the fault harness";
export const webhookSecret = `whsec_${Buffer.from("the fault harness's webhook key!").toString("base64")}`;

export interface ProviderRefund {
  id: string;
  chargeId: string;
  reference: string;
  amountMinor: number;
  currency: string;
  status: string;
}

/** A line of the provider's books as they lie on disk. */
export interface BookEntry {
  kind: string;
  /** Of a refund that was made. */
  refund?: ProviderRefund;
  /** Of one that changed, as it was told. */
  content?: { data: { refund?: ProviderRefund } };
}

/** The payment provider, a process of its own. */
export class ProviderProcess {
  private readonly folder = mkdtempSync(join(tmpdir(), "makegood-faults-provider-"));
  private child: Child | null = null;

  private constructor(
    private readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  static async start(
    webhookUrl: string,
    lost: { before: number; after: number },
  ): Promise<ProviderProcess> {
    const provider = new ProviderProcess(await freePort(), {
      API_KEY: apiKey,
      WEBHOOK_URL: webhookUrl,
      WEBHOOK_SECRET: webhookSecret,
      TIME_SCALE: "20",
      LOST_BEFORE: String(lost.before),
      LOST_AFTER: String(lost.after),
    });
    await provider.begin();
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async refunds(): Promise<ProviderRefund[]> {
    const response = await fetch(`${this.url}/v1/refunds`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    return ((await response.json()) as { refunds: ProviderRefund[] }).refunds;
  }

  /** Changes its books behind its back, as no honest provider's are. */
  async forge(change: (entries: BookEntry[]) => BookEntry[]): Promise<void> {
    await this.child?.stop();
    const path = join(this.folder, "books.jsonl");
    const lines = readFileSync(path, "utf8").trim().split("\n");
    const forged = change(lines.map((line) => JSON.parse(line) as BookEntry));
    writeFileSync(path, forged.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    await this.begin();
  }

  async stop(): Promise<void> {
    await this.child?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async begin(): Promise<void> {
    this.child = await startChild({
      name: "faults-provider",
      command: [process.execPath, main],
      env: { ...this.env, PORT: String(this.port), DATA_DIR: this.folder },
      quiet: true,
    });
  }
}
