import type { ChargebackStatus } from "@makegood/domain/chargeback/chargeback-machine";
import type { DriftKind, DriftSubject } from "@makegood/domain/reconciliation/drift";
import {
  chargebackSchema,
  refundSchema,
  type WebhookContent,
  webhookSchema,
} from "@makegood/sandbox-provider/contract";
import { Webhook } from "standardwebhooks";
import { z } from "zod";
import type { SandboxProviderConfig } from "#platform/config/providers-config.js";
import type { PaymentProvider } from "./provider-books.js";
import { type Call, toChargeback, toPayout, toProviderCharge, toRefund } from "./read-sandbox.js";
import {
  type ChargeRegistry,
  type GivenDetails,
  type NewCharge,
  OutcomeUnknown,
  type ProviderAnswer,
  type ProviderChargeback,
  type ProviderEvent,
  type ProviderRefund,
  type RefundOrder,
  type SoughtRefund,
} from "./refund-provider.js";
import { SandboxBooks } from "./sandbox-books.js";
import { SandboxCollector } from "./sandbox-collector.js";
import { SandboxTransfers } from "./sandbox-transfers.js";

const answerWithinMs = 10_000;
const errorSchema = z.object({ error: z.object({ code: z.string() }) });
const chargesSchema = z.object({
  charges: z.array(z.object({ id: z.string(), reference: z.string() })),
});
const chargebacksSchema = z.object({ chargebacks: z.array(chargebackSchema) });
const forgedSchema = z.object({ id: z.string() });
/** What the provider calls each book. */
const bookOf = {
  CHARGE: "charges",
  HOLD: "holds",
  REFUND: "refunds",
  TRANSFER: "payouts",
  CHARGEBACK: "chargebacks",
} as const;
const refundsSchema = z.object({ refunds: z.array(refundSchema) });

/** The adapter of our sandbox provider. */
export class SandboxProvider implements PaymentProvider, ChargeRegistry {
  readonly name = "sandbox";
  readonly collector: SandboxCollector;
  readonly books: SandboxBooks;
  readonly transfers: SandboxTransfers;
  private readonly verifier: Webhook;

  constructor(private readonly options: SandboxProviderConfig) {
    this.verifier = new Webhook(options.webhookSecret);
    const call: Call = (...given) => this.call(...given);
    this.collector = new SandboxCollector(call);
    this.books = new SandboxBooks(call);
    this.transfers = new SandboxTransfers(call);
  }

  async createRefund(order: RefundOrder): Promise<ProviderAnswer> {
    const { key, chargeId, amountMinor, currency, reference } = order;
    const body = { chargeId, amountMinor, currency, reference };
    const response = await this.call("POST", "/v1/refunds", body, { "idempotency-key": key });
    if (response.ok)
      return { kind: "MADE", refund: toRefund(refundSchema.parse(await response.json())) };
    const { error } = errorSchema.parse(await response.json());
    if (response.status < 500) return { kind: "REFUSED", reason: error.code };
    // A fault that is answered again for the same key is final; if nothing was made, a new key may try.
    if (response.headers.get("idempotent-replayed") !== null) {
      const made = await this.findRefund(order);
      return made ? { kind: "MADE", refund: made } : { kind: "REFUSED", reason: "provider_error" };
    }
    throw new OutcomeUnknown(`the provider answered ${response.status}`);
  }

  async findRefund(
    sought: Pick<SoughtRefund, "reference"> & { providerRefundId?: string | null },
  ): Promise<ProviderRefund | null> {
    const { reference, providerRefundId } = sought;
    const query = new URLSearchParams(providerRefundId ? { id: providerRefundId } : { reference });
    const response = await this.call("GET", `/v1/refunds?${query}`);
    if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
    const { refunds } = refundsSchema.parse(await response.json());
    return refunds[0] ? toRefund(refunds[0]) : null;
  }

