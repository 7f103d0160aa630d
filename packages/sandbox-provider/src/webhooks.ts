import { setTimeout as sleep } from "node:timers/promises";
import { Webhook as Signer } from "standardwebhooks";
import type { ProviderEvent } from "./book-rows.js";
import type { Webhook } from "./contract.js";

const tries = 30;
const longestWaitMs = 30_000;
const answerWithinMs = 10_000;

/** Signed by Standard Webhooks; sent again with growing waits until somebody answers 2xx. */
export class Webhooks {
  private readonly signer: Signer;
  private readonly ended = new AbortController();

  constructor(
    private readonly url: string,
    secret: string,
    private readonly delivered: (event: string) => void,
  ) {
    this.signer = new Signer(secret);
  }

  async send({ event, content }: ProviderEvent): Promise<void> {
    const body = JSON.stringify({ id: event, ...content } satisfies Webhook);
    for (let count = 0; count < tries && !this.ended.signal.aborted; count++) {
      if (await this.post(event, body)) {
        if (!this.ended.signal.aborted) this.delivered(event);
        return;
      }
      const wait = Math.min(250 * 2 ** count, longestWaitMs);
      await sleep(wait, undefined, { signal: this.ended.signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  close(): void {
    this.ended.abort();
  }

  private async post(event: string, body: string): Promise<boolean> {
    const at = new Date();
    try {
      const response = await fetch(this.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "webhook-id": event,
          "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
          "webhook-signature": this.signer.sign(event, at, body),
        },
        body,
        signal: AbortSignal.any([this.ended.signal, AbortSignal.timeout(answerWithinMs)]),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }
}
