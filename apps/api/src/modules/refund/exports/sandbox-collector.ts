import { chargeSchema } from "@makegood/sandbox-provider/contract";
import { z } from "zod";
import { type Call, toProviderCharge } from "./read-sandbox.js";
import {
  type ChargeAnswer,
  OutcomeUnknown,
  type PaymentCollector,
  type ProviderCharge,
} from "./refund-provider.js";

const errorSchema = z.object({ error: z.object({ code: z.string() }) });

/** Captures, releases and finds the sandbox provider's charges. */
export class SandboxCollector implements PaymentCollector {
  constructor(private readonly call: Call) {}

  capture({ chargeId, amountMinor, key }: Parameters<PaymentCollector["capture"]>[0]) {
    return this.change(`${chargeId}/capture`, { amountMinor }, key);
  }

  release({ chargeId, key }: Parameters<PaymentCollector["release"]>[0]) {
    return this.change(`${chargeId}/void`, {}, key);
  }

  async find(chargeId: string): Promise<ProviderCharge | null> {
    const response = await this.call("GET", `/v1/charges/${chargeId}`);
    if (response.status === 404) return null;
    if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
    return toProviderCharge(chargeSchema.parse(await response.json()));
  }

  /** The sandbox's buyer pays: what a real one does at their bank. */
  async payInSandbox(chargeId: string): Promise<ProviderCharge> {
    const response = await this.call("POST", `/v1/charges/${chargeId}/pay`, {});
    if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
    return toProviderCharge(chargeSchema.parse(await response.json()));
  }

  private async change(path: string, body: unknown, key: string): Promise<ChargeAnswer> {
    const headers = { "idempotency-key": key };
    const response = await this.call("POST", `/v1/charges/${path}`, body, headers);
    if (response.ok) {
      const charge = toProviderCharge(chargeSchema.parse(await response.json()));
      return { kind: "DONE", charge };
    }
    if (response.status >= 500) {
      throw new OutcomeUnknown(`the provider answered ${response.status}`);
    }
    return { kind: "REFUSED", reason: errorSchema.parse(await response.json()).error.code };
  }
}