  async giveBankDetails(given: GivenDetails): Promise<ProviderAnswer> {
    const path = `/v1/refunds/${given.providerRefundId}/bank-details`;
    const body = { destination: given.details };
    const answer = await this.call("POST", path, body, { "idempotency-key": given.key });
    return this.answerOf(answer);
  }

  async cancelRefund(providerRefundId: string): Promise<ProviderAnswer> {
    return this.answerOf(await this.call("POST", `/v1/refunds/${providerRefundId}/cancel`, {}));
  }

  async findChargebacks(chargeId: string): Promise<ProviderChargeback[]> {
    const response = await this.call("GET", `/v1/chargebacks?${new URLSearchParams({ chargeId })}`);
    if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
    return chargebacksSchema.parse(await response.json()).chargebacks.map(toChargeback);
  }

  /** What only a test does: the bank takes money back, or warns that it may. */
  openChargeback(given: {
    chargeId: string;
    amountMinor?: number;
    reason?: string;
    status?: string;
    buyerRepaid?: boolean;
  }): Promise<ProviderChargeback> {
    return this.chargebackOf("/v1/chargebacks", given);
  }

  /** What the bank decides next. */
  moveChargeback(
    id: string,
    status: ChargebackStatus,
    buyerRepaid = false,
  ): Promise<ProviderChargeback> {
    const body = { status: status.toLowerCase(), buyerRepaid };
    return this.chargebackOf(`/v1/chargebacks/${id}/move`, body);
  }

  /** Makes its books differ from ours, telling nobody; what it calls the row, null where none fits. */
  async forge(about: DriftSubject, kind: DriftKind): Promise<string | null> {
    const body = { about: bookOf[about], kind: kind.toLowerCase() };
    const response = await this.call("POST", "/v1/forge", body);
    if (response.status === 409) return null;
    if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
    return forgedSchema.parse(await response.json()).id;
  }

  private async chargebackOf(path: string, body: unknown): Promise<ProviderChargeback> {
    const response = await this.call("POST", path, body);
    if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
    return toChargeback(chargebackSchema.parse(await response.json()));
  }

  private async answerOf(response: Response): Promise<ProviderAnswer> {
    const given = await response.json();
    if (response.ok) return { kind: "MADE", refund: toRefund(refundSchema.parse(given)) };
    if (response.status < 500)
      return { kind: "REFUSED", reason: errorSchema.parse(given).error.code };
    throw new OutcomeUnknown(`the provider answered ${response.status}`);
  }

  async registerCharges(charges: NewCharge[]): Promise<ReadonlyMap<string, string>> {
    if (charges.length === 0) return new Map();
    const given = charges.map((charge) => ({
      ...charge,
      testMethod: charge.testMethod ?? "normal",
    }));
    const response = await this.call("POST", "/v1/charges/batch", { charges: given });
    if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
    const made = chargesSchema.parse(await response.json()).charges;
    return new Map(made.map(({ id, reference }) => [reference, id]));
  }

  readWebhook(body: Buffer, headers: Record<string, string>): ProviderEvent[] | null {
    try {
      return toEvents(webhookSchema.parse(this.verifier.verify(body.toString("utf8"), headers)));
    } catch {
      return null;
    }
  }

  private async call(
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    try {
      return await fetch(`${this.options.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.options.key}`,
          "content-type": "application/json",
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(answerWithinMs),
      });
    } catch (error) {
      throw new OutcomeUnknown("the provider did not answer", { cause: error });
    }
  }
}

function toEvents(content: WebhookContent): ProviderEvent[] {
  switch (content.type) {
    case "refund.updated":
      return [{ kind: "REFUND", refund: toRefund(content.data.refund) }];
    case "chargeback.updated":
      return [{ kind: "CHARGEBACK", chargeback: toChargeback(content.data.chargeback) }];
    case "charge.updated":
      return [{ kind: "PAYMENT", charge: toProviderCharge(content.data.charge) }];
    case "payout.updated":
      return [{ kind: "PAYOUT", payout: toPayout(content.data.payout) }];
  }
}
