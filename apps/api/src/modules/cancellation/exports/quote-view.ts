import type { QuoteComponent, RefundQuote } from "@makegood/domain/quote/quote-cancellation";
import type { Allocation } from "@makegood/domain/refund/allocate-refund";
import type { QuoteEntity } from "./quote.entity.js";

export type QuotedComponent = QuoteComponent & { currency: string };
export type QuotedAllocation = Allocation & { currency: string };

type Stored = Omit<RefundQuote, "promisedBy" | "expectedAtBankBy" | "notChargedMinor"> & {
  /** Absent in quotes of before it was told. */
  notChargedMinor?: number;
  promisedBy: string;
  expectedAtBankBy: string;
};

/** The quote as the domain made it, out of its row. */
export function quoteBody({ body }: QuoteEntity): RefundQuote {
  const { promisedBy, expectedAtBankBy, ...rest } = body as unknown as Stored;
  return {
    notChargedMinor: 0,
    ...rest,
    promisedBy: new Date(promisedBy),
    expectedAtBankBy: new Date(expectedAtBankBy),
  };
}
