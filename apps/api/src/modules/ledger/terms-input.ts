import type { MoneyTerms } from "@makegood/domain/ledger/money-terms";
import type { MoneyTermsInput } from "#generated/resolvers.generated.js";

/** Terms as they were typed; what isn't asked for stays as it was before. */
export const toTerms = (input: MoneyTermsInput, before: MoneyTerms): MoneyTerms => ({
  ...before,
  commission: {
    basisPoints: input.commissionBasisPoints,
    of: input.commissionOf,
    onRefund: input.commissionOnRefund,
  },
  providerFee: {
    basisPoints: input.feeBasisPoints,
    fixedMinor: Object.fromEntries(
      input.feeFixed.map(({ currency, amountMinor }) => [currency, amountMinor]),
    ),
    borneBy: input.feeBorneBy,
    onRefund: input.feeOnRefund,
  },
  shippingGoesTo: input.shippingGoesTo,
  taxRemittedBy: input.taxRemittedBy,
  allocation: input.allocation,
  payout: {
    everyDays: input.payoutEveryDays,
    holdDays: input.payoutHoldDays,
    minimumMinor: input.payoutMinimumMinor,
  },
});
