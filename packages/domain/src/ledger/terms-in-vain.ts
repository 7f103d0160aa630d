import type { MoneyTerms } from "./money-terms.js";

/**
 * The terms on which money goes back that came in vain, whatever was agreed: nothing was sold for it,
 * so that the shop gets its commission back, and the marketplace takes over what the provider keeps.
 */
export const termsInVain = ({ commission, providerFee, ...terms }: MoneyTerms): MoneyTerms => ({
  ...terms,
  commission: { ...commission, onRefund: "RETURNED" },
  providerFee: {
    ...providerFee,
    onRefund: providerFee.onRefund === "STAYS" ? "MARKETPLACE" : providerFee.onRefund,
  },
});
