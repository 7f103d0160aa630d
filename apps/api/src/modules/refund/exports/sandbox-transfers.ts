import { payoutSchema } from "@makegood/sandbox-provider/contract";
import { z } from "zod";
import type {
  BankTransfers,
  PayoutAnswer,
  PayoutOrder,
  ProviderPayout,
  ReportedPayout,
} from "./bank-transfers.js";
import { type Call, toPayout } from "./read-sandbox.js";
import { OutcomeUnknown } from "./refund-provider.js";
import { SandboxBooks } from "./sandbox-books.js";

const errorSchema = z.object({ error: z.object({ code: z.string() }) });
const payoutsSchema = z.object({ payouts: z.array(payoutSchema) });

/** Bank transfers as the sandbox provider makes them. */
export class SandboxTransfers implements BankTransfers {
  readonly name = "sandbox";

  constructor(private readonly call: Call) {}

  async createPayout({ key, ...body }: PayoutOrder): Promise<PayoutAnswer> {
    const response = await this.call("POST", "/v1/payouts", body, { "idempotency-key": key });
    const given = await response.json();
    if (response.ok) return { kind: "MADE", payout: toPayout(payoutSchema.parse(given)) };
    if (response.status < 500)
      return { kind: "REFUSED", reason: errorSchema.parse(given).error.code };
    throw new OutcomeUnknown(`the provider answered ${response.status}`);
  }

  async findPayout(reference: string): Promise<ProviderPayout | null> {
    const response = await this.call("GET", `/v1/payouts?${new URLSearchParams({ reference })}`);
    if (!response.ok) throw new OutcomeUnknown(`the provider answered ${response.status}`);
    const { payouts } = payoutsSchema.parse(await response.json());
    return payouts[0] ? toPayout(payouts[0]) : null;
  }

  payouts(since: Date): AsyncIterable<ReportedPayout[]> {
    return new SandboxBooks(this.call).payouts(since);
  }
}
