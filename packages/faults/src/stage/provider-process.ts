import { mkdtempSync, rmSync } from "node:fs";
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

  /** Changes its books behind everybody's back, as no honest provider's are; what it calls the row. */
  async forge(about: string, kind: string, id: string): Promise<string> {
    return (await this.post("/v1/forge", { about, kind, id })).id;
  }

  /** The buyer's bank takes all of a charge back. */
  async openChargeback(chargeId: string): Promise<void> {
    await this.post("/v1/chargebacks", { chargeId });
  }

  async stop(): Promise<void> {
    await this.child?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async post(path: string, body: object): Promise<{ id: string }> {
    const response = await fetch(`${this.url}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The provider refused ${path}: ${await response.text()}`);
    return (await response.json()) as { id: string };
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
