import { initialTerms, type MoneyTerms } from "@makegood/domain/ledger/money-terms";
import type {
  PublishMoneyTermsMutationVariables,
  TermsVersionFragment,
} from "./terms.generated.ts";

export type TermsDraft = PublishMoneyTermsMutationVariables["input"]["terms"];

/** A draft that begins with what holds, without the names of types that the cache adds. */
export const draftOf = ({ terms }: TermsVersionFragment): TermsDraft => ({
  commissionBasisPoints: terms.commissionBasisPoints,
  commissionOf: terms.commissionOf,
  commissionOnRefund: terms.commissionOnRefund,
  feeBasisPoints: terms.feeBasisPoints,
  feeFixed: terms.feeFixed.map(({ currency, amountMinor }) => ({ currency, amountMinor })),
  feeBorneBy: terms.feeBorneBy,
  feeOnRefund: terms.feeOnRefund,
  shippingGoesTo: terms.shippingGoesTo,
  taxRemittedBy: terms.taxRemittedBy,
  allocation: terms.allocation,
  payoutHoldDays: terms.payoutHoldDays,
  payoutEveryDays: terms.payoutEveryDays,
  payoutMinimumMinor: terms.payoutMinimumMinor,
});

/** The draft as the domain's terms, to say it in words before it is published. */
export const draftedTerms = (draft: TermsDraft): MoneyTerms => ({
  ...initialTerms,
  commission: {
    basisPoints: draft.commissionBasisPoints,
    of: draft.commissionOf,
    onRefund: draft.commissionOnRefund,
  },
  providerFee: {
    basisPoints: draft.feeBasisPoints,
    fixedMinor: Object.fromEntries(
      draft.feeFixed.map(({ currency, amountMinor }) => [currency, amountMinor]),
    ),
    borneBy: draft.feeBorneBy,
    onRefund: draft.feeOnRefund,
  },
  shippingGoesTo: draft.shippingGoesTo,
  taxRemittedBy: draft.taxRemittedBy,
  allocation: draft.allocation,
  payout: {
    everyDays: draft.payoutEveryDays,
    holdDays: draft.payoutHoldDays,
    minimumMinor: draft.payoutMinimumMinor,
  },
});
