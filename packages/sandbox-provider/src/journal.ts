import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Charge, Chargeback, Payout, Refund, WebhookContent } from "./contract.js";
import type { Step } from "./plans.js";

export interface SavedAnswer {
  key: string;
  /** Of method, path and body: the same key with another request is refused. */
  request: string;
  /** Null while only the first, dropped, call was seen. */
  status: number | null;
  body: unknown;
}

export type Entry =
  | { kind: "charge"; charge: Charge }
  | { kind: "refund"; refund: Refund; plan: Step<Refund["status"]>[] }
  /** Bank details came for a refund that waited for them; the details themselves are not kept. */
  | { kind: "planned"; refundId: string; plan: Step<Refund["status"]>[] }
  | { kind: "payout"; payout: Payout; plan: Step<Payout["status"]>[] }
  | { kind: "told"; event: string; content: WebhookContent }
  | { kind: "delivered"; event: string }
  | { kind: "answer"; answer: SavedAnswer }
  /** Changed behind everybody's back; without a row, it is gone. */
  | {
      kind: "forged";
      about: "charges" | "refunds" | "payouts" | "chargebacks";
      id: string;
      row: Charge | Refund | Payout | Chargeback | null;
    };

/** The books on disk: lines of JSON, on the disk before anybody is answered. */
export class Journal {
  private readonly file: number;

  constructor(
    folder: string,
    private readonly replay: (entry: Entry) => void,
  ) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, "books.jsonl");
    if (existsSync(path)) this.readAll(path);
    this.file = openSync(path, "a", 0o600);
  }

  /** Entries that belong together are written at once; each is then applied. */
  write(...entries: Entry[]): void {
    writeSync(this.file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    fsyncSync(this.file);
    for (const entry of entries) this.replay(entry);
  }

  close(): void {
    closeSync(this.file);
  }

  private readAll(path: string): void {
    const text = readFileSync(path, "utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    // A crash may leave half a line, which nobody was told about.
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
    for (const line of whole.split("\n")) if (line) this.replay(JSON.parse(line) as Entry);
  }
}
