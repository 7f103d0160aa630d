/** The deadline at which the provider is asked what became of an open chargeback. */
export const chargebackCheck = "chargeback.check";
